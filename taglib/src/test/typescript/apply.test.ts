import { Apply, textOf } from "../../main/typescript/apply.ts";
import type { Json, UpdateValue } from "../../main/typescript/messages.ts";
import { equal } from "./assert.ts";
import { Clock } from "./fakes.ts";

/**
 * As much of an element as text needs; what really happens in a document is seen in a real browser.
 */
class FakeElement {
  readonly #attributes = new Set<string>();
  #text: string;
  readonly log: string[] = [];

  constructor(text: string, readonly localName = "span") {
    this.#text = text;
  }

  get textContent(): string {
    return this.#text;
  }

  set textContent(text: string) {
    this.log.push(text);
    this.#text = text;
  }

  hasAttribute = (name: string) => this.#attributes.has(name);
  setAttribute = (name: string) => void this.#attributes.add(name);
  removeAttribute = (name: string) => void this.#attributes.delete(name);
  getBoundingClientRect = () => this.log.push("layout");
}

class FakePage {
  readonly elements: Record<string, FakeElement[]> = {};
  readonly clock = new Clock();
  readonly after = this.clock.after;
  readonly #waiting: (() => void)[] = [];

  showing = (group: string) => (this.elements[group] ?? []) as unknown as Element[];
  beforePaint = (then: () => void) => void this.#waiting.push(then);

  paint(): void {
    for (const then of this.#waiting.splice(0)) then();
  }
}

const update = (path: string, value: Json): UpdateValue => ({ type: "update_value", path, value });

Deno.test("a value is shown as text", () => {
  equal(["a", 1, -0.5, true, false, null, "", {}, [1, "<b>"]].map((value) => textOf(value)), [
    "a",
    "1",
    "-0.5",
    "true",
    "false",
    "",
    "",
    "{}",
    '[1,"<b>"]',
  ]);
});

Deno.test("between two paints all is applied at once, the last value of each group", () => {
  const page = new FakePage();
  const [a, b] = [new FakeElement(""), new FakeElement("")];
  page.elements.a = [a];
  page.elements.b = [b];
  const apply = new Apply(page);
  apply.received([update("a", 1), update("b", 1)]);
  apply.received([update("a", 2)]);
  equal([a.textContent, b.textContent], ["", ""]);
  page.paint();
  equal([a.log, b.log], [["2"], ["1"]]);
});

Deno.test("every element of the group is updated, an unknown group is nobody's", () => {
  const page = new FakePage();
  page.elements.a = [new FakeElement("x"), new FakeElement("y")];
  new Apply(page).received([update("a", "z"), update("nobody", 1)]);
  page.paint();
  equal(page.elements.a.map((element) => element.textContent), ["z", "z"]);
});

Deno.test("what changed is highlighted for a while, what did not is left alone", () => {
  const page = new FakePage();
  const [changed, same] = [new FakeElement("1"), new FakeElement("2")];
  page.elements.a = [changed];
  page.elements.b = [same];
  new Apply(page).received([update("a", 2), update("b", 2)]);
  page.paint();
  equal([changed, same].map((element) => element.hasAttribute("data-updated")), [true, false]);
  equal(same.log, []);
  page.clock.pass(1_199);
  equal(changed.hasAttribute("data-updated"), true);
  page.clock.pass(1);
  equal(changed.hasAttribute("data-updated"), false);
});

Deno.test("an animation is restarted, and lasts as long again", () => {
  const page = new FakePage();
  const element = new FakeElement("");
  page.elements.a = [element];
  const apply = new Apply(page);
  apply.received([update("a", 1)]);
  page.paint();
  page.clock.pass(1_000);
  apply.received([update("a", 2)]);
  page.paint();
  equal(element.log, ["1", "2", "layout"]);
  page.clock.pass(1_199);
  equal(element.hasAttribute("data-updated"), true);
  page.clock.pass(1);
  equal(element.hasAttribute("data-updated"), false);
});

Deno.test("a value never becomes a script or a style sheet", () => {
  const page = new FakePage();
  page.elements.a = [new FakeElement("", "script"), new FakeElement("", "style")];
  new Apply(page).received([update("a", "alert(1)")]);
  page.paint();
  equal(page.elements.a.map((element) => element.log), [[], []]);
});
