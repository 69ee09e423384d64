import { hidden } from "../../main/typescript/hidden.ts";
import { equal } from "./assert.ts";
import { Clock, FakeElement } from "./fakes.ts";

/** A page that nobody sees, and what it says about that. */
function setUp(seconds: string | null, state = "live") {
  const clock = new Clock();
  const page = {
    hidden: true,
    documentElement: new FakeElement("", "html", state ? { "data-update-state": state } : {}),
    querySelector: () => seconds === null ? null : { getAttribute: () => seconds },
  };
  const connection = {
    times: 0,
    left() {
      this.times++;
    },
  };
  const hides = () => hidden(connection, clock.after, page as unknown as Document);
  hides();
  return { clock, page, connection, hides };
}

Deno.test("a page that nobody has seen for a minute leaves", () => {
  const { clock, connection, page } = setUp(null);
  clock.pass(59_999);
  equal(connection.times, 0);
  clock.pass(1);
  equal(connection.times, 1);
  equal(page.documentElement.getAttribute("data-update-state"), "connecting");
});

Deno.test("a page that has nothing to follow says nothing", () => {
  const { clock, page } = setUp(null, "");
  clock.pass(60_000);
  equal(page.documentElement.getAttribute("data-update-state"), null);
});

Deno.test("a page that is seen again stays", () => {
  const { clock, connection, page } = setUp(null);
  page.hidden = false;
  clock.pass(100_000);
  equal(connection.times, 0);
});

Deno.test("each time it is hidden it has as long", () => {
  const { clock, connection, hides } = setUp(null);
  clock.pass(50_000);
  hides();
  clock.pass(59_999);
  equal(connection.times, 0);
  clock.pass(1);
  equal(connection.times, 1);
});

Deno.test("a page may say how long it stays", () => {
  const { clock, connection } = setUp("600");
  clock.pass(599_999);
  equal(connection.times, 0);
  clock.pass(1);
  equal(connection.times, 1);
});

for (const always of ["0", "-1", "", "always"]) {
  Deno.test(`a page that says "${always}" stays`, () => {
    const { clock, connection } = setUp(always);
    clock.pass(10_000_000);
    equal(connection.times, 0);
  });
}

Deno.test("what is longer than a timer can wait is not at once", () => {
  const { clock, connection } = setUp("1e9");
  clock.pass(2 ** 31 - 2);
  equal(connection.times, 0);
});
