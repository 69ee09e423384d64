import { isDirty, take, valueChange } from "../../main/typescript/field.ts";
import type { Json } from "../../main/typescript/messages.ts";
import { equal } from "./assert.ts";
import { FakeField } from "./fakes.ts";

type Field = Parameters<typeof valueChange>[0];

function show(fake: FakeField, value: Json): unknown {
  const field = fake as unknown as Field;
  const change = valueChange(field, value);
  if (typeof change !== "function") return change;
  change();
  return "changed";
}

Deno.test("a field shows a value, which is its default from then on", () => {
  const field = new FakeField("text", "a");
  equal([show(field, "b"), field.value, field.defaultValue], ["changed", "b", "b"]);
  equal(show(field, "b"), null);
});

Deno.test("lines end as in a text area, however the database has them", () => {
  const field = new FakeField("textarea", "a\nb");
  equal(show(field, "a\r\nb"), null);
});

Deno.test("a field is the user's while it is focused or dirty", () => {
  const field = new FakeField("text", "a");
  field.focused = true;
  equal([show(field, "b"), field.value], ["pending", "a"]);
  field.focused = false;
  field.value = "c";
  equal([show(field, "b"), field.value], ["pending", "c"]);
  equal(field.hasAttribute("data-update-pending"), true);
});

Deno.test("a field whose own value comes back waits for nothing any more", () => {
  const field = new FakeField("text", "a");
  field.value = "b";
  show(field, "c");
  equal([show(field, "b"), field.defaultValue], [null, "b"]);
  equal(field.hasAttribute("data-update-pending"), false);
});

Deno.test("a box is checked or not, a radio button when the value is its own", () => {
  const [box, radio] = [new FakeField("checkbox", "on"), new FakeField("radio", "r")];
  equal([show(box, 1), box.checked, box.value], ["changed", true, "on"]);
  equal([show(radio, "r"), radio.checked, radio.defaultChecked], ["changed", true, true]);
  equal([show(radio, "s"), radio.checked, radio.value], ["changed", false, "r"]);
});

Deno.test("nobody but the user chooses a file", () => {
  equal(show(new FakeField("file"), "/etc/passwd"), null);
});

Deno.test("who takes what a field has not taken loses what she has written", () => {
  const field = new FakeField("text", "a");
  field.value = "mine";
  show(field, "theirs");
  take(field as unknown as Field, "theirs");
  equal([field.value, field.defaultValue, field.hasAttribute("data-update-pending")], [
    "theirs",
    "theirs",
    false,
  ]);
  field.value = "mine";
  take(field as unknown as Field);
  equal([field.value, isDirty(field as unknown as Field)], ["theirs", false]);
});

Deno.test("what could not be saved is the user's, until it is what the server holds", () => {
  const field = new FakeField("text", "mine");
  field.setAttribute("data-update-unsaved", "");
  equal([show(field, "theirs"), field.value], ["pending", "mine"]);
  equal([show(field, "mine"), isDirty(field as unknown as Field)], [null, false]);
});
