import { Groups } from "../../main/typescript/groups.ts";
import type { Refused, Update } from "../../main/typescript/messages.ts";
import { Refusals } from "../../main/typescript/refused.ts";
import { equal } from "./assert.ts";
import { Clock, FakeElement, FakeField, warnings } from "./fakes.ts";

const TITLE = "post-1-title";

/** A page, and what the server renders when it is asked again. */
class Page {
  readonly clock = new Clock();
  readonly after = this.clock.after;
  readonly groups = new Groups<Element>();
  readonly applied: Update[] = [];
  readonly joined: (string | undefined)[] = [];
  rendered: FakeElement[] | Error = [];
  renderings = 0;
  staleSince = 0;
  readonly #refusals = new Refusals(this);

  constructor() {
    this.groups.showed({} as Element, TITLE, "old");
    this.groups.changes();
  }

  refused = (...messages: Partial<Refused>[]): void => {
    for (const message of messages) {
      this.#refusals.refused({ type: "refused", path: TITLE, code: 413, ...message });
    }
  };
  reconnect = (): void => {
    this.groups.connected();
    for (const { token } of this.groups.changes()) this.joined.push(token);
  };
  apply = (updates: Update[]): void => void this.applied.push(...updates);
  random = (): number => 0.5;
  stale = (): void => void this.staleSince++;
  render = (): Promise<Element[]> => {
    this.renderings++;
    return this.rendered instanceof Error
      ? Promise.reject(this.rendered)
      : Promise.resolve(this.rendered as unknown as Element[]);
  };

  /** Everything that was planned has happened. */
  async settled(): Promise<void> {
    this.clock.pass(5_000);
    await new Promise((then) => setTimeout(then));
  }
}

function shows(group: string, markup = "", others: Record<string, string> = {}): FakeElement {
  return new FakeElement(markup, "span", { "data-update-group": group, ...others });
}

Deno.test("outdated tokens are followed by those of the page as it is rendered now, for all groups", async () => {
  const page = new Page();
  page.groups.showed({} as Element, "post-1-likes", "old");
  page.groups.changes();
  page.rendered = [shows(`${TITLE} post-1-likes`, "", { "data-update-token": "new other" })];

  page.refused({ code: 410 }, { code: 410, path: "post-1-likes" });
  await page.settled();

  equal(page.joined, ["new", "other"]);
  equal([page.renderings, page.staleSince], [1, 0]);
});

Deno.test("not all pages fetch themselves at once", async () => {
  const page = new Page();

  page.refused({ code: 410 });
  page.clock.pass(2_499);
  equal(page.renderings, 0);
  page.clock.pass(1);
  equal(page.renderings, 1);
  await page.settled();
});

Deno.test("new tokens that are refused make the page stale, and no other request", async () => {
  const page = new Page();
  page.refused({ code: 410 });
  await page.settled();

  warnings(() => page.refused({ code: 410 }));
  await page.settled();

  equal([page.renderings, page.staleSince], [1, 1]);
});

Deno.test("on the next connection the page may fetch itself again", async () => {
  const page = new Page();
  page.refused({ code: 410 });
  await page.settled();

  page.reconnect();
  page.refused({ code: 410 });
  await page.settled();

  equal([page.renderings, page.staleSince], [2, 0]);
});

Deno.test("what is refused for good makes the page stale at once", async () => {
  const page = new Page();

  warnings(() => page.refused({ code: 403 }));
  await page.settled();

  equal([page.renderings, page.staleSince], [0, 1]);
});

Deno.test("a page that cannot be fetched is stale until the next connection", async () => {
  const page = new Page();
  page.rendered = new Error("500");
  page.refused({ code: 410 });
  await page.settled();
  equal(page.staleSince, 1);

  page.groups.connected();
  page.rendered = [shows(TITLE, "", { "data-update-token": "new" })];
  page.refused({ code: 410 });
  await page.settled();

  equal(page.joined, ["new"]);
});

Deno.test("what is too large to be sent is taken from the page, in one request for all", async () => {
  const page = new Page();
  const field = new FakeField("text", "large & typed");
  field.attributes.set("data-update-group", "post-1-body");
  page.rendered = [
    field,
    shows(TITLE, "<b>large</b>"),
    shows("post-1-html", "<b>large</b>", { "data-update-html": "" }),
    shows("post-1-image post-1-alt", "", { src: "data:large" }),
  ];

  page.refused(
    {},
    { path: "post-1-body" },
    { path: "post-1-html" },
    { path: "post-1-image", attribute_name: "src" },
  );
  await page.settled();

  equal(page.applied, [
    { type: "update_value", path: TITLE, value: "large", html: false },
    { type: "update_value", path: "post-1-body", value: "large & typed", html: false },
    { type: "update_value", path: "post-1-html", value: "<b>large</b>", html: true },
    {
      type: "update_attribute",
      path: "post-1-image",
      attribute_name: "src",
      value: "data:large",
    },
  ]);
  equal([page.renderings, page.staleSince, page.joined.length], [1, 0, 0]);
});

Deno.test("what comes while the page is fetched is newer", async () => {
  const page = new Page();
  page.rendered = [shows(TITLE, "older")];
  page.refused({});
  page.clock.pass(5_000);

  page.groups.tooLarge.delete(TITLE); // as an update does
  await page.settled();

  equal(page.applied, []);
});

Deno.test("a value that is too large again while the page is fetched is fetched again", async () => {
  const page = new Page();
  page.rendered = [shows(TITLE, "older")];
  page.refused({});
  page.clock.pass(5_000);

  page.refused({});
  page.rendered = [shows(TITLE, "newer")];
  await page.settled();

  equal(page.applied.map((update) => update.type === "update_value" && update.value), [
    "newer",
  ]);
});

Deno.test("a large value that the page shows no more makes it stale", async () => {
  const page = new Page();

  page.refused({});
  await page.settled();

  equal([page.applied.length, page.staleSince], [0, 1]);
});
