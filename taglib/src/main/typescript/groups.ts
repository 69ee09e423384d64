import type { Refused, Subscription } from "./messages.ts";

/**
 * Which groups the page shows, which elements show them, and what the server was told about it.
 *
 * Several elements may show one group: it is joined with the first and left with the last. And an
 * element may show several: a list of them, separated by white space, which no group holds. What to
 * tell is the difference between what is shown and what was told, so that a group whose element is
 * removed and rendered again before anybody asks (a Faces partial response, a morph) is neither
 * left nor joined again.
 *
 * Groups are compared as strings, in maps: they come from outside and must never become part of a
 * selector.
 */
export class Groups<E extends object> {
  readonly #lists = new WeakMap<E, string | null>();
  readonly #rendered = new WeakMap<E, string | null | undefined>();
  readonly #elements = new Map<string, Set<E>>();
  readonly #told = new Set<string>();

  /** What lets this page watch a group, as it was rendered or as the server said last. */
  readonly tokens: Map<string, string | undefined> = new Map();

  /** What the page shows of a group, as it was rendered; not known for what was updated since. */
  readonly digests: Map<string, string | undefined> = new Map();

  /** Whether the page has taken new tokens for this connection. */
  renewed: boolean = false;

  /** Whether it has taken them for the next one. */
  renews: boolean = false;

  /** Stale, when something on the page will not follow what is committed as long as this connection lasts. */
  state: "live" | "stale" = "live";

  /** What was too large to be sent, until it is taken from the page, or something newer comes. */
  readonly tooLarge: Map<string, Refused> = new Map();

  /**
   * An element shows the groups of this list now; null or empty: it shows none (any more). The
   * tokens and digests are in the order of the groups.
   *
   * What was rendered again may be older than what came meanwhile: its group is joined again.
   */
  showed(element: E, list: string | null, tokens?: string | null, digests?: string | null): void {
    const before = this.#lists.get(element) ?? null;
    if (before === list && this.#rendered.get(element) === digests) return;
    this.#rendered.set(element, digests);
    for (const group of groupsIn(before)) {
      const elements = this.showing(group);
      elements.delete(element);
      if (elements.size === 0) this.#elements.delete(group);
    }
    const given = groupsIn(tokens);
    const rendered = groupsIn(digests);
    groupsIn(list).forEach((group, i) => {
      const digest = rendered[i];
      const isAgain = digest && this.#told.delete(group);
      const isSame = !this.#elements.has(group) || this.digests.get(group) === digest;
      this.digests.set(group, isAgain || isSame ? digest : undefined);
      this.#elements.set(group, this.showing(group).add(element));
      this.tokens.set(group, given[i] ?? this.tokens.get(group));
    });
    this.#lists.set(element, list);
  }

  get empty(): boolean {
    return this.#elements.size === 0;
  }

  /** The elements that show the group, in the order in which they were found. */
  showing(group: string): Set<E> {
    return this.#elements.get(group) ?? new Set();
  }

  /** What the server must be told since it was last told something. Asking is telling. */
  changes(): Subscription[] {
    const changes: Subscription[] = [];
    for (const group of this.#told) {
      if (this.#elements.has(group)) continue;
      this.#told.delete(group);
      changes.push({ subscribe: false, group });
    }
    for (const group of this.#elements.keys()) {
      if (this.#told.has(group)) continue;
      this.#told.add(group);
      changes.push({
        subscribe: true,
        group,
        token: this.tokens.get(group),
        digest: this.digests.get(group),
      });
    }
    return changes;
  }

  /** A new connection was opened: whoever is behind it knows nothing. */
  connected(): void {
    this.#told.clear();
    this.renewed = this.renews;
    this.renews = false;
    this.state = "live";
  }
}

/** White space is what it is in HTML: a group may hold other characters that look like it. */
export function groupsIn(list: string | null | undefined): string[] {
  return list?.match(/[^ \t\n\f\r]+/g) ?? [];
}
