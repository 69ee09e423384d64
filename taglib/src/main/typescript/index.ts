/**
 * Starts the one `UpdateListener` of the page. Built twice: as the classic script
 * `update-listener.js`, and as the module `update-listener.mjs`, which also exports it. A page that
 * includes several of them has one all the same.
 */
import { endpoint } from "./connection.ts";
import type { UpdatableEventMap } from "./events.ts";
import { UpdateListener as Listener } from "./update-listener.ts";

export type { UpdateListener as UpdateListenerType } from "./update-listener.ts";
export type { UpdatableEventMap, UpdateDetail } from "./events.ts";
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

export const UpdateListener: Listener = window.UpdateListener ??= new Listener(ourEndpoint());

/** A classic script knows its element and has no `import.meta`; a module the other way round. */
function ourEndpoint(): string {
  const classic = document.currentScript as HTMLScriptElement | null;
  const element = classic ??
    document.querySelector("[data-update-endpoint]");
  const declared = element?.getAttribute("data-update-endpoint");
  return endpoint(declared, location.href, classic?.src || import.meta.url);
}
