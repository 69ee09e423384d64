import { contentChange } from "../../main/typescript/content.ts";
import { equal } from "./assert.ts";
import { FakeElement } from "./fakes.ts";

const MARKUP = { "data-update-html": "" };

/** What happened to the element. */
function show(element: FakeElement, value: string, html?: boolean): string[] {
  const change = contentChange(element as unknown as Element, value, html);
  if (typeof change === "function") change();
  return element.log;
}

Deno.test("markup is markup where page and server say so", () => {
  equal(show(new FakeElement("", "p", MARKUP), "<em>x</em>", true), ["markup <em>x</em>"]);
  equal(show(new FakeElement("", "p"), "<em>x</em>", true), ["<em>x</em>"]);
  equal(show(new FakeElement("", "p", MARKUP), "<em>x</em>"), ["<em>x</em>"]);
  equal(show(new FakeElement("", "p", MARKUP), "<em>x</em>", false), ["<em>x</em>"]);
});

Deno.test("markup that the page has escaped otherwise is left alone", () => {
  const element = new FakeElement("<em>it's</em>", "p", MARKUP);
  equal(show(element, "<em>it&#39;s</em>", true), []);
});

Deno.test("nothing becomes a script or a style sheet, declared or not", () => {
  for (const name of ["script", "style"]) {
    equal(show(new FakeElement("", name, MARKUP), "x", true), []);
    equal(show(new FakeElement("", name), "x"), []);
  }
});

Deno.test("what form fields stand in is not written over", () => {
  const element = new FakeElement("<input>", "div");
  element.hasField = true;
  equal(show(element, "x"), []);
});

Deno.test("a text node that is all there is stays", () => {
  const element = new FakeElement("");
  const text = element.firstChild = { nodeType: 3, nextSibling: null, textContent: "1" };
  equal(show(element, "2"), []);
  equal([element.firstChild === text, text.textContent], [true, "2"]);
});

Deno.test("what else is there makes way for the text", () => {
  for (const [nodeType, nextSibling] of [[1, null], [8, null], [3, {}]] as const) {
    const element = new FakeElement("");
    element.firstChild = { nodeType, nextSibling, textContent: "1" };
    equal(show(element, "2"), ["2"]);
  }
});
