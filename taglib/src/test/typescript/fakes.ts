import type { Socket, Surroundings } from "../../main/typescript/connection.ts";

/** Time that passes when a test says so. */
export class Clock {
  #now = 0;
  #timers: { at: number; then: () => void }[] = [];

  readonly after = (milliseconds: number, then: () => void): () => void => {
    const timer = { at: this.#now + milliseconds, then };
    this.#timers.push(timer);
    return () => this.#timers = this.#timers.filter((other) => other !== timer);
  };

  pass(milliseconds: number): void {
    const end = this.#now + milliseconds;
    for (;;) {
      const next = this.#timers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
      if (!next) break;
      this.#timers = this.#timers.filter((timer) => timer !== next);
      this.#now = next.at;
      next.then();
    }
    this.#now = end;
  }
}

/** A server's end of one attempt to connect. */
export class FakeSocket implements Socket {
  onopen: Socket["onopen"] = null;
  onmessage: Socket["onmessage"] = null;
  onclose: Socket["onclose"] = null;
  readonly sent: string[] = [];
  closed = false;

  opens(): void {
    this.onopen?.(new Event("open"));
  }

  says(data: unknown): void {
    this.onmessage?.(new MessageEvent("message", { data }));
  }

  closes(): void {
    this.onclose?.(new CloseEvent("close"));
  }

  send(frame: string): void {
    this.sent.push(frame);
  }

  close(): void {
    this.closed = true;
  }
}

/** A network whose dice always fall on the same number. */
export class Network implements Surroundings {
  readonly clock = new Clock();
  readonly after = this.clock.after;
  readonly sockets: FakeSocket[] = [];
  refuses = false;
  dice = 0.5;

  socket(_endpoint: string): Socket {
    const socket = new FakeSocket();
    this.sockets.push(socket);
    if (this.refuses) throw new Error("refused");
    return socket;
  }

  random(): number {
    return this.dice;
  }

  get last(): FakeSocket {
    const socket = this.sockets.at(-1);
    if (!socket) throw new Error("nobody has connected");
    return socket;
  }
}

/**
 * As much of an element as updates need; what really happens in a document is seen in a real
 * browser. Like one, it writes an apostrophe plainly, however the page has escaped it.
 */
export class FakeElement extends EventTarget {
  readonly attributes = new Map<string, string>();
  readonly log: string[] = [];
  readonly baseURI = "https://host/newsroom/posts";
  readonly style = { cssText: "" };
  readonly #classes = new Set<string>();
  firstChild: { nodeType: number; nextSibling: unknown; textContent: string } | null = null;
  hasField = false;
  #markup: string;

  constructor(markup = "", readonly localName = "span", attributes: Record<string, string> = {}) {
    super();
    this.#markup = markup;
    for (const name in attributes) this.attributes.set(name, attributes[name]!);
  }

  querySelector(): FakeElement | null {
    return this.hasField ? new FakeElement("", "input") : null;
  }

  get textContent(): string {
    return this.firstChild?.textContent ?? this.#markup.replace(/<[^>]*>/g, "");
  }

  set textContent(text: string) {
    this.log.push(text);
    this.firstChild = null;
    this.#markup = text;
  }

  get innerHTML(): string {
    return this.#markup;
  }

  set innerHTML(markup: string) {
    this.#markup = markup.replace(/&#39;/g, "'");
  }

  get content(): FakeElement {
    return this;
  }

  get classes(): string {
    return [...this.#classes].join(" ");
  }

  readonly ownerDocument = { createElement: () => new FakeElement() };
  readonly classList = {
    contains: (name: string) => this.#classes.has(name),
    toggle: (name: string, force: boolean) =>
      force ? this.#classes.add(name) : this.#classes.delete(name),
  };

  replaceChildren(content: FakeElement): void {
    this.log.push("markup " + content.innerHTML);
    this.#markup = content.innerHTML;
  }

  getAttribute = (name: string) => this.attributes.get(name.toLowerCase()) ?? null;
  hasAttribute = (name: string) => this.attributes.has(name.toLowerCase());
  setAttribute = (name: string, value: string): void => {
    this.attributes.set(name.toLowerCase(), value);
  };
  removeAttribute = (name: string) => void this.attributes.delete(name.toLowerCase());
  getBoundingClientRect = () => this.log.push("layout");
}

/** A field that shows its default, until the user does something. */
export class FakeField extends FakeElement {
  value: string;
  checked = false;
  defaultChecked = false;
  focused = false;
  defaultValue: string;

  constructor(readonly type: string, value = "") {
    super("", "input");
    this.value = this.defaultValue = value;
  }

  matches = (selector: string) => selector === ":focus" && this.focused;
}

/** What the script says on the console while something happens. */
export function warnings(during: () => void): unknown[][] {
  const said: unknown[][] = [];
  const warn = console.warn;
  console.warn = (...words) => void said.push(words);
  try {
    during();
  } finally {
    console.warn = warn;
  }
  return said;
}
