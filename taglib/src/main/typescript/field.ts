import { type Change, textOf } from "./change.ts";
import type { Json } from "./messages.ts";

/**
 * Present on a form field that has not taken an update, because the user is in it or has changed
 * it.
 */
export const PENDING = "data-update-pending";

/** Present on a field that was rendered with what its user has sent, and could not save. */
const UNSAVED = "data-update-unsaved";

export type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** What a field shows: its text, or whether it is checked. */
type State = string | boolean;

export function isField(element: Element): element is Field {
  return /^(input|select|textarea)$/.test(element.localName);
}

export function isCheckable(field: Field): field is HTMLInputElement {
  return field.type === "checkbox" || field.type === "radio";
}

/** The attribute that a field's state starts from. */
export function attributeOf(field: Field): "checked" | "value" {
  return isCheckable(field) ? "checked" : "value";
}

/** What a value would do to a field. */
export function valueChange(field: Field, value: Json): Change {
  return fieldChange(field, stateFor(field, value));
}

/** The state in which a field shows a value. */
function stateFor(field: Field, value: Json): State {
  if (!isCheckable(field)) return textOf(value).replace(/\r/g, "");
  return field.type === "radio" ? field.value === textOf(value) : Boolean(value);
}

/**
 * A field is the user's while it is focused or dirty. What was applied becomes the field's default,
 * so that dirty is what the page itself says, a field that was saved is clean again when its value
 * comes back, and resetting the form shows what the server holds.
 */
export function fieldChange(field: Field, wanted: State): Change {
  if (field.type === "file") return null;
  const states = field as unknown as Record<string, State>;
  const property = attributeOf(field);
  if (states[property] === wanted) {
    settle(field);
    return null;
  }
  if (field.matches(":focus") || isDirty(field) || !canShow(field, wanted)) {
    field.setAttribute(PENDING, "");
    return "pending";
  }
  return () => {
    states[property] = wanted;
    settle(field);
  };
}

/** A menu without that option would become empty, and an empty one is not posted with its form. */
function canShow(field: Field, wanted: State): boolean {
  return !isSelect(field) || [...field.options].some((option) => option.value === wanted);
}

/** Whether the user has changed it. */
export function isDirty(field: Field): boolean {
  if (field.hasAttribute(UNSAVED)) return true;
  if (isCheckable(field)) return field.checked !== field.defaultChecked;
  if (!isSelect(field)) return field.value !== field.defaultValue;
  const options = [...field.options];
  // A menu in which no option is declared selected shows its first one: not the user's doing.
  if (!field.multiple && !options.some((option) => option.defaultSelected)) {
    return field.selectedIndex > 0;
  }
  return options.some((option) => option.selected !== option.defaultSelected);
}

/**
 * The field shows what it has not taken, whatever the user has written; where that is not known,
 * what it showed before her, and then it may still be pending.
 */
export function take(field: Field, value?: Json): void {
  if (value === undefined) return reset(field);
  const wanted = stateFor(field, value);
  if (!canShow(field, wanted)) return;
  (field as unknown as Record<string, State>)[attributeOf(field)] = wanted;
  settle(field);
}

function reset(field: Field): void {
  field.removeAttribute(UNSAVED);
  if (isCheckable(field)) field.checked = field.defaultChecked;
  else if (!isSelect(field)) field.value = field.defaultValue;
  else {
    for (const option of field.options) option.selected = option.defaultSelected;
    if (!field.multiple && field.selectedIndex < 0) field.selectedIndex = 0;
  }
}

function settle(field: Field): void {
  field.removeAttribute(PENDING);
  field.removeAttribute(UNSAVED);
  if (isCheckable(field)) field.defaultChecked = field.checked;
  else if (!isSelect(field)) field.defaultValue = field.value;
  else for (const option of field.options) option.defaultSelected = option.selected;
}

function isSelect(field: Field): field is HTMLSelectElement {
  return field.localName === "select";
}
