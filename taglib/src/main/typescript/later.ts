/** What most pages never need: a part of its own, which is loaded when it is first needed. */
import type { Apply } from "./apply.ts";
import type { Groups } from "./groups.ts";
import type { Refused } from "./messages.ts";
import { Refusals } from "./refused.ts";

export { announce } from "./announcer.ts";

let refusals: Refusals | undefined;

/**
 * The server does not let the page watch something, or does not send it.
 *
 * @param reconnect connects once more
 * @param trusted what the page's Trusted Types make of markup
 */
export function refused(
  message: Refused,
  groups: Groups<Element>,
  apply: Apply,
  reconnect: () => void,
  trusted: (markup: string) => string | null,
): void {
  refusals ??= new Refusals({
    groups,
    apply: (updates) => apply.received(updates),
    reconnect,
    after: (milliseconds, then) => setTimeout(then, milliseconds),
    random: Math.random,
    stale: () => document.documentElement.setAttribute("data-update-state", "stale"),
    render: async () => {
      const response = await fetch(location.href, { cache: "no-cache" });
      const markup = trusted(await response.text()) ?? "";
      const page = new DOMParser().parseFromString(markup, "text/html");
      return [...page.querySelectorAll("[data-update-group]")];
    },
  });
  refusals.refused(message);
}
