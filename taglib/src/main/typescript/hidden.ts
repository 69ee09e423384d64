import { after } from "./after.ts";
import type { Connection } from "./connection.ts";

/** How many seconds a page stays connected that nobody sees, where the page does not say it. */
const STAYS = 60;
const SAYS = "data-update-hidden-seconds";
const STATE = "data-update-state";

/** Browsers take what is longer for nothing. */
const LONGEST = 2 ** 31 - 1;

let cancel = () => {};

/**
 * The page is in a tab that nobody sees. If it still is after a while, it leaves: a browser with
 * many tabs has one connection, that of the tab in front, and when another one is shown, that one
 * is told what it has missed. A page that says `0` stays.
 */
export function hidden(
  connection: Pick<Connection, "left">,
  wait: typeof after = after,
  page: Pick<Document, "hidden" | "querySelector" | "documentElement"> = document,
): void {
  cancel();
  const seconds = Number(page.querySelector(`[${SAYS}]`)?.getAttribute(SAYS) ?? STAYS);
  if (!(seconds > 0)) return;
  cancel = wait(Math.min(seconds * 1_000, LONGEST), () => {
    if (!page.hidden) return;
    connection.left();
    // Nothing is lost: who comes back is not to read that for a moment.
    const root = page.documentElement;
    if (root.hasAttribute(STATE)) root.setAttribute(STATE, "connecting");
  });
}
