import type { Json, Update } from "./messages.ts";

/**
 * Present on an element for a moment after an update changed what it shows, for the style sheet.
 */
const UPDATED = "data-updated";
const UPDATED_FOR = 1_200;

/**
 * Present on a form field that has not taken an update, because the user is in it or has changed
 * it.
 */
const PENDING = "data-update-pending";

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** What updates need of the page they are applied to. */
export interface Page {
  showing(group: string): Iterable<Element>;
  /** Runs something before the page is painted next, or at once when it is not being painted. */
  beforePaint(then: () => void): void;
  after(milliseconds: number, then: () => void): () => void;
}

/**
 * Applies updates to the elements that show them. All that arrives between two paints is applied in
 * one step, so that a commit is seen whole; of several values of a group only the last is ever
 * written.
 *
 * A value is text, always: it never becomes markup, and never the content of a script or a style
 * sheet.
 */
export class Apply {
  readonly #page: Page;
  readonly #waiting = new Map<string, Update>();
  readonly #fading = new WeakMap<Element, () => void>();

  constructor(page: Page) {
    this.#page = page;
  }

  received(updates: Iterable<Update>): void {
    for (const update of updates) {
      this.#waiting.delete(update.path); // else the later value would take the earlier one's place
      this.#waiting.set(update.path, update);
    }
    // Asked for every time, not only the first: an earlier promise may not be kept while the tab is
    // in the background, and then this one is kept at once. The second one finds nothing to do.
    if (this.#waiting.size > 0) this.#page.beforePaint(() => this.#apply());
  }

  #apply(): void {
    const changed = new Set<Element>();
    for (const update of this.#waiting.values()) {
      for (const element of this.#page.showing(update.path)) {
        if (change(element, update)) changed.add(element);
      }
    }
    this.#waiting.clear();
    if (changed.size > 0) this.#highlight(changed);
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

/** The text that a value is shown as. */
export function textOf(value: Json): string {
  if (value === null) return "";
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

/** True when the element shows something else now. */
function change(element: Element, update: Update): boolean {
  switch (update.type) {
    case "update_value":
      return isField(element)
        ? changeField(element, update.value)
        : changeText(element, textOf(update.value));
    default:
      update.type satisfies never;
      return false;
  }
}

function changeText(element: Element, text: string): boolean {
  if (element.localName === "script" || element.localName === "style") return false;
  if (element.textContent === text) return false;
  element.textContent = text;
  return true;
}

/**
 * A field is the user's while it is focused or dirty. What was applied becomes the field's default,
 * so that dirty is what the page itself says, a field that was saved is clean again when its value
 * comes back, and resetting the form shows what the server holds.
 */
function changeField(field: Field, value: Json): boolean {
  if (field.type === "file") return false;
  if (shows(field, value)) {
    settle(field);
    return false;
  }
  if (field.matches(":focus") || isDirty(field) || !canShow(field, value)) {
    field.setAttribute(PENDING, "");
    return false;
  }
  if (isCheckable(field)) field.checked = isChecked(field, value);
  else field.value = textOf(value);
  settle(field);
  return true;
}

function shows(field: Field, value: Json): boolean {
  return isCheckable(field)
    ? field.checked === isChecked(field, value)
    : field.value === textOf(value);
}

/** A menu without that option would become empty, and an empty one is not posted with its form. */
function canShow(field: Field, value: Json): boolean {
  return !isSelect(field) || [...field.options].some((option) => option.value === textOf(value));
}

function isDirty(field: Field): boolean {
  if (isCheckable(field)) return field.checked !== field.defaultChecked;
  if (!isSelect(field)) return field.value !== field.defaultValue;
  const options = [...field.options];
  // A menu in which no option is declared selected shows its first one: not the user's doing.
  if (!field.multiple && !options.some((option) => option.defaultSelected)) {
    return field.selectedIndex > 0;
  }
  return options.some((option) => option.selected !== option.defaultSelected);
}

function settle(field: Field): void {
  field.removeAttribute(PENDING);
  if (isCheckable(field)) field.defaultChecked = field.checked;
  else if (!isSelect(field)) field.defaultValue = field.value;
  else for (const option of field.options) option.defaultSelected = option.selected;
}

function isChecked(field: HTMLInputElement, value: Json): boolean {
  return field.type === "radio" ? field.value === textOf(value) : Boolean(value);
}

function isCheckable(field: Field): field is HTMLInputElement {
  return field.type === "checkbox" || field.type === "radio";
}

function isSelect(field: Field): field is HTMLSelectElement {
  return field.localName === "select";
}

function isField(element: Element): element is Field {
  return ["input", "textarea", "select"].includes(element.localName);
}
