import type { Json } from "./messages.ts";

/**
 * What an update would do to an element, and has not done yet. Null: nothing, it is so already.
 * Pending: the element is a form field that is the user's for now.
 */
export type Change = (() => unknown) | "pending" | null;

/** The text that a value is shown as. */
export function textOf(value: Json): string {
  if (value === null) return "";
  return typeof value === "string" ? value : JSON.stringify(value);
}
