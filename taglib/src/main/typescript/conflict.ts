/** What a form says when the row that it edits was changed meanwhile, and what the user chooses. */
import { type Change, textOf } from "./change.ts";
import type { UpdatableEventMap } from "./events.ts";
import * as fields from "./field.ts";
import { type Field, isDirty, isField, PENDING, take } from "./field.ts";
import type { Json } from "./messages.ts";

/** On the field that keeps which version of the row the user has seen: the newest one that there is. */
const VERSION = "data-update-version";

/** On the element that says so, when there is a conflict: which one. */
const CONFLICT = "data-update-conflict";

/** What a form field has not taken. */
const missed = new WeakMap<Element, Json>();

/** What an update of a form field would do. A newer version of the row that a form edits is for the user to decide. */
export function valueChange(field: Field, value: Json): Change {
  if (!field.hasAttribute(VERSION)) return fields.valueChange(field, value);
  const newest = String(value);
  if (field.getAttribute(VERSION) === newest) return null;
  return () => {
    field.setAttribute(VERSION, newest);
    // When all of the commit is shown.
    queueMicrotask(() => decide(field));
  };
}

/** From now on: what fields do not take is remembered, and who chooses is heard. */
export function watchConflicts(page: Document): void {
  page.addEventListener("updatable:pending", ({ target, detail: { update } }) => {
    if (target instanceof Element && update.type === "update_value") {
      missed.set(target, update.value);
    }
  });
  page.addEventListener("updatable:after", ({ target, detail: { update } }) => {
    if (target instanceof HTMLInputElement && update.type === "removed") decide(target);
  });
  page.addEventListener("click", ({ target }) => {
    const button = target instanceof Element ? target.closest("[data-update-choice]") : null;
    const version = button?.closest(`[${CONFLICT}]`)?.querySelector(`[${VERSION}]`);
    if (!(version instanceof HTMLInputElement)) return;
    const isTaking = button?.getAttribute("data-update-choice") === "take";
    for (const field of fieldsOf(version)) {
      if (isTaking) taken(field);
      else field.removeAttribute(PENDING);
      missed.delete(field);
    }
    if (!isTaking) accept(version);
    decide(version);
  });
}

/** Where nothing is the user's, the form follows. Else it keeps the version that she has seen: who saves it is told. */
function decide(version: Field): void {
  const isGone = version.hasAttribute("data-update-removed");
  const isNewer = Number(version.getAttribute(VERSION)) > Number(version.value);
  if (isNewer && !isGone && fieldsOf(version).every(isUntouched)) accept(version);
  say(version, isGone ? "removed" : isNewer && !isSeen(version) ? "changed" : "");
}

function isSeen(version: Field): boolean {
  return version.value === version.getAttribute(VERSION);
}

function accept(version: Field): void {
  version.value = version.getAttribute(VERSION) ?? "";
}

/** What is not live may be older than the version. */
function isUntouched(field: Field): boolean {
  return field.hasAttribute("data-update-group") && !field.hasAttribute(PENDING) && !isDirty(field);
}

/** What draws the field otherwise hears of it as of an update. */
function taken(field: Field): void {
  const path = field.getAttribute("data-update-group") ?? "";
  const value = missed.get(field);
  take(field, value);
  const type: keyof UpdatableEventMap = "updatable:after";
  const detail = { update: { type: "update_value", path, value: value ?? field.value } };
  field.dispatchEvent(new CustomEvent(type, { bubbles: true, detail }));
}

/** All that people write into the form. */
function fieldsOf(version: Field): Field[] {
  return [...version.form?.elements ?? []].filter(isField).filter(({ type }) =>
    !["hidden", "submit", "button", "reset", "image", "file"].includes(type)
  );
}

function say(version: Field, conflict: "" | "changed" | "removed"): void {
  const box = version.closest(`[${CONFLICT}]`);
  if (!box) return;
  const actor = box.querySelector("[data-update-part=changedBy] [data-update-group]")?.textContent;
  const theirs = fieldsOf(version).flatMap(line);
  const isSaid = new Map<string, boolean>([
    ["changed", conflict === "changed" && !actor],
    ["changedBy", conflict === "changed" && Boolean(actor)],
    ["theirs", conflict === "changed" && theirs.length > 0],
    ["choice", conflict === "changed"],
    ["removed", conflict === "removed"],
  ]);
  box.setAttribute(CONFLICT, conflict);
  for (const part of box.querySelectorAll<HTMLElement>("[data-update-part]")) {
    const name = part.getAttribute("data-update-part") ?? "";
    if (name === "theirs") part.replaceChildren(...theirs);
    part.hidden = !isSaid.get(name);
  }
}

/** What a field would show, as one line beside what the user has written there. */
function line(field: Field): Element[] {
  const value = missed.get(field);
  if (value === undefined || !field.hasAttribute(PENDING)) return [];
  const label = field.labels?.[0]?.textContent?.trim() ?? field.getAttribute("aria-label") ??
    field.name;
  const line = document.createElement("div");
  if (field.type !== "radio") line.textContent = `${label}: ${shownFor(field, value)}`;
  else if (field.value === textOf(value)) line.textContent = label;
  else return [];
  return [line];
}

function shownFor(field: Field, value: Json): string {
  if (field.type === "checkbox") return value ? "☑" : "☐";
  const text = textOf(value);
  if (!(field instanceof HTMLSelectElement)) return text;
  return [...field.options].find((option) => option.value === text)?.text ?? text;
}
