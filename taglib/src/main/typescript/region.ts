/**
 * Renders parts of the page again when something was announced on their channels. A file of its
 * own, which is loaded when it is first needed.
 */
// @ts-types="idiomorph/types"
import { Idiomorph } from "idiomorph";
import { after } from "./after.ts";
import type { RegionDetail, UpdatableEventMap } from "./events.ts";
import { isDirty, isField } from "./field.ts";
import type { Notify } from "./messages.ts";
import { warn } from "./warn.ts";

/** What changes within it is rendered once. */
const PAUSE = 100;

/** The longest wait after a server that could not render. */
const CAP = 30_000;

const STATE = "jakarta.faces.ViewState";
const WINDOW = "jakarta.faces.ClientWindow";

type Trusted = (markup: string) => string | null;

const waiting = new Set<Element>();
let isPlanned = false;
let isBusy = false;
let failures = 0;

/**
 * Something was announced on the channel of these elements. Each that it concerns says
 * `updatable:region` first, whose `preventDefault()` leaves it as it is.
 *
 * @param trusted what the page's Trusted Types make of markup
 */
export function announced(
  { path, payload, spread = 0 }: Notify,
  elements: Iterable<Element>,
  trusted: Trusted,
): void {
  for (const element of elements) {
    if (!concerns(element, payload)) continue;
    const type: keyof UpdatableEventMap = "updatable:region";
    const detail: RegionDetail = { channel: path, payload };
    const event = new CustomEvent(type, { bubbles: true, cancelable: true, detail });
    if (element.dispatchEvent(event)) waiting.add(element);
  }
  plan(PAUSE + Math.random() * spread, trusted);
}

/** A region may be about one row, or show some fields only. What nobody knows concerns all. */
function concerns(element: Element, { pk, fields, created }: Notify["payload"]): boolean {
  const row = element.getAttribute("data-update-pk");
  if (row !== null && pk !== undefined && String(pk) !== row) return false;
  const shown = element.getAttribute("data-update-fields")?.split(/\s+/);
  return !shown || !Array.isArray(fields) || created === true ||
    fields.some((field) => shown.includes(String(field)));
}

function plan(wait: number, trusted: Trusted): void {
  if (isPlanned || isBusy || waiting.size === 0) return;
  isPlanned = true;
  after(wait, () => {
    isPlanned = false;
    void render(trusted);
  });
}

async function render(trusted: Trusted): Promise<void> {
  const elements = [...waiting].filter((element) => element.isConnected);
  waiting.clear();
  isBusy = true;
  let wait = PAUSE;
  try {
    const faces = elements.filter(isOfFaces);
    const others = elements.filter((element) => !isOfFaces(element));
    if (faces.length > 0 && !await post(faces, trusted)) others.push(...faces);
    if (others.length > 0) await get(others, trusted);
    failures = 0;
  } catch (problem) {
    warn("cannot render a region, and tries again:", problem);
    for (const element of elements) waiting.add(element);
    wait = Math.random() * Math.min(CAP, 1_000 * 2 ** failures++);
  } finally {
    isBusy = false;
    plan(wait, trusted);
  }
}

function isOfFaces(element: Element): boolean {
  return element.getAttribute("data-update-region") === "faces" && formOf(element) !== null;
}

/** The form that knows the state of the view: the one around the element, or any. */
function formOf(element: Element): HTMLFormElement | null {
  const state = `input[name="${STATE}"]`;
  const around = element.closest("form");
  return around?.querySelector(state)
    ? around
    : document.querySelector<HTMLInputElement>(state)?.form ?? null;
}

/**
 * As Faces' own script does for `execute="@none"`: the view keeps its state, and nothing of the
 * form is taken.
 *
 * @returns false when the view is not there any more
 */
async function post(elements: Element[], trusted: Trusted): Promise<boolean> {
  const form = formOf(elements[0]!)!;
  const ids = elements.map(({ id }) => id).join(" ");
  const body = new URLSearchParams({
    "jakarta.faces.partial.ajax": "true",
    "jakarta.faces.source": elements[0]!.id,
    "jakarta.faces.partial.execute": "@none",
    "jakarta.faces.partial.render": ids,
  });
  for (const name of [STATE, WINDOW]) {
    const input = form.querySelector<HTMLInputElement>(`input[name="${name}"]`);
    if (input) body.set(name, input.value);
  }
  const encoded = form.querySelector<HTMLInputElement>('input[name="jakarta.faces.encodedURL"]');
  const response = await fetch(encoded?.value ?? form.getAttribute("action") ?? location.href, {
    method: "POST",
    headers: { "Faces-Request": "partial/ajax" },
    body,
  });
  const answer = parse(await textOf(response), "text/xml", trusted);
  if (answer.querySelector("error,redirect,parsererror")) return false;
  for (const update of answer.querySelectorAll("update")) {
    const id = update.getAttribute("id") ?? "";
    const markup = update.textContent;
    if (id.includes(STATE)) setState(markup);
    const element = elements.find((each) => each.id === id);
    const template = document.createElement("template"); // a part of a table stands in none
    template.innerHTML = trusted(markup) ?? "";
    const rendered = template.content.firstElementChild;
    if (!element || !rendered) continue;
    for (const inner of rendered.querySelectorAll("form")) know(inner, form);
    morph(element, rendered);
  }
  return true;
}

/** A form of Faces that is rendered for a part of the page does not know the state of the view, without which nothing is saved. */
function know(rendered: HTMLFormElement, form: HTMLFormElement): void {
  const marks = [rendered.id, `${rendered.id}_SUBMIT`]; // of Mojarra, and of MyFaces
  if (!marks.some((name) => rendered.elements.namedItem(name))) return;
  for (const name of [STATE, WINDOW]) {
    const input = form.querySelector(`input[name="${name}"]`)?.cloneNode();
    if (!(input instanceof Element) || rendered.elements.namedItem(name)) continue;
    input.removeAttribute("id");
    rendered.append(input);
  }
}

function setState(value: string): void {
  for (const input of document.querySelectorAll<HTMLInputElement>(`input[name="${STATE}"]`)) {
    input.value = value;
  }
}

/** The page as the server renders it now. */
async function get(elements: Element[], trusted: Trusted): Promise<void> {
  const response = await fetch(location.href, { cache: "no-cache" });
  const page = parse(await textOf(response), "text/html", trusted);
  for (const element of elements) {
    const rendered = page.getElementById(element.id);
    if (rendered) morph(element, rendered);
    else warn("finds this region no more:", element.id);
  }
}

async function textOf(response: Response): Promise<string> {
  if (!response.ok) throw new Error(`${response.status} ${response.url}`);
  return await response.text();
}

function parse(markup: string, type: DOMParserSupportedType, trusted: Trusted): Document {
  return new DOMParser().parseFromString(trusted(markup) ?? "", type);
}

/** Only what differs is touched. What is the user's stays, with what is around it. */
function morph(element: Element, rendered: Element): void {
  Idiomorph.morph(element, rendered, {
    morphStyle: "outerHTML",
    callbacks: {
      beforeNodeMorphed: (node: Node) => !isTheUsers(node) && !isOfVersion(node),
      beforeNodeRemoved: (node: Node) => !hasTheUsers(node),
    },
  });
}

function isTheUsers(node: Node): boolean {
  if (!(node instanceof HTMLElement)) return false;
  if (isField(node)) return node.matches(":focus") || isDirty(node);
  return node.isContentEditable && node.matches(":focus");
}

/** Says which version of a row the user has seen: what she writes belongs to that one. */
function isOfVersion(node: Node): boolean {
  return node instanceof Element && node.hasAttribute("data-update-conflict");
}

function hasTheUsers(node: Node): boolean {
  return isTheUsers(node) ||
    (node instanceof Element && [...node.querySelectorAll("*")].some(isTheUsers));
}
