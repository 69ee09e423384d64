import { type Storage, Tab } from "../../main/typescript/tab.ts";
import { equal } from "./assert.ts";

function storage(content = new Map<string, string>()): Storage {
  return {
    getItem: (key) => content.get(key) ?? null,
    setItem: (key, value) => void content.set(key, value),
    removeItem: (key) => void content.delete(key),
  };
}

const forbidden = (): Storage => {
  throw new Error("forbidden");
};

Deno.test("the pages of a tab have one id", () => {
  const kept = storage();
  const first = new Tab(() => kept);
  first.left();
  const second = new Tab(() => kept);
  second.left();
  first.returned();
  first.left();
  equal([second.id, new Tab(() => kept).id], [first.id, first.id]);
  equal(/^[0-9a-z]{16,32}$/.test(first.id), true);
});

Deno.test("a tab that was duplicated, with its storage, is another one", () => {
  const content = new Map<string, string>();
  const original = new Tab(() => storage(content));
  const duplicate = new Tab(() => storage(new Map(content)));
  equal(original.id === duplicate.id, false);
});

Deno.test("also when it is duplicated after it came back", () => {
  const content = new Map<string, string>();
  const original = new Tab(() => storage(content));
  original.left();
  original.returned();
  const duplicate = new Tab(() => storage(new Map(content)));
  equal(original.id === duplicate.id, false);
});

Deno.test("without a storage each page is a tab of its own", () => {
  const tab = new Tab(forbidden);
  tab.left();
  tab.returned();
  equal(tab.id === new Tab(forbidden).id, false);
});
