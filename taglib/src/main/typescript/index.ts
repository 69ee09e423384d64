/**
 * Starts the one `UpdateListener` of the page. Built twice: as the classic script
 * `update-listener.js`, and as the module `update-listener.mjs`, which also exports it. A page that
 * includes several of them has one all the same.
 */
import { endpoint } from "./connection.ts";
import type { UpdatableEventMap } from "./events.ts";
import { UpdateListener as Listener } from "./update-listener.ts";

export type { UpdateListener as UpdateListenerType } from "./update-listener.ts";
export type { NotificationHandler, Payload } from "./channels.ts";
export type { RegionDetail, UpdatableEventMap, UpdateDetail } from "./events.ts";
export type {
  Json,
  Subscription,
  ToggleClass,
  Update,
  UpdateAttribute,
  UpdateValue,
} from "./messages.ts";

declare global {
  interface Window {
    UpdateListener: Listener;
  }
  interface HTMLElementEventMap extends UpdatableEventMap {}
  interface DocumentEventMap extends UpdatableEventMap {} // where they all arrive
}

/** A classic script knows its element and has no `import.meta`; a module the other way round. */
const classic = document.currentScript as HTMLScriptElement | null;
const script = classic?.src || import.meta.url;

/** The module holds it; beside the classic script it is a file of its own. */
const later = (): Promise<typeof import("./later.ts")> =>
  import.meta.url ? import("./later.ts") : import(new URL("later.js", script).href);

export const UpdateListener: Listener = window.UpdateListener ??= new Listener(
  endpoint(
    (classic ?? document.querySelector("[data-update-endpoint]"))
      ?.getAttribute("data-update-endpoint"),
    location.href,
    script,
  ),
  later,
);
