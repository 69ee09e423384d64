import { Connection, type ConnectionListener, type Surroundings } from "./connection.ts";
import type { Json } from "./messages.ts";

/** A server answers so many frames at once, and so many more after a while; it hangs up on who sends more. */
const AT_ONCE = 100;
const WHILE = 2_500;

/** What is asked for. */
export type Request = { readonly action: string; readonly [name: string]: unknown };

/** What a server answers, and how it tells what has happened to a row. */
export interface Reply {
  readonly action: string | null;
  readonly request_id: Json;
  readonly response_status: number;
  readonly errors: readonly Json[];
  readonly data: Json;
}

/** Who has to ask anew when a connection was lost. */
export interface Asking {
  connected(): void;
  disconnected(): void;
}

type Hearing = (reply: Reply) => void;

/**
 * What is said at `/updates/{model}`, by one connection for all models of an application: each
 * request is a stream that has the name of its model.
 */
export class Models implements ConnectionListener {
  readonly connection: Connection;
  readonly #after: Surroundings["after"];
  readonly #asking = new Set<Asking>();
  readonly #answered = new Map<number, Hearing>();
  readonly #told = new Map<number, Hearing>();
  #frames: string[] = [];
  #room = AT_ONCE;
  #waits = false;
  #last = 0;
  #model = "";

  constructor(endpoint: string, surroundings: Surroundings) {
    this.#after = surroundings.after;
    this.connection = new Connection(endpoint, this, surroundings);
  }

  /** Asks now, if there is a connection, and with each one that there is from now on. */
  add(asking: Asking): void {
    this.#asking.add(asking);
    this.connection.needed();
    if (this.connection.open) asking.connected();
  }

  /** Asks no more. */
  remove(asking: Asking): void {
    this.#asking.delete(asking);
  }

  /**
   * Asks for something.
   *
   * @param answered is told the answer, unless the connection is lost before
   * @param told is told what happens from then on
   * @returns what the request is called
   */
  ask(model: string, request: Request, answered: Hearing, told?: Hearing): number {
    const id = ++this.#last;
    this.#answered.set(id, answered);
    if (told) this.#told.set(id, told);
    this.#send(model, { ...request, request_id: id });
    return id;
  }

  /** Whoever asked does not want to know any more. */
  forget(model: string, id: number): void {
    this.#answered.delete(id);
    if (this.#told.delete(id)) {
      this.#send(model, { action: "unsubscribe_many", request_id: id });
    }
  }

  connected(): void {
    this.#room = AT_ONCE;
    for (const asking of [...this.#asking]) asking.connected();
  }

  received(frame: string): void {
    const reply = read(frame);
    const id = reply?.request_id;
    if (!reply || typeof id !== "number") return;
    const answered = this.#answered.get(id);
    this.#answered.delete(id);
    (answered ?? this.#told.get(id))?.(reply);
  }

  disconnected(): void {
    this.#frames = [];
    this.#answered.clear();
    this.#told.clear();
    for (const asking of [...this.#asking]) asking.disconnected();
  }

  /** Leaves what nobody has joined: that harms nothing, and is answered. */
  asks(): void {
    this.#send(this.#model, { action: "unsubscribe_many", request_id: 0 });
  }

  #send(model: string, payload: Request): void {
    if (!this.connection.open) return;
    this.#model = model;
    this.#frames.push(JSON.stringify({ stream: model, payload }));
    this.#flush();
  }

  #flush(): void {
    const frames = this.#frames.splice(0, this.#room);
    this.#room -= frames.length;
    this.connection.send(frames);
    if (this.#waits) return;
    this.#waits = true;
    this.#after(WHILE, () => {
      this.#waits = false;
      this.#room = AT_ONCE;
      if (this.#frames.length > 0) this.#flush();
    });
  }
}

function read(frame: string): Reply | null {
  try {
    const { payload } = JSON.parse(frame) as { payload?: Reply };
    return payload ?? null; // without one it is about the connection, which ends then
  } catch (problem) {
    console.warn("Updatable cannot read this:", problem);
    return null;
  }
}
