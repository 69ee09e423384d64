import { after } from "./after.ts";
import { isField } from "./field.ts";

/** A screen reader that is told more often never finishes a sentence. */
const PAUSE = 1_000;

/**
 * Tells screen readers what changed, for elements that ask for it with `data-update-announce`, in
 * a live region of one politeness: what changes within a second is announced at its end, in one
 * sentence, the latest text of each element.
 */
export class Announcer {
  readonly #politeness: string;
  readonly #after: (milliseconds: number, then: () => void) => unknown;
  readonly #waiting = new Set<Element>();
  readonly #region = document.createElement("div");

  constructor(
    politeness: "polite" | "assertive",
    role: "status" | "alert",
    after: (milliseconds: number, then: () => void) => unknown,
  ) {
    this.#politeness = politeness;
    this.#after = after;
    this.#region.setAttribute("role", role);
    this.#region.setAttribute("aria-live", politeness);
    // By script: a strict Content Security Policy takes no style attribute. Unseen, and yet there.
    this.#region.style.cssText = "position:fixed;clip-path:inset(50%)";
  }

  /** An element shows another text now. */
  showed(element: Element): void {
    if (element.getAttribute("data-update-announce") !== this.#politeness) return;
    this.#place(); // at once: what a region holds when it appears is read by nobody
    if (this.#waiting.size === 0) {
      this.#after(PAUSE, () => {
        this.#place();
        this.#region.textContent = [...this.#waiting].map(wordsOf).join(". ");
        this.#waiting.clear();
      });
    }
    this.#waiting.add(element);
  }

  /**
   * Where it is read: in the modal dialog that is open, which makes everything else inert. It comes
   * there empty: an alert that appears is read.
   */
  #place(): void {
    const place = [...document.querySelectorAll("dialog:modal")].pop() ?? document.body;
    if (this.#region.parentNode === place) return;
    this.#region.textContent = "";
    place.append(this.#region);
  }
}

let announcers: Announcer[] = [];

/**
 * Tells screen readers what an element shows now, as politely as it asks for. A part of its own,
 * which a page loads when it first needs it.
 */
export function announce(element: Element): void {
  if (announcers.length === 0) {
    announcers = [
      new Announcer("polite", "status", after),
      new Announcer("assertive", "alert", after),
    ];
  }
  for (const announcer of announcers) announcer.showed(element);
}

function wordsOf(element: Element): string {
  const label = element.getAttribute("data-update-announce-label") ??
    element.getAttribute("aria-label") ?? "";
  return (label + " " + (isField(element) ? element.value : element.textContent)).trim();
}
