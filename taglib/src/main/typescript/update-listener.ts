import { after } from "./after.ts";
import { Apply } from "./apply.ts";
import { Connection, type ConnectionListener, type Surroundings } from "./connection.ts";
import { Groups } from "./groups.ts";
import type { Later } from "./later.ts";
import { type Notify, read, type Refused, type Update, write } from "./messages.ts";
import type { NotificationHandler } from "./channels.ts";
import { followPage } from "./page.ts";
import { Tab } from "./tab.ts";
import { trusted } from "./content.ts";
import { warn } from "./warn.ts";

const GROUP = "data-update-group";
const TOKEN = "data-update-token";
const DIGEST = "data-update-digest";
const STATE = "data-update-state";

/**
 * Keeps live what the page shows: finds the elements with `data-update-group`, joins their groups,
 * and lets the updates that arrive be applied. A page calls `init` and reads `tab`; the rest is
 * told by the parts below.
 *
 * Nothing here throws into the page.
 */
export class UpdateListener implements ConnectionListener {
  readonly #groups = new Groups<Element>();
  readonly #tab = new Tab(() => sessionStorage);
  readonly #apply: Apply;
  readonly #connection: Connection;
  readonly #part: () => Promise<Later>;
  #sent = 0;
  #sentBefore = 0;

  /** @param part loads what most pages never need */
  constructor(endpoint: string, part: () => Promise<Later>) {
    this.#part = part;
    this.#apply = new Apply({
      showing: (group) => this.#groups.showing(group),
      beforePaint,
      after,
      announce: (element) => this.#later((part) => part.announce?.(element)),
      part: (then) => this.#later(then),
    });
    this.#connection = new Connection(endpoint, this, surroundings);
    this.#listen();
    this.#observe();
    this.#find(document);
    this.#tell();
  }

  /** The id of this browser tab, for the header `Updatable-Tab` of requests that a script makes. */
  get tab(): string {
    return this.#tab.id;
  }

  /**
   * Captures the element and its descendants at once. Who does not call it is served a moment
   * later.
   */
  init(element: Element): void {
    this.#find(element);
    this.#tell();
  }

  /**
   * Hears what is announced on a channel, if the page may: its class is open, or the page shows the
   * channel. After something was missed `{event: "touched"}` is heard.
   *
   * @param handler is told what was announced
   * @param options `signal` ends it
   */
  on(channel: string, handler: NotificationHandler, options?: { signal?: AbortSignal }): void {
    this.#later((part) => part.on?.(channel, handler, options, this.#groups, () => this.#tell()));
  }

  connected(): void {
    this.#sentBefore = this.#sent; // an answer that was given before is none to what follows
    this.#groups.connected();
    this.#find(document);
    this.#tell();
    this.#ready(this.#sentBefore);
  }

  received(frame: string): void {
    try {
      const updates: Update[] = [];
      let answered = -1;
      for (const message of read(frame)) {
        if (message.type === "ready") answered = this.#sentBefore + message.n;
        else if (message.type === "token") this.#groups.tokens.set(message.path, message.token);
        else if (message.type === "refused" || message.type === "notify") this.#aside(message);
        else {
          this.#groups.tooLarge.delete(message.path);
          this.#groups.digests.delete(message.path);
          updates.push(message);
        }
      }
      this.#apply.received(updates, () => this.#ready(answered));
    } catch (problem) {
      warn("cannot read this:", problem);
    }
  }

  disconnected(): void {
    this.#show("offline");
  }

  asks(): void {
    this.#send(['{"batch":[]}']);
  }

  /** Live is a page that shows what was there after it had asked, for all that it has asked for. */
  #ready(frames: number): void {
    if (frames === this.#sent) this.#show(this.#groups.state);
  }

  #aside(message: Refused | Notify): void {
    this.#later((part) =>
      part.aside?.(message, this.#groups, this.#apply, this.#connection, trusted)
    );
  }

  #later(then: (part: Partial<Later>) => void): void {
    this.#part().catch((problem) => {
      warn("cannot load this:", problem);
      return {};
    }).then(then);
  }

  #listen(): void {
    addEventListener("pagehide", () => this.#tab.left());
    // Not at once: the page that is left for this one may put the id back only after this one is
    // shown (Chromium, out of the back/forward cache).
    addEventListener("pageshow", () => after(1_000, () => this.#tab.returned()));
    followPage(this.#connection, () => this.#later((part) => part.hidden?.(this.#connection)));
    for (const event of ["click", "change", "submit"]) {
      addEventListener(event, ({ target }) => this.#touched(target), true);
    }
  }

  #touched(target: EventTarget | null): void {
    const form = formOf(target);
    if (form) this.#tab.touched(form);
  }

  /** Sees elements that the parser, a script or a partial response adds, removes, renames or renders again. */
  #observe(): void {
    new MutationObserver((records) => {
      for (const { type, target, addedNodes, removedNodes } of records) {
        if (type === "attributes") this.#look(target as Element);
        for (const node of [...addedNodes, ...removedNodes]) {
          if (node instanceof Element) this.#find(node);
        }
      }
      this.#tell();
    }).observe(document, { subtree: true, childList: true, attributeFilter: [GROUP, DIGEST] });
  }

  #find(root: Element | Document): void {
    if (root instanceof Element) this.#look(root);
    for (const element of root.querySelectorAll(`[${GROUP}]`)) this.#look(element);
  }

  /** Asks the element itself, which may have moved on since the mutation that is being reported. */
  #look(element: Element): void {
    this.#groups.showed(
      element,
      element.isConnected ? element.getAttribute(GROUP) : null,
      element.getAttribute(TOKEN),
      element.getAttribute(DIGEST),
    );
  }

  #tell(): void {
    if (this.#connection.open) this.#send(write(this.#groups.changes()));
    else if (!this.#groups.empty) this.#need();
  }

  #send(frames: string[]): void {
    this.#sent += frames.length;
    this.#connection.send(frames);
  }

  #need(): void {
    if (!document.documentElement.hasAttribute(STATE)) this.#show("connecting");
    this.#connection.needed();
  }

  #show(state: "connecting" | "live" | "stale" | "offline"): void {
    document.documentElement.setAttribute(STATE, state);
  }
}

const surroundings: Surroundings = {
  socket: (endpoint) => new WebSocket(endpoint, "updatable.v1"),
  after,
  random: Math.random,
};

/**
 * A tab in the background paints nothing and calls no animation frame. And while the page is still
 * being parsed, an element may be there whose text is not: the parser would add it to what we
 * wrote.
 */
function beforePaint(then: () => void): void {
  if (document.readyState === "loading") {
    document.addEventListener("DOMContentLoaded", then, { once: true });
  } else if (document.hidden) then();
  else requestAnimationFrame(then);
}

/** The form that a control belongs to may be elsewhere (`<button form="other">`). */
function formOf(target: EventTarget | null): HTMLFormElement | null {
  if (!(target instanceof Element)) return null;
  const control = target.closest("button,input,select,textarea");
  return (control as HTMLButtonElement | null)?.form ?? target.closest("form");
}
