import {
  type Json,
  read,
  type Subscription,
  type Update,
  write,
} from "../../main/typescript/messages.ts";
import { equal, fails } from "./assert.ts";

interface ServerExample {
  name: string;
  frame: Json;
  updates: Json[];
}

interface ClientExample {
  name: string;
  frame: Json;
  subscriptions: { group: string; join: boolean; token?: string; digest?: string }[];
}

function examples<T>(file: string): T[] {
  const wire = new URL("../../../../ejb/src/test/resources/wire/", import.meta.url);
  return JSON.parse(Deno.readTextFileSync(new URL(file, wire)));
}

/** Of many groups of so many characters, each of one or three bytes. */
function groups(count: number, length: number, character = "x"): Subscription[] {
  return Array.from({ length: count }, (_, i) => ({
    subscribe: true,
    group: String(i).padStart(length, character),
  }));
}

function subscriptionsIn(frames: string[]): Subscription[] {
  return frames.flatMap((frame) => JSON.parse(frame).batch);
}

const bytes = (text: string) => new TextEncoder().encode(text).length;

for (const { name, frame, updates } of examples<ServerExample>("server.json")) {
  Deno.test(`the server says: ${name}`, () => {
    equal((read(JSON.stringify(frame)) as Update[]).map(understood), updates);
  });
}

for (const { name, frame } of examples<ServerExample>("access.json")) {
  Deno.test(`the server says: ${name}`, () =>
    equal(read(JSON.stringify(frame)) as unknown, [frame]));
}

/** An update as the examples write it. */
function understood(update: Update): unknown {
  const group = update.path;
  switch (update.type) {
    case "update_value":
      return { group, value: update.value, html: update.html };
    case "toggle_class":
      return { group, class: update.class, value: update.value };
    case "update_attribute":
      return { group, attribute_name: update.attribute_name, value: update.value };
    case "removed":
      return { group };
  }
}

for (const { name, frame, subscriptions } of examples<ClientExample>("client.json")) {
  if (subscriptions.length === 0) continue;
  Deno.test(`this client says it as an example does, or shorter: ${name}`, () => {
    const said = write(
      subscriptions.map(({ group, join, token, digest }) => ({
        subscribe: join,
        group,
        token,
        digest,
      })),
    );
    equal(said.length, 1);
    const meant = subscriptionsIn(said).map(({ subscribe: join, ...rest }) => ({ ...rest, join }));
    equal(meant, subscriptions, JSON.stringify(frame));
  });
}

Deno.test("nothing to say is no frame", () => equal(write([]), []));

Deno.test("what is said fits into one frame while it is small", () => {
  equal(write([{ subscribe: true, group: "a" }, { subscribe: false, group: 'b"' }]), [
    '{"batch":[{"subscribe":true,"group":"a"},{"subscribe":false,"group":"b\\""}]}',
  ]);
});

for (const character of ["x", "東", "🎉", "\\", "\ud800"]) {
  Deno.test(`frames stay below 16 KiB of UTF-8, with ${JSON.stringify(character)}`, () => {
    const all = groups(700, 60, character);
    const frames = write(all);
    equal(frames.filter((frame) => bytes(frame) >= 16 * 1024), []);
    equal(subscriptionsIn(frames), all);
    const total = frames.reduce((sum, frame) => sum + bytes(frame), 0);
    equal(frames.length, Math.ceil(total / (16 * 1024)), "no more frames than needed");
  });
}

Deno.test("a frame may have 16383 bytes, and not one more", () => {
  const one = (length: number) => ({ subscribe: true, group: "x".repeat(length) });
  const around = bytes(write([one(8_000), one(1)])[0] ?? "") - 8_001;
  const filled = write([one(8_000), one(16_383 - around - 8_000)]);
  equal(filled.map(bytes), [16_383]);
  equal(write([one(8_000), one(16_384 - around - 8_000)]).length, 2);
});

Deno.test("a group that no frame can hold is left out, the others are not", () => {
  const huge = { subscribe: true, group: "x".repeat(20_000) };
  const [a, b] = groups(2, 10);
  equal(subscriptionsIn(write([a!, huge, b!])), [a, b]);
});

for (const frame of ["", "{", "null", "1", '"x"', "[]", '{"batch":1}', '{"batch":null}']) {
  Deno.test(`not a frame: ${frame}`, () => fails(() => read(frame)));
}

for (
  const message of [
    {},
    { type: 1, path: "x", value: 1 },
    { type: "update_value", path: 1, value: 1 },
    { type: "update_value", value: 1 },
    { type: "update_value", path: "x" },
    { type: "update_value", path: "x", value: 1, html: "yes" },
    { type: "toggle_class", path: 1, class: "a", value: true },
    { type: "toggle_class", path: "x", class: "a" },
    { type: "toggle_class", path: "x", class: ["a"], value: true },
    { type: "update_attribute", path: 1, attribute_name: "alt", value: 1 },
    { type: "update_attribute", path: "x", attribute_name: "alt" },
    { type: "update_attribute", path: "x", attribute_name: null, value: 1 },
    { type: "constructor", path: "x", value: 1 },
    { batch: [{ type: "update_value", path: "x", value: 1 }] },
    null,
    1,
    [],
  ]
) {
  Deno.test(`not an update, in a batch: ${JSON.stringify(message)}`, () => {
    const good = { type: "update_value", path: "x", value: 2 };
    equal(read(JSON.stringify({ batch: [message, good] })), [good]);
  });
}
