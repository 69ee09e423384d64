import { notified, on } from "../../main/typescript/channels.ts";
import { Groups } from "../../main/typescript/groups.ts";
import type { Notify } from "../../main/typescript/messages.ts";
import { equal } from "./assert.ts";
import { warnings } from "./fakes.ts";

/** A page that was rendered from what was there at `seen`. */
function setUp(seen: string | null) {
  const page = globalThis as { document?: unknown };
  page.document = {
    createElement: () => ({ hasAttribute: () => false }),
    querySelector: () => seen === null ? null : { getAttribute: () => seen },
  };
  const groups = new Groups<Element>();
  const told: string[] = [];
  const tell = () => {
    for (const { subscribe, group, digest } of groups.changes()) {
      told.push(`${subscribe ? "joins" : "leaves"} ${group}${digest ? " " + digest : ""}`);
    }
  };
  return { groups, told, tell };
}

const notify = (path: string, digest = "e.2"): Notify => ({
  type: "notify",
  path,
  payload: { pk: 1 },
  digest,
});

const noRegions = () => Promise.reject(new Error("there are none"));

Deno.test("who listens joins, with what the page has seen", () => {
  const { groups, told, tell } = setUp("e.1");
  on("seen_one", () => {}, {}, groups, tell);
  equal(told, ["joins seen_one e.1"]);
});

Deno.test("a page that does not know what it has seen says so", () => {
  const { groups, told, tell } = setUp(null);
  on("seen_none", () => {}, {}, groups, tell);
  equal(told, ["joins seen_none -"]);
});

Deno.test("all who listen are told, and one who fails harms nobody", () => {
  const { groups, tell } = setUp("e.1");
  const heard: unknown[] = [];
  const error = console.error;
  console.error = () => heard.push("failed");
  try {
    on(
      "all",
      () => {
        throw new Error("no");
      },
      {},
      groups,
      tell,
    );
    on("all", (payload, channel) => heard.push(channel, payload["pk"]), {}, groups, tell);
    notified(notify("all"), groups, noRegions, (markup) => markup);
    notified(notify("others"), groups, noRegions, (markup) => markup);
    equal(heard, ["failed", "all", 1]);
  } finally {
    console.error = error;
  }
});

Deno.test("who comes back says what it has heard last", () => {
  const { groups, told, tell } = setUp("e.1");
  on("back", () => {}, {}, groups, tell);
  notified(notify("back", "e.7"), groups, noRegions, (markup) => markup);
  groups.connected();
  tell();
  equal(told, ["joins back e.1", "joins back e.7"]);
});

Deno.test("the last one who ends leaves", () => {
  const { groups, told, tell } = setUp("e.1");
  const heard: string[] = [];
  const [first, second] = [new AbortController(), new AbortController()];
  on("ends", () => heard.push("first"), { signal: first.signal }, groups, tell);
  on("ends", () => heard.push("second"), { signal: second.signal }, groups, tell);
  first.abort();
  notified(notify("ends"), groups, noRegions, (markup) => markup);
  second.abort();
  notified(notify("ends"), groups, noRegions, (markup) => markup);
  equal(heard, ["second"]);
  equal(told.at(-1), "leaves ends");
});

Deno.test("who has ended before it began does not join", () => {
  const { groups, told, tell } = setUp("e.1");
  on("never", () => {}, { signal: AbortSignal.abort() }, groups, tell);
  equal(told, []);
});

Deno.test("what is no name of a channel is said on the console", () => {
  const { groups, told, tell } = setUp("e.1");
  const said = warnings(() => on("post-1-title", () => {}, {}, groups, tell));
  equal(said, [["Updatable knows no channel of this name:", "post-1-title"]]);
  equal(told, []);
});
