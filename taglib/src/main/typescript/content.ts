import type { Change } from "./change.ts";
import { trust } from "./trust.ts";

/** What the page's Trusted Types make of markup; null when it is not trusted. */
export const trusted = trust(globalThis.trustedTypes);

/**
 * A value is markup where the server says so, and the page as well; else it is text. Markup is
 * compared as a browser writes it, since a page may have escaped it otherwise; it is parsed apart,
 * where nothing of it is loaded.
 */
export function contentChange(element: Element, value: string, html?: boolean): Change {
  if (isCode(element) || element.querySelector("input,select,textarea")) return null;
  const markup = html && element.hasAttribute("data-update-html") ? trusted(value) : null;
  if (markup === null) {
    return element.textContent === value ? null : () => placeOf(element).textContent = value;
  }
  const template = element.ownerDocument.createElement("template");
  template.innerHTML = markup;
  if (element.innerHTML === template.innerHTML) return null;
  return () => element.replaceChildren(template.content);
}

/** What such an element holds or refers to would be run. */
export function isCode({ localName }: Element): boolean {
  return localName === "script" || localName === "style";
}

/** A text node that stays keeps the selection where it is. */
function placeOf(element: Element): Node {
  const { firstChild } = element;
  return firstChild?.nodeType === 3 /* text */ && !firstChild.nextSibling ? firstChild : element;
}
