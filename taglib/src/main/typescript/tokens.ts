import { type Groups, groupsIn } from "./groups.ts";

/**
 * Fetches the page once more, and takes the tokens that it has then: those that it was rendered
 * with are outdated, after a restart of the server, or because somebody else is logged in.
 *
 * @param tokens takes them
 * @param trusted what the page's Trusted Types make of markup
 */
export async function fetchTokens(
  tokens: Groups<Element>["tokens"],
  trusted: (markup: string) => string | null,
): Promise<void> {
  const response = await fetch(location.href);
  const markup = trusted(await response.text()) ?? "";
  const page = new DOMParser().parseFromString(markup, "text/html");
  for (const element of page.querySelectorAll("[data-update-token]")) {
    const given = groupsIn(element.getAttribute("data-update-token") ?? "");
    groupsIn(element.getAttribute("data-update-group") ?? "").forEach((group, i) =>
      tokens.set(group, given[i])
    );
  }
}
