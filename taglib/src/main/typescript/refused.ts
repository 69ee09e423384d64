import { isField } from "./field.ts";
import { type Groups, groupsIn } from "./groups.ts";
import type { Refused, Update } from "./messages.ts";
import { warn } from "./warn.ts";

/** After a restart of the server, or of a value that all have to fetch, all pages want to at once. */
const SPREAD = 5_000;

/** What a refusal needs of the page. */
export interface RefusedPage {
  readonly groups: Groups<Element>;
  /** Connects once more, as whoever is logged in now. */
  reconnect(): void;
  apply(updates: Update[]): void;
  after(milliseconds: number, then: () => void): unknown;
  /** At least 0, below 1. */
  random(): number;
  /** The elements that show groups, in the page as the server renders it now. */
  render(): Promise<Element[]>;
  /** Something on the page will not follow what is committed. */
  stale(): void;
}

/**
 * The server does not let the page watch something, or does not send it. Then the page fetches
 * itself, and takes what it needs: other tokens, once for each connection, when its own are
 * outdated (after a restart of the server, or because somebody else is logged in); and values that
 * are too large to be sent. What that does not help is stale.
 *
 * With new tokens it connects again: who is logged in now need not be who was when it connected.
 */
export class Refusals {
  readonly #page: RefusedPage;
  #planned = false;
  #outdated = false;

  constructor(page: RefusedPage) {
    this.#page = page;
  }

  refused(message: Refused): void {
    const { groups, after, random } = this.#page;
    const { path, code } = message;
    if (code === 413) groups.tooLarge.set(path, message);
    else if (code !== 410 || groups.renewed) return this.#stale("refuses this:", path);
    else if (this.#outdated) return; // it is being fetched already, for all
    else this.#outdated = true;
    if (!this.#planned) after(random() * SPREAD, () => void this.#render());
    this.#planned = true;
  }

  async #render(): Promise<void> {
    this.#planned = false;
    const { groups, apply, render, reconnect } = this.#page;
    const wanted = new Map(groups.tooLarge);
    try {
      const rendered = await render();
      for (const [path, message] of wanted) {
        if (groups.tooLarge.get(path) !== message) continue; // a newer one has come meanwhile
        groups.tooLarge.delete(path);
        apply([updateFrom(rendered, message)]);
      }
      if (!this.#outdated) return;
      takeTokens(rendered, groups);
      groups.renews = true;
      reconnect();
    } catch (problem) {
      this.#stale("cannot take this from the page:", problem);
    } finally {
      this.#outdated = false;
    }
  }

  #stale(what: string, about: unknown): void {
    warn(what, about);
    this.#page.stale();
  }
}

function takeTokens(rendered: Element[], { tokens }: Groups<Element>): void {
  for (const element of rendered) {
    const given = groupsIn(element.getAttribute("data-update-token"));
    groupsOf(element).forEach((group, i) => tokens.set(group, given[i]));
  }
}

/** What the server would have said. */
function updateFrom(rendered: Element[], { path, attribute_name: name }: Refused): Update {
  const element = rendered.find((each) => groupsOf(each).includes(path));
  if (!element) throw new Error(path);
  if (name) {
    const value = element.getAttribute(name);
    return { type: "update_attribute", path, attribute_name: name, value };
  }
  const html = element.hasAttribute("data-update-html");
  const text = isField(element) ? element.value : element.textContent;
  return { type: "update_value", path, value: html ? element.innerHTML : text, html };
}

function groupsOf(element: Element): string[] {
  return groupsIn(element.getAttribute("data-update-group"));
}
