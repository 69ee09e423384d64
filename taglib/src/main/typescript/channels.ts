import type { Groups } from "./groups.ts";
import type { Json, Notify } from "./messages.ts";
import type { announced } from "./region.ts";
import { warn } from "./warn.ts";

/** What was announced: of a class, `event`, `model` and most often `pk`. */
export type Payload = { readonly [name: string]: Json };

/** Is told what was announced on a channel. */
export type NotificationHandler = (payload: Payload, channel: string) => void;

const NAME = /^[a-z_][a-z0-9_]{0,62}$/;

/** What the page says that it was rendered from. */
const SEEN = "data-update-seen";

/** On an element that is rendered again. */
const REGION = "data-update-region";

/** Missed, perhaps: who does not know what it has seen says so. */
const UNKNOWN = "-";

const handlers = new Map<string, Set<NotificationHandler>>();

/**
 * Somebody wants to hear of a channel, which then counts as shown by the page.
 *
 * @param tell tells the server what has changed of what the page shows
 */
export function on(
  channel: string,
  handler: NotificationHandler,
  { signal }: { signal?: AbortSignal } = {},
  groups: Groups<Element>,
  tell: () => void,
): void {
  if (signal?.aborted) return;
  if (!NAME.test(channel)) return warn("knows no channel of this name:", channel);
  const all = handlers.get(channel) ?? new Set();
  handlers.set(channel, all.add(handler));
  const watcher = document.createElement("i");
  const seen = document.querySelector(`[${SEEN}]`)?.getAttribute(SEEN) ?? UNKNOWN;
  groups.showed(watcher, channel, null, groups.digests.get(channel) ?? seen);
  tell();
  signal?.addEventListener("abort", () => {
    all.delete(handler);
    groups.showed(watcher, null);
    tell();
  });
}

/**
 * Something was announced.
 *
 * @param part loads what renders regions
 * @param trusted what the page's Trusted Types make of markup
 */
export function notified(
  message: Notify,
  groups: Groups<Element>,
  part: () => Promise<{ announced: typeof announced }>,
  trusted: (markup: string) => string | null,
): void {
  const { path, payload, digest } = message;
  if (groups.digests.has(path)) groups.digests.set(path, digest);
  const regions = [...groups.showing(path)].filter((element) => element.hasAttribute(REGION));
  if (regions.length > 0) {
    part().then((loaded) => loaded.announced(message, regions, trusted))
      .catch((problem) => warn("cannot render this:", problem));
  }
  for (const handler of handlers.get(path) ?? []) {
    try {
      handler(payload, path);
    } catch (problem) {
      console.error(`Updatable: who hears of ${path} failed:`, problem);
    }
  }
}
