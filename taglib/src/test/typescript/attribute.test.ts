import { attributeChange, classChange } from "../../main/typescript/attribute.ts";
import type { Json } from "../../main/typescript/messages.ts";
import { equal } from "./assert.ts";
import { FakeElement, FakeField, warnings } from "./fakes.ts";

function toggle(element: FakeElement, name: string, value: Json): boolean {
  const update = { type: "toggle_class", path: "a", class: name, value } as const;
  const change = classChange(element as unknown as Element, update);
  if (typeof change === "function") change();
  return change !== null;
}

function set(element: FakeElement, attribute_name: string, value: Json): unknown {
  const update = { type: "update_attribute", path: "a", attribute_name, value } as const;
  const change = attributeChange(element as unknown as Element, update);
  if (typeof change !== "function") return change;
  change();
  return "changed";
}

Deno.test("a class is set, and not flipped", () => {
  const element = new FakeElement();
  equal([toggle(element, "a", true), toggle(element, "a", true)], [true, false]);
  equal([toggle(element, "b", 2), toggle(element, "c", "")], [true, false]);
  equal(element.classes, "a b");
  equal([toggle(element, "a", 0), toggle(element, "a", null)], [true, false]);
  equal(element.classes, "b");
});

for (const name of ["", " ", "a b", "a\n"]) {
  Deno.test(`no class: ${JSON.stringify(name)}`, () => {
    const element = new FakeElement();
    equal([toggle(element, name, true), element.classes], [false, ""]);
  });
}

Deno.test("an attribute has its text, is there or not, and changes only when it does", () => {
  const element = new FakeElement("", "button", { title: "x" });
  equal([set(element, "title", "x"), set(element, "title", 1)], [null, "changed"]);
  equal([set(element, "disabled", true), set(element, "disabled", true)], ["changed", null]);
  equal([set(element, "TITLE", null), set(element, "title", null)], ["changed", null]);
  equal([...element.attributes], [["disabled", ""]]);
  equal([set(element, "disabled", false), element.attributes.size], ["changed", 0]);
});

for (
  const name of [
    "aria-expanded",
    "ARIA-hidden",
    "data-open",
    "draggable",
    "contentEditable",
    "spellcheck",
    "translate",
  ]
) {
  Deno.test(`false is a value of ${name}`, () => {
    const element = new FakeElement();
    set(element, name, false);
    equal(element.getAttribute(name), "false");
  });
}

for (
  const [name, value] of [
    ["href", "/newsroom"],
    ["href", "https://host/javascript:x"],
    ["href", "mailto:a@host"],
    ["aria-label", "Transcript: 5 pages"],
    ["href", "http://["],
    ["xlink:href", "#javascript:x"],
    ["title", "On javascript: and data: addresses"],
    ["src", "data:image/png;base64,AAAA"],
    ["poster", " DATA:image/webp;base64,AAAA"],
    ["src", "data:audio/ogg;base64,AAAA"],
    ["src", "data:video/mp4;base64,AAAA"],
    ["data-updated-at", "now"],
  ] as const
) {
  Deno.test(`an attribute may say: ${name}=${value}`, () => {
    const element = new FakeElement("", "img");
    equal([set(element, name, value), element.getAttribute(name)], ["changed", value]);
  });
}

// The first is said on the console, once.
const refused = [
  ["onclick", "x()"],
  ["ONCLICK", "x()"],
  ["onclick", null],
  ["srcdoc", "<b>"],
  ["SrcDoc", "<b>"],
  ["data-update-group", "b"],
  ["Data-Update-Html", ""],
  ["", "x"],
  ["a b", "x"],
  ["a=b", "x"],
  ["a>", "x"],
  ["1", "x"],
  ["href", "javascript:x()"],
  ["href", "JavaScript:x()"],
  ["href", " \u0001java\tscr\nipt:x()"],
  ["href", "\r\njavascript\t:x()"],
  ["action", "vbscript:x"],
  ["title", "javascript:x"],
  ["href", ["javascript:x"].join()],
  ["href", "data:text/html,<script>x()</script>"],
  ["href", "data:image/png;base64,AAAA"],
  ["src", "data:text/html,x"],
  ["src", "d\nata:,x"],
  ["src", "data:application/javascript,x()"],
] as const;
for (const [name, value] of refused) {
  Deno.test(`an attribute is refused: ${JSON.stringify([name, value])}`, () => {
    const element = new FakeElement("", "a", { onclick: "good()" });
    const said = warnings(() => equal(set(element, name, value), null));
    equal([...element.attributes], [["onclick", "good()"]]);
    const isFirst = name === refused[0][0] && value === refused[0][1];
    equal(said.map(([what]) => what), isFirst ? ["Updatable refuses this:"] : []);
  });
}

Deno.test("a script has no attributes for others to set", () => {
  const element = new FakeElement("", "script");
  equal([set(element, "src", "/evil.js"), element.attributes.size], [null, 0]);
});

Deno.test("value and checked are the user's while the field is", () => {
  const text = new FakeField("text", "a");
  equal([set(text, "VALUE", "b"), text.value, text.defaultValue], ["changed", "b", "b"]);
  text.focused = true;
  equal([set(text, "value", null), text.value], ["pending", "b"]);
  equal(text.hasAttribute("data-update-pending"), true);

  const radio = new FakeField("radio", "r");
  equal([set(radio, "checked", true), radio.checked], ["changed", true]);
  radio.checked = false; // by the user
  equal([set(radio, "checked", ""), set(radio, "checked", false)], ["pending", null]);
});
