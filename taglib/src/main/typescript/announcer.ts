/** A screen reader that is told more often never finishes a sentence. */
const PAUSE = 1_000;

type Politeness = "polite" | "assertive";

/**
 * Tells screen readers what changed, for elements that ask for it with `data-update-announce`:
 * what changes within a second is announced at its end, in one sentence, the latest text of each
 * element.
 */
export class Announcer {
  readonly #after: (milliseconds: number, then: () => void) => unknown;
  readonly #waiting = new WeakMap<Element, Set<Element>>();

  constructor(after: (milliseconds: number, then: () => void) => unknown) {
    this.#after = after;
  }

  /** An element shows another text now. */
  showed(element: Element): void {
    const politeness = element.getAttribute("data-update-announce");
    if (politeness !== "polite" && politeness !== "assertive") return;
    const region = regionOf(politeness); // at once: what it holds when it appears is read by nobody
    const waiting = this.#waiting.get(region) ?? new Set();
    if (waiting.size === 0) {
      this.#after(PAUSE, () => {
        region.textContent = [...waiting].map(wordsOf).join(". ");
        waiting.clear();
      });
    }
    this.#waiting.set(region, waiting.add(element));
  }
}

function wordsOf(element: Element): string {
  const label = element.getAttribute("data-update-announce-label") ??
    element.getAttribute("aria-label") ?? "";
  return (label + " " + element.textContent).trim();
}

/**
 * Found by its id, so that a page that replaced its body gets another one. It is styled by script:
 * a strict Content Security Policy takes no style attribute.
 */
function regionOf(politeness: Politeness): Element {
  const id = "updatable-" + politeness;
  const present = document.getElementById(id);
  if (present) return present;
  const region = document.createElement("div");
  region.id = id;
  region.setAttribute("role", politeness === "polite" ? "status" : "alert");
  region.setAttribute("aria-live", politeness);
  region.setAttribute("aria-atomic", "true");
  region.style.cssText = "position:fixed;clip-path:inset(50%)"; // unseen, and yet there
  document.body.append(region);
  return region;
}
