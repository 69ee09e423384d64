import { addressOf } from "./address.ts";
import { type Change, textOf } from "./change.ts";
import { isCode } from "./content.ts";
import { attributeOf, fieldChange, isCheckable, isField } from "./field.ts";
import type { Json, ToggleClass, UpdateAttribute } from "./messages.ts";
import { warn } from "./warn.ts";

/** A name, and none that a browser runs, reads as markup, or that keeps the element live. */
const NAME = /^(?!on|srcdoc$|data-update-)[a-z_:][\w.:-]*$/i;

/** Of these, false is a value and not an absence: draggable, contenteditable, spellcheck, translate. */
const ENUMERATED = /^(aria-|data-|drag|content|spell|trans)/i;

/** An attribute and its address: not code, and data only where it is looked at or listened to. */
const SAFE = /^(?!\S+ ((java|vb)script|data):)|^(src|poster) data:(image|audio|video)\//i;

export function classChange({ classList }: Element, { class: name, value }: ToggleClass): Change {
  const isThere = classList.contains(name);
  if (!/^\S+$/.test(name) || isThere === Boolean(value)) return null;
  return () => classList.toggle(name, !isThere);
}

export function attributeChange(element: Element, update: UpdateAttribute): Change {
  const { attribute_name: name, value } = update;
  const text = attributeText(name, value);
  if (!isSafe(element, name, text)) {
    warn("refuses this:", update);
    return null;
  }
  if (isField(element) && name.toLowerCase() === attributeOf(element)) {
    return fieldChange(element, isCheckable(element) ? text !== null : text ?? "");
  }
  if (element.getAttribute(name) === text) return null;
  return () => text === null ? element.removeAttribute(name) : element.setAttribute(name, text);
}

/** Null when the attribute is not to be there. */
function attributeText(name: string, value: Json): string | null {
  if (typeof value === "boolean" && !ENUMERATED.test(name)) return value ? "" : null;
  return value === null ? null : textOf(value);
}

function isSafe(element: Element, name: string, text: string | null): boolean {
  // Read as a browser does: without the white space and the capitals that would hide a scheme.
  const address = addressOf(text ?? "", element.baseURI)?.href;
  return NAME.test(name) && !isCode(element) && SAFE.test(name + " " + address);
}
