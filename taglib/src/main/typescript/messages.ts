/**
 * The wire of `/updates`, once: every message that the server and this client say to each other,
 * and how one frame of text becomes messages and messages become frames.
 */

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** "The group `path` shows `value` now." */
export interface UpdateValue {
  readonly type: "update_value";
  readonly path: string;
  readonly value: Json;
  /** Whether the value is markup, for elements that the page rendered as such. */
  readonly html?: boolean;
}

/** "The elements of the group `path` have the class from now on, or have it no longer." */
export interface ToggleClass {
  readonly type: "toggle_class";
  readonly path: string;
  readonly class: string;
  /** Whether they have it: as true as JavaScript thinks the value. */
  readonly value: Json;
}

/** "The attribute of the elements of the group `path` is this from now on." */
export interface UpdateAttribute {
  readonly type: "update_attribute";
  readonly path: string;
  readonly attribute_name: string;
  /** Null takes the attribute away. */
  readonly value: Json;
}

/** "The row of the group `path` is gone." */
export interface Removed {
  readonly type: "removed";
  readonly path: string;
}

/**
 * What a server says and this client understands. A new kind is added here and the compiler names
 * the rest.
 */
export type Update = UpdateValue | ToggleClass | UpdateAttribute | Removed;

/** "With this one may watch the group `path` from now on." */
export interface Token {
  readonly type: "token";
  readonly path: string;
  readonly token: string;
}

/** "The page may not watch the group `path`", or must read for itself what it shows. */
export interface Refused {
  readonly type: "refused";
  readonly path: string;
  /**
   * 410: its token is outdated. 403: it has none, or the application says no. 413: the value is too
   * large to be sent, or the attribute of that name.
   */
  readonly code: number;
  readonly attribute_name?: string;
}

/** "This was announced on the channel `path`." */
export interface Notify {
  readonly type: "notify";
  readonly path: string;
  readonly payload: { readonly [name: string]: Json };
  /** What is said by who comes back, to be told whether something was missed. */
  readonly digest: string;
  /** Over how many milliseconds all who hear it are to spread what they ask for; 0 without. */
  readonly spread?: number;
}

/** "What this connection asked for in its first `n` frames is shown as it is now." */
export interface Ready {
  readonly type: "ready";
  readonly n: number;
}

export type Message = Update | Token | Refused | Notify | Ready;

/** What a client says: it joins a group, or leaves it. */
export interface Subscription {
  readonly subscribe: boolean;
  readonly group: string;
  /** What lets the page watch it; a group may need none. */
  readonly token?: string | undefined;
  /** Of what the page shows, when it knows. */
  readonly digest?: string | undefined;
}

/**
 * A frame stays below this many bytes of UTF-8: a server may close the connection over a longer
 * one.
 */
const FRAME_LIMIT = 16 * 1024;

const HEAD = '{"batch":[';
const TAIL = "]}";
const encoder = new TextEncoder();

/**
 * The messages of one frame, in order. What this client does not know is left out: servers may be
 * newer.
 *
 * @throws {Error} when the frame is not a JSON object, or its batch not an array
 */
export function read(frame: string): Message[] {
  const json: unknown = JSON.parse(frame);
  const said = isObject(json) && ("batch" in json ? json.batch : [json]);
  if (!Array.isArray(said)) throw new TypeError(frame);
  return said.filter(isMessage);
}

/**
 * As few frames as the limit allows, in order. A group that would not fit into a frame of its own
 * cannot be one that a server wrote; it is left out, since a frame that is too long would cost
 * every other group the connection.
 */
export function write(subscriptions: Iterable<Subscription>): string[] {
  const frames: string[] = [];
  let batch: string[] = [];
  let size = 0;
  for (const subscription of subscriptions) {
    const json = JSON.stringify(subscription);
    const bytes = encoder.encode(json).length;
    if (HEAD.length + bytes + TAIL.length >= FRAME_LIMIT) continue;
    if (HEAD.length + size + bytes + TAIL.length >= FRAME_LIMIT) {
      frames.push(HEAD + batch.join() + TAIL);
      batch = [];
      size = 0;
    }
    batch.push(json);
    size += bytes + 1; // and a comma, if there is a next one
  }
  if (batch.length > 0) frames.push(HEAD + batch.join() + TAIL);
  return frames;
}

function isMessage(json: unknown): json is Message {
  if (!isObject(json) || (typeof json.path !== "string" && json.type !== "ready")) return false;
  const says = "value" in json;
  const claimed = json.type as Message["type"]; // which the default branch does not believe
  switch (claimed) {
    case "update_value":
      return says && typeof (json.html ?? false) === "boolean";
    case "toggle_class":
      return says && typeof json.class === "string";
    case "update_attribute":
      return says && typeof json.attribute_name === "string";
    case "token":
    case "refused":
    case "notify":
    case "removed":
    case "ready":
      return true;
    default:
      claimed satisfies never;
      return false;
  }
}

function isObject(json: unknown): json is Record<string, unknown> {
  return Object(json) === json && !Array.isArray(json);
}
