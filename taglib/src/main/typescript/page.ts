import type { Connection } from "./connection.ts";

/**
 * A connection lives with its page: it ends when the page is left, and is there again with it.
 *
 * @param hides is told when nobody sees the page any more
 */
export function followPage(connection: Connection, hides: () => void): void {
  const seen = () => document.hidden ? hides() : connection.returned();
  addEventListener("pagehide", () => connection.left());
  addEventListener("pageshow", seen);
  addEventListener("online", () => connection.woke());
  addEventListener("visibilitychange", seen); // bubbles
  seen(); // a tab may be opened in the background
}
