import { Apply } from "../../main/typescript/apply.ts";
import { textOf } from "../../main/typescript/change.ts";
import type { Json, ToggleClass, Update, UpdateAttribute } from "../../main/typescript/messages.ts";
import type { Later } from "../../main/typescript/later.ts";
import * as attributes from "../../main/typescript/attribute.ts";
import { valueChange } from "../../main/typescript/field.ts";
import { equal } from "./assert.ts";
import { Clock, FakeElement, FakeField, warnings } from "./fakes.ts";

const later: Partial<Later> = { ...attributes, valueChange };

class FakePage {
  readonly elements: Record<string, FakeElement[]> = {};
  readonly clock = new Clock();
  readonly after = this.clock.after;
  readonly announced: unknown[] = [];
  readonly #waiting: (() => void)[] = [];

  part = (then: (part: Partial<Later>) => void): void => then(later);
  announce = (element: Element) => void this.announced.push(element);
  showing = (group: string) => (this.elements[group] ?? []) as unknown as Element[];
  beforePaint = (then: () => void) => void this.#waiting.push(then);

  paint(): void {
    for (const then of this.#waiting.splice(0)) then();
  }
}

const update = (path: string, value: Json): Update => ({ type: "update_value", path, value });

function toggle(path: string, name: string, value: Json): ToggleClass {
  return { type: "toggle_class", path, class: name, value };
}

function attribute(path: string, attribute_name: string, value: Json): UpdateAttribute {
  return { type: "update_attribute", path, attribute_name, value };
}

/** A page with one element, which shows the groups a and b. */
function pageWith(element: FakeElement): { page: FakePage; apply: Apply } {
  const page = new FakePage();
  page.elements.a = page.elements.b = [element];
  return { page, apply: new Apply(page) };
}

/** Writes down what the element says of updates. */
function listenTo(element: FakeElement): string[] {
  const heard: string[] = [];
  for (const when of ["before", "after", "pending"]) {
    element.addEventListener("updatable:" + when, (event) => {
      const { detail, bubbles, cancelable } = event as CustomEvent<{ update: Update }>;
      const value = "value" in detail.update && detail.update.value;
      heard.push([when, value, element.textContent, bubbles, cancelable].join());
    });
  }
  return heard;
}

Deno.test("what shows a field of a row that is gone says so, until the row is there again", () => {
  const element = new FakeElement("A");
  const { page, apply } = pageWith(element);
  apply.received([{ type: "removed", path: "a" }]);
  page.paint();
  equal([element.hasAttribute("data-update-removed"), element.textContent], [true, "A"]);
  apply.received([update("a", "A")]);
  page.paint();
  equal(element.hasAttribute("data-update-removed"), false);
});

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

Deno.test("of each thing of a group the last update counts, in the order in which they came", () => {
  const element = new FakeElement("x", "img");
  const { page, apply } = pageWith(element);
  const heard = listenTo(element);
  apply.received([
    update("a", 1),
    toggle("a", "old", true),
    toggle("a", "new", true),
    attribute("a", "alt", "first"),
  ]);
  apply.received([
    attribute("a", "alt", "last"),
    attribute("a", "title", "t"),
    toggle("a", "old", false),
    toggle("a", "new", 1),
    update("a", 2),
  ]);
  page.paint();
  equal(heard.filter((event) => event.startsWith("after")).map((event) => event.split(",")[1]), [
    "last",
    "t",
    "1",
    "2",
  ]);
  equal([element.classes, element.getAttribute("alt"), element.textContent], ["new", "last", "2"]);
});

Deno.test("a value is conflated with markup of the same group, whatever else they say", () => {
  const element = new FakeElement("");
  const { page, apply } = pageWith(element);
  apply.received([
    { html: true, value: "<b>1</b>", path: "a", type: "update_value" } as Update,
    { type: "update_value", path: "a", value: "2", color: "red" } as Update,
  ]);
  page.paint();
  equal(element.log, ["2"]);
});

Deno.test("groups of one element do not replace each other's updates", () => {
  const element = new FakeElement("");
  const { page, apply } = pageWith(element);
  apply.received([toggle("a", "x", true), attribute("b", "x", "y"), update("b", "text")]);
  page.paint();
  equal([element.classes, element.getAttribute("x"), element.textContent], ["x", "y", "text"]);
});

Deno.test("what follows an update follows it, also when it needs the part that is not there yet", () => {
  const element = new FakeElement("1");
  const { page, apply } = pageWith(element);
  let come = () => {};
  page.part = (then) => come = () => then(later);
  const shown: unknown[] = [];
  apply.received([toggle("a", "x", true), update("a", 2)], () => shown.push(element.textContent));
  page.paint();
  equal(shown, []);
  come();
  page.paint();
  equal(shown, ["2"]);
  apply.received([], () => shown.push("nothing"));
  page.paint();
  equal(shown, ["2", "nothing"]);
});

Deno.test("a frame before it does not take away what waits for that part", () => {
  const field = new FakeField("text", "A");
  const { page, apply } = pageWith(field as unknown as FakeElement);
  let come = () => {};
  page.part = (then) => come = () => then(later);
  const followed: string[] = [];
  apply.received([], () => followed.push("first"));
  apply.received([update("a", "B")], () => followed.push("second"));
  page.paint();
  equal([field.value, followed], ["A", []]);
  come();
  page.paint();
  equal([field.value, field.defaultValue], ["B", "B"]);
});

Deno.test("a form field needs that part, and the rest of its commit comes with it", () => {
  const field = new FakeField("text", "1");
  const element = new FakeElement("1");
  const { page, apply } = pageWith(field);
  page.elements["b"] = [element];
  let come = () => {};
  page.part = (then) => come = () => then(later);
  apply.received([update("b", 2), update("a", 2)]);
  page.paint();
  equal([field.value, element.textContent], ["1", "1"]);
  come();
  page.paint();
  equal([field.value, element.textContent], ["2", "2"]);
});

Deno.test("an element tells before and after it changes, and nothing when it does not", () => {
  const element = new FakeElement("1");
  const { page, apply } = pageWith(element);
  const heard = listenTo(element);
  apply.received([update("a", 1), toggle("a", "x", false), attribute("a", "x", null)]);
  page.paint();
  equal(heard, []);
  apply.received([update("a", 2), toggle("a", "x", true)]);
  page.paint();
  equal(heard, [
    "before,2,1,true,true",
    "after,2,2,true,false",
    "before,true,2,true,true",
    "after,true,2,true,false",
  ]);
});

Deno.test("who prevents an update keeps the element as it is, for that one", () => {
  const element = new FakeElement("1");
  const { page, apply } = pageWith(element);
  element.addEventListener("updatable:before", (event) => {
    if ((event as CustomEvent).detail.update.value === 2) event.preventDefault();
  });
  const heard = listenTo(element);
  apply.received([update("a", 2)]);
  page.paint();
  equal([element.textContent, element.hasAttribute("data-updated")], ["1", false]);
  apply.received([update("a", 3)]);
  page.paint();
  equal(element.textContent, "3");
  equal(heard, ["before,2,1,true,true", "before,3,1,true,true", "after,3,3,true,false"]);
});

Deno.test("a field says that it did not take an update, each time", () => {
  const field = new FakeField("text", "mine");
  const { page, apply } = pageWith(field);
  const heard = listenTo(field);
  field.focused = true;
  for (const value of ["theirs", "newer"]) {
    apply.received([update("a", value)]);
    page.paint();
  }
  equal(heard, ["pending,theirs,,true,false", "pending,newer,,true,false"]);
  equal([field.value, field.hasAttribute("data-updated")], ["mine", false]);
});

Deno.test("what fails for one element is said once, and the others are updated", () => {
  const page = new FakePage();
  const [bad, good] = [new FakeElement("", "embed"), new FakeElement("", "embed")];
  const setAttribute = bad.setAttribute;
  bad.setAttribute = (name, value) => {
    if (name === "src") throw new TypeError("This document requires a TrustedScriptURL.");
    setAttribute(name, value);
  };
  page.elements.a = [bad, good];
  const apply = new Apply(page);
  const said = warnings(() => {
    for (const source of ["/1.svg", "/2.svg"]) {
      apply.received([attribute("a", "src", source), toggle("a", "x", true)]);
      page.paint();
    }
  });
  equal([good.getAttribute("src"), good.classes, said.length], ["/2.svg", "x", 1]);
});

Deno.test("elements that appear while one is told wait for the next update", () => {
  const page = new FakePage();
  const elements = page.elements.a = [new FakeElement("")];
  elements[0]!.addEventListener("updatable:after", () => elements.push(new FakeElement("")));
  new Apply(page).received([update("a", 1)]);
  page.paint();
  equal(elements.map((element) => element.textContent), ["1", ""]);
});

Deno.test("a value that changed is announced where that is asked for, and nothing else", () => {
  const attributes = { "data-update-announce": "polite", "data-update-html": "" };
  const element = new FakeElement("<b>1</b>", "p", attributes);
  const { page, apply } = pageWith(element);
  apply.received([
    toggle("a", "x", true),
    attribute("a", "title", "x"),
    { type: "update_value", path: "a", value: "<b>1</b>", html: true },
  ]);
  page.paint();
  equal(page.announced, []);
  apply.received([update("a", 2)]);
  page.paint();
  equal(page.announced, [element]);
  element.attributes.delete("data-update-announce");
  apply.received([update("a", 3)]);
  page.paint();
  equal(page.announced, [element]);
});
