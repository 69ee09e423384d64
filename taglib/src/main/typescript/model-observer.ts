/**
 * Rows of live entities for scripts: asked for once, or followed. A file of its own, which a page
 * loads that needs it: `model-observer.js`, beside the script that the tag includes.
 */
import { after } from "./after.ts";
import { endpoint, type Surroundings } from "./connection.ts";
import { hidden } from "./hidden.ts";
import type { Json } from "./messages.ts";
import { type Asking, Models, type Reply, type Request } from "./models.ts";
import {
  isDone,
  ModelError,
  Observation,
  type Pk,
  type Row,
  type RowEvent,
  type Selection,
  type SubscriptionState,
} from "./observation.ts";
import { followPage } from "./page.ts";

export { ModelError };
export type { Pk, Row, RowEvent, Selection, SubscriptionState };

/** Where an application is, when it is not where this script comes from. */
export interface ModelObserverOptions {
  /** A path or an address of its `/updates`, in http(s) or ws(s), relative to the page. */
  readonly endpoint?: string;
}

/** Some of the rows that there are. */
export interface Page<Fields> {
  /** How many there are in all. */
  readonly count: number;
  readonly results: Row<Fields>[];
  readonly limit: number;
  readonly offset: number;
}

/** Rows that are followed. */
export interface Subscription {
  readonly state: SubscriptionState;
  /** Nothing is told any more. */
  cancel(): void;
}

/**
 * The rows of one live entity, as far as the user may see them. All observers of an application
 * share one connection, which comes back when it was lost, ends with the page, and while nobody
 * sees it.
 *
 * @typeParam Fields the live fields of a row
 */
export class ModelObserver<Fields = { readonly [field: string]: Json }> {
  readonly model: string;
  readonly #models: Models;
  readonly #ends = new Set<() => void>();

  /**
   * @param model the name of the entity, as in `/updates/post`
   * @throws {TypeError} when the endpoint is not an address
   */
  constructor(model: string, { endpoint: declared }: ModelObserverOptions = {}) {
    this.model = model;
    this.#models = modelsAt(addressOf(declared));
  }

  /**
   * The row as it is now.
   *
   * @throws {ModelError} 404: there is none, 403: the user may see none
   */
  async retrieve(pk: Pk): Promise<Row<Fields>> {
    return await this.#ask({ action: "retrieve", pk }) as Row<Fields>;
  }

  /**
   * The rows as they are now, in the order of their ids.
   *
   * @param filters what fields are equal to; all rows without
   * @throws {ModelError} 400: there is no such field, or there are too many rows; 403
   */
  async list(filters: Partial<Fields> = {}): Promise<Row<Fields>[]> {
    return await this.#ask({ action: "list", filters }) as Row<Fields>[];
  }

  /**
   * Some of the rows as they are now, in the order of their ids.
   *
   * @param limit how many
   * @param offset how many there are before them
   * @throws {ModelError} 400: there is no such field, or no such page; 403
   */
  async page(
    limit: number,
    offset: number = 0,
    filters: Partial<Fields> = {},
  ): Promise<Page<Fields>> {
    return await this.#ask({ action: "list", filters, limit, offset }) as unknown as Page<Fields>;
  }

  /**
   * Follows a row, or rows. First each that is there is told, as created, and then what happens. A
   * row that begins to match the filters, or to be visible, is created, and one that ceases to is
   * deleted. After a connection was lost what is told is the difference.
   *
   * @param selection the id of a row, or what fields are equal to: `{}` for all rows
   * @param told what has happened to a row
   * @param says how it is about the subscription, and why it is refused; a refusal that nobody
   *   wants to know about stands on the console
   */
  subscribe(
    selection: Selection<Fields>,
    told: (event: RowEvent<Fields>) => void,
    says: (state: SubscriptionState, error?: ModelError) => void = warns,
  ): Subscription {
    const observation = new Observation(this.#models, this.model, selection, told, says, after);
    const end = () => observation.cancel();
    this.#ends.add(end);
    return {
      get state() {
        return observation.state;
      },
      cancel: () => {
        this.#ends.delete(end);
        end();
      },
    };
  }

  /** Cancels all subscriptions; who waits for an answer is told that there will be none. */
  close(): void {
    for (const end of [...this.#ends]) end();
    this.#ends.clear();
  }

  /** Asks until it is answered, by whichever connection. */
  #ask(request: Request): Promise<Json> {
    return new Promise((resolve, reject) => {
      const ends = () => {
        this.#ends.delete(closed);
        this.#models.remove(asking);
      };
      const closed = () => {
        ends();
        reject(new ModelError(`${request.action} of ${this.model}`, 0, ["It was closed."]));
      };
      const asking: Asking = {
        connected: () => {
          this.#models.ask(this.model, request, (reply: Reply) => {
            ends();
            if (isDone(reply)) resolve(reply.data);
            else reject(ModelError.of(this.model, reply));
          });
        },
        disconnected() {
          // It asks again.
        },
      };
      this.#ends.add(closed);
      this.#models.add(asking);
    });
  }
}

const applications = new Map<string, Models>();

function modelsAt(address: string): Models {
  let models = applications.get(address);
  if (!models) {
    models = new Models(address, surroundings);
    applications.set(address, models);
    if (globalThis.document) follow(models);
  }
  return models;
}

function follow({ connection }: Models): void {
  followPage(connection, () => hidden({ left: leave }));
}

function leave(): void {
  for (const { connection } of applications.values()) connection.left();
}

/** No entity is called like the last part: each request names its own. */
function addressOf(declared: string | undefined): string {
  const page = globalThis.document;
  const said = declared ??
    page?.querySelector("[data-update-endpoint]")?.getAttribute("data-update-endpoint");
  const url = new URL(endpoint(said, page?.baseURI ?? import.meta.url, import.meta.url));
  url.pathname += "/-";
  return url.href;
}

const surroundings: Surroundings = {
  socket: (address) => new WebSocket(address),
  after,
  random: Math.random,
};

function warns(state: SubscriptionState, error?: ModelError): void {
  if (state === "refused") console.warn("Updatable refuses this:", error?.message);
}
