import { Groups } from "../../main/typescript/groups.ts";
import { equal } from "./assert.ts";

const join = (group: string) => ({
  subscribe: true,
  group,
  token: undefined as string | undefined,
  digest: undefined as string | undefined,
});
const leave = (group: string) => ({ subscribe: false, group });

Deno.test("a group is joined with its first element and left with its last", () => {
  const groups = new Groups();
  const [first, second] = [{}, {}];
  groups.showed(first, "a");
  groups.showed(second, "a");
  equal(groups.changes(), [join("a")]);
  equal(groups.showing("a").size, 2);
  groups.showed(first, null);
  equal(groups.changes(), []);
  groups.showed(second, null);
  equal(groups.changes(), [leave("a")]);
  equal(groups.changes(), []);
  equal(groups.empty, true);
});

Deno.test("an element that is found twice counts once", () => {
  const groups = new Groups();
  const element = {};
  groups.showed(element, "a");
  groups.showed(element, "a");
  groups.showed(element, null);
  equal(groups.empty, true);
});

Deno.test("what is rendered again is neither left nor joined again", () => {
  const groups = new Groups();
  const before = {};
  const after = {};
  groups.showed(before, "a");
  groups.changes();
  groups.showed(before, null);
  groups.showed(after, "a");
  equal(groups.changes(), []);
  equal([...groups.showing("a")].indexOf(after), 0);
});

Deno.test("what is rendered again with a digest may be older than what came meanwhile", () => {
  const groups = new Groups();
  const before = {};
  groups.showed(before, "a b", null, "1 2");
  equal(groups.changes(), [{ ...join("a"), digest: "1" }, { ...join("b"), digest: "2" }]);
  groups.digests.delete("a"); // as an update does
  groups.showed(before, null);
  groups.showed({}, "a", null, "3");
  equal(groups.changes(), [leave("b"), { ...join("a"), digest: "3" }]);
  groups.showed({}, "a", null, "4");
  equal(groups.changes(), [{ ...join("a"), digest: "4" }]);
});

Deno.test("a page that shows two things of one group does not know what it shows", () => {
  const groups = new Groups();
  groups.showed({}, "a b", null, "1 2");
  groups.showed({}, "a b", null, "1 3");
  equal(groups.changes(), [{ ...join("a"), digest: "1" }, join("b")]);
});

Deno.test("a page does not know what it shows of what was updated since it was rendered", () => {
  const groups = new Groups();
  groups.showed({}, "a b", null, "1 2");
  groups.changes();
  groups.digests.delete("a");
  groups.connected();
  equal(groups.changes(), [join("a"), { ...join("b"), digest: "2" }]);
});

Deno.test("what came and went before anybody asked was never there", () => {
  const groups = new Groups();
  const element = {};
  groups.showed(element, "a");
  groups.showed(element, null);
  equal(groups.changes(), []);
});

Deno.test("an element may change its group", () => {
  const groups = new Groups();
  const element = {};
  groups.showed(element, "a");
  groups.changes();
  groups.showed(element, "b");
  equal(groups.changes(), [leave("a"), join("b")]);
});

Deno.test("a group is joined with the token that was rendered beside it, or came later", () => {
  const groups = new Groups();
  const element = {};
  groups.showed(element, "a b c", "1 2");
  groups.showed({}, "a");
  equal(groups.changes(), [{ ...join("a"), token: "1" }, { ...join("b"), token: "2" }, join("c")]);
  groups.tokens.set("a", "3");
  groups.showed(element, "a b c", "1 2");
  groups.connected();
  equal(groups.changes()[0], { ...join("a"), token: "3" });
  groups.showed({}, "a", "4");
  groups.connected();
  equal(groups.changes()[0], { ...join("a"), token: "4" });
});

Deno.test("an empty group is none", () => {
  const groups = new Groups();
  groups.showed({}, "");
  equal(groups.empty, true);
});

Deno.test("a new connection is told everything that is shown, and nothing else", () => {
  const groups = new Groups();
  const [stays, goes] = [{}, {}];
  groups.showed(stays, "a");
  groups.showed(goes, "b");
  groups.changes();
  groups.showed(goes, null);
  groups.connected();
  equal(groups.changes(), [join("a")]);
});

Deno.test("groups with the names of built-ins are groups", () => {
  const groups = new Groups();
  equal(groups.showing("__proto__").size, 0);
  groups.showed({}, "__proto__");
  groups.showed({}, "constructor");
  equal(groups.changes(), [join("__proto__"), join("constructor")]);
});

Deno.test("an element may show several groups", () => {
  const groups = new Groups();
  const element = {};
  groups.showed(element, " a\n b\ta ");
  equal(groups.changes(), [join("a"), join("b")]);
  equal([groups.showing("a").size, groups.showing("b").size], [1, 1]);
  groups.showed(element, null);
  equal(groups.changes(), [leave("a"), leave("b")]);
  equal(groups.empty, true);
});

Deno.test("of a list that changes, what stays is neither left nor joined again", () => {
  const groups = new Groups();
  const element = {};
  groups.showed(element, "a b");
  groups.changes();
  groups.showed(element, "c b");
  equal(groups.changes(), [leave("a"), join("c")]);
  equal(groups.showing("b").size, 1);
});

Deno.test("each group of a list is left with its own last element", () => {
  const groups = new Groups();
  const [several, one] = [{}, {}];
  groups.showed(several, "a b");
  groups.showed(one, "a");
  groups.changes();
  groups.showed(several, "");
  equal(groups.changes(), [leave("b")]);
});

Deno.test("only HTML's white space separates", () => {
  const groups = new Groups();
  groups.showed({}, "a\u00a0b");
  equal(groups.changes(), [join("a\u00a0b")]);
});

Deno.test("what is rendered again with another digest joins again with that", () => {
  const groups = new Groups();
  const element = {};
  groups.showed(element, "a b", null, "1 2");
  groups.changes();
  groups.showed(element, "a b", null, "1 2");
  equal(groups.changes(), []);
  groups.showed(element, "a b", null, "3 2");
  equal(groups.changes().map(({ group, digest }) => [group, digest]), [["a", "3"], ["b", "2"]]);
});
