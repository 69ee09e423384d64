/** What most pages never need: a part of its own, which is loaded when it is first needed. */
import { after } from "./after.ts";
import type { Apply } from "./apply.ts";
import type { Connection } from "./connection.ts";
import type { Groups } from "./groups.ts";
import { notified } from "./channels.ts";
import { watchConflicts } from "./conflict.ts";
import type { Notify, Refused } from "./messages.ts";
import { Refusals } from "./refused.ts";

export { on } from "./channels.ts";
export { valueChange } from "./conflict.ts";
export { announce } from "./announcer.ts";
export { hidden } from "./hidden.ts";
export { attributeChange, classChange } from "./attribute.ts";

export type Later = typeof import("./later.ts");

watchConflicts(document);

let refusals: Refusals | undefined;

/** For pages that have regions. */
const region = (): Promise<typeof import("./region.ts")> =>
  import(new URL("region.js", import.meta.url).href);

/**
 * What is not for an element to show: something was announced, or the server does not let the page
 * watch something, or does not send it.
 *
 * @param trusted what the page's Trusted Types make of markup
 */
export function aside(
  message: Refused | Notify,
  groups: Groups<Element>,
  apply: Apply,
  connection: Connection,
  trusted: (markup: string) => string | null,
): void {
  if (message.type === "notify") return notified(message, groups, region, trusted);
  refusals ??= new Refusals({
    groups,
    apply: (updates) => apply.received(updates),
    reconnect: () => connection.again(),
    after,
    random: Math.random,
    stale: () => {
      groups.state = "stale";
      document.documentElement.setAttribute("data-update-state", groups.state);
    },
    render: async () => {
      const response = await fetch(location.href, { cache: "no-cache" });
      const markup = trusted(await response.text()) ?? "";
      const page = new DOMParser().parseFromString(markup, "text/html");
      return [...page.querySelectorAll("[data-update-group]")];
    },
  });
  refusals.refused(message);
}
