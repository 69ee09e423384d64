import type { Json } from "./messages.ts";
import type { Asking, Models, Reply } from "./models.ts";

/** How a row is called. */
export type Pk = string | number;

/** A row, with what it is called, and what the user may see of it. */
export type Row<Fields> = Readonly<Fields> & { readonly pk: Pk };

/** What has happened to a row. */
export type RowEvent<Fields> =
  | { readonly action: "create" | "update"; readonly pk: Pk; readonly row: Row<Fields> }
  | { readonly action: "delete"; readonly pk: Pk };

/**
 * What a subscription can be told of itself. Connecting: nothing was read yet. Live: everything was
 * told that was there when it last asked, and what happens since. Offline: something may have
 * happened. Refused: the server says no, and is asked again with the next connection.
 */
export type SubscriptionState = "connecting" | "live" | "offline" | "refused";

/** The server does not do what it was asked for. */
export class ModelError extends Error {
  override readonly name: string = "ModelError";

  /**
   * @param status as of HTTP; 0: it was closed before it was answered
   * @param errors sentences, or for each field its sentences
   */
  constructor(what: string, readonly status: number, readonly errors: readonly Json[]) {
    super(`${what}: ${status} ${errors.map((error) => textOf(error)).join(" ")}`);
  }

  static of(model: string, reply: Reply): ModelError {
    return new ModelError(
      `${reply.action} of ${model}`,
      reply.response_status,
      reply.errors,
    );
  }
}

/** Which rows: one, or those whose fields have some values. */
export type Selection<Fields> = Pk | { readonly [Name in keyof Fields]?: Fields[Name] };

/** Whether it was done. */
export function isDone({ response_status }: Reply): boolean {
  return response_status < 300;
}

/** How long to wait before a server that could not answer is asked again. */
const TROUBLE = 10_000;

/**
 * Some rows, as they were told last. First it joins, then it reads: what happens between is told
 * before it or after it, and never lost. With each new connection it does both again, and tells
 * what is different.
 */
export class Observation<Fields> implements Asking {
  readonly #models: Models;
  readonly #model: string;
  readonly #selection: Selection<Fields>;
  readonly #told: (event: RowEvent<Fields>) => void;
  readonly #says: (state: SubscriptionState, error?: ModelError) => void;
  readonly #after: (milliseconds: number, then: () => void) => () => void;
  readonly #rows = new Map<string, { readonly pk: Pk; readonly text: string }>();
  #state: SubscriptionState = "connecting";
  #requests: number[] = [];
  #stopsWaiting = () => {};

  constructor(
    models: Models,
    model: string,
    selection: Selection<Fields>,
    told: (event: RowEvent<Fields>) => void,
    says: (state: SubscriptionState, error?: ModelError) => void,
    after: (milliseconds: number, then: () => void) => () => void,
  ) {
    this.#models = models;
    this.#model = model;
    this.#selection = selection;
    this.#told = told;
    this.#says = says;
    this.#after = after;
    models.add(this);
  }

  get state(): SubscriptionState {
    return this.#state;
  }

  cancel(): void {
    this.#models.remove(this);
    this.#leave();
  }

  connected(): void {
    const selection = this.#selection;
    const which = typeof selection === "object" ? { filters: selection } : { ids: [selection] };
    this.#ask(
      { action: "subscribe_many", ...which },
      () => this.#read(selection),
      (event) => this.#happened(event),
    );
  }

  disconnected(): void {
    this.#requests = []; // nobody knows of them any more
    this.#stopsWaiting();
    if (this.#state === "live") this.#is("offline");
  }

  #read(selection: Selection<Fields>): void {
    const request = typeof selection === "object"
      ? { action: "list", filters: selection }
      : { action: "retrieve", pk: selection };
    this.#ask(request, ({ data }) => {
      this.#shows(Array.isArray(data) ? data as Row<Fields>[] : data ? [data as Row<Fields>] : []);
      this.#is("live");
    });
  }

  #ask(
    request: { action: string },
    then: (reply: Reply) => void,
    told?: (event: Reply) => void,
  ): void {
    const id = this.#models.ask(this.#model, request, (reply) => {
      // A row that is not there may come.
      if (isDone(reply) || reply.response_status === 404) then(reply);
      else this.#refused(reply);
    }, told);
    this.#requests.push(id);
  }

  /** What is not to be seen is not there. */
  #refused(reply: Reply): void {
    this.#leave();
    if (reply.response_status < 500) this.#shows([]);
    else this.#stopsWaiting = this.#after(TROUBLE, () => this.connected());
    this.#is("refused", ModelError.of(this.#model, reply));
  }

  #leave(): void {
    for (const id of this.#requests) this.#models.forget(this.#model, id);
    this.#requests = [];
    this.#stopsWaiting();
  }

  #shows(rows: Row<Fields>[]): void {
    const there = new Set(rows.map(({ pk }) => String(pk)));
    for (const [key, { pk }] of [...this.#rows]) if (!there.has(key)) this.#gone(key, pk);
    for (const row of rows) this.#there(row);
  }

  #happened({ action, data }: Reply): void {
    const row = data as Row<Fields>;
    if (action === "delete") this.#gone(String(row.pk), row.pk);
    else this.#there(row);
  }

  #there(row: Row<Fields>): void {
    const { pk } = row;
    const key = String(pk);
    const text = JSON.stringify(row);
    const before = this.#rows.get(key);
    if (before?.text === text) return;
    this.#rows.set(key, { pk, text });
    this.#tell({ action: before ? "update" : "create", pk, row });
  }

  #gone(key: string, pk: Pk): void {
    if (this.#rows.delete(key)) this.#tell({ action: "delete", pk });
  }

  #tell(event: RowEvent<Fields>): void {
    try {
      this.#told(event);
    } catch (problem) {
      console.error(`Updatable: who subscribed to ${this.#model} failed:`, problem);
    }
  }

  #is(state: SubscriptionState, error?: ModelError): void {
    this.#state = state;
    try {
      this.#says(state, error);
    } catch (problem) {
      console.error(`Updatable: who subscribed to ${this.#model} failed:`, problem);
    }
  }
}

function textOf(error: Json): string {
  return typeof error === "string" ? error : JSON.stringify(error);
}
