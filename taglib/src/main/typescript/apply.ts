import { type Change, textOf } from "./change.ts";
import { contentChange } from "./content.ts";
import type { UpdatableEventMap } from "./events.ts";
import { isField } from "./field.ts";
import type { Later } from "./later.ts";
import type { Update } from "./messages.ts";
import { warn } from "./warn.ts";

/**
 * Present on an element for a moment after an update changed what it shows, for the style sheet.
 */
const UPDATED = "data-updated";
const UPDATED_FOR = 1_200;

/** Present on an element that shows a field of a row that is gone. */
const REMOVED = "data-update-removed";

/** Present on an element whose changes are read aloud. */
const ANNOUNCED = "data-update-announce";

/** What tells apart the things that updates are about: a value, each class, each attribute. */
const THING = ["type", "path", "class", "attribute_name"];

/** What updates need of the page they are applied to. */
export interface Page {
  showing(group: string): Iterable<Element>;
  /** Runs something before the page is painted next, or at once when it is not being painted. */
  beforePaint(then: () => void): void;
  after(milliseconds: number, then: () => void): () => void;
  /** Tells screen readers what an element shows now. */
  announce(element: Element): void;
  /** Hands over, now or later, what knows form fields, classes and attributes; nothing of it where it cannot be had. */
  part(then: (part: Partial<Later>) => void): void;
}

/**
 * Applies updates to the elements that show them. All that arrives between two paints is applied in
 * one step, so that a commit is seen whole; of several updates of one thing only the last is ever
 * written.
 *
 * A value is text, except where page and server both say that it is markup; it is never the content
 * of a script or a style sheet.
 */
export class Apply {
  readonly #page: Page;
  readonly #waiting = new Map<string, Update>();
  readonly #fading = new WeakMap<Element, () => void>();
  #part: Partial<Later> | undefined;

  constructor(page: Page) {
    this.#page = page;
  }

  /** @param then what follows when they are shown */
  received(updates: Iterable<Update>, then?: () => void): void {
    for (const update of updates) {
      const thing = JSON.stringify(update, THING);
      this.#waiting.delete(thing); // else the later update would take the earlier one's place
      this.#waiting.set(thing, update);
    }
    // Asked for every time, not only the first: an earlier promise may not be kept while the tab is
    // in the background, and then this one is kept at once. The second one finds nothing to do.
    this.#page.beforePaint(() =>
      this.#withPart(() => {
        this.#apply();
        then?.();
      })
    );
  }

  /** All wait for the part that some of them need, also those that came before: a commit is seen whole. */
  #withPart(then: () => void): void {
    if (this.#part || [...this.#waiting.values()].every((update) => this.#isPlain(update))) {
      return then();
    }
    this.#page.part((part) => {
      this.#part = part;
      then();
    });
  }

  #isPlain({ type, path }: Update): boolean {
    return type === "update_value" && ![...this.#page.showing(path)].some(isField);
  }

  #apply(): void {
    const updates = [...this.#waiting.values()];
    this.#waiting.clear();
    const changed = new Set<Element>();
    for (const update of updates) {
      // A copy: who listens to an event of ours may add elements.
      for (const element of [...this.#page.showing(update.path)]) {
        if (this.#update(element, update)) changed.add(element);
      }
    }
    this.#highlight(changed);
  }

  /** True when the element shows something else now. */
  #update(element: Element, update: Update): boolean {
    try {
      if (update.type !== "removed") element.removeAttribute(REMOVED);
      const change = changeOf(element, update, this.#part);
      if (!change) return false;
      if (change === "pending") {
        tell(element, change, update);
        return false;
      }
      if (!tell(element, "before", update)) return false;
      change();
      tell(element, "after", update);
      if (update.type === "update_value" && element.hasAttribute(ANNOUNCED)) {
        this.#page.announce(element);
      }
      return true;
    } catch (problem) { // such as an address that the page's Trusted Types refuse
      warn("cannot apply this:", problem);
      return false;
    }
  }

  /**
   * Restarts the animation of elements that are still highlighted; one forced layout for all of
   * them.
   */
  #highlight(elements: ReadonlySet<Element>): void {
    let again: Element | null = null;
    for (const element of elements) {
      this.#fading.get(element)?.();
      if (element.hasAttribute(UPDATED)) again = element;
      element.removeAttribute(UPDATED);
    }
    again?.getBoundingClientRect();
    for (const element of elements) {
      element.setAttribute(UPDATED, "");
      const fade = () => element.removeAttribute(UPDATED);
      this.#fading.set(element, this.#page.after(UPDATED_FOR, fade));
    }
  }
}

function changeOf(element: Element, update: Update, part?: Partial<Later>): Change {
  switch (update.type) {
    case "update_value":
      return isField(element)
        ? part?.valueChange?.(element, update.value) ?? null
        : contentChange(element, textOf(update.value), update.html);
    case "removed":
      return element.hasAttribute(REMOVED) ? null : () => element.setAttribute(REMOVED, "");
    case "toggle_class":
      return part?.classChange?.(element, update) ?? null;
    case "update_attribute":
      return part?.attributeChange?.(element, update) ?? null;
    default:
      update satisfies never;
      return null;
  }
}

/** False when a listener prevents what is about to happen. */
function tell(element: Element, when: "before" | "after" | "pending", update: Update): boolean {
  const type: keyof UpdatableEventMap = `updatable:${when}`;
  return element.dispatchEvent(
    new CustomEvent(type, { bubbles: true, cancelable: when === "before", detail: { update } }),
  );
}
