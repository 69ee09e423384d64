import { Announcer } from "../../main/typescript/announcer.ts";
import { equal } from "./assert.ts";
import { Clock, FakeElement } from "./fakes.ts";

/** The regions of the page, by id, as far as a screen reader is concerned. */
class FakeDocument {
  readonly regions = new Map<string, FakeRegion>();
  readonly body = { append: (region: FakeRegion) => this.regions.set(region.id, region) };
  getElementById = (id: string) => this.regions.get(id) ?? null;
  createElement = () => new FakeRegion();
}

class FakeRegion extends FakeElement {
  id = "";
  style = { cssText: "" };
}

function setUp() {
  const page = new FakeDocument();
  Object.assign(globalThis, { document: page });
  const clock = new Clock();
  const announcer = new Announcer(clock.after);
  const shows = (element: FakeElement, text: string) => {
    element.innerHTML = text;
    announcer.showed(element as unknown as Element);
  };
  /** What was announced so far, in each region. */
  const heard = () => [...page.regions.values()].map((region) => [region.id, ...region.log]);
  return { page, clock, shows, heard };
}

const polite = (attributes = {}) =>
  new FakeElement("", "p", { "data-update-announce": "polite", ...attributes });
const assertive = () => new FakeElement("", "p", { "data-update-announce": "assertive" });

Deno.test("a region is there a second before it says something, and is hidden from eyes only", () => {
  const { page, clock, shows, heard } = setUp();
  equal(page.regions.size, 0);
  shows(polite(), "Sold");
  const region = page.regions.get("updatable-polite")!;
  equal([...region.attributes], [
    ["role", "status"],
    ["aria-live", "polite"],
    ["aria-atomic", "true"],
  ]);
  equal(region.style.cssText.includes("clip-path"), true);
  clock.pass(999);
  equal(heard(), [["updatable-polite"]]);
  clock.pass(1);
  equal(heard(), [["updatable-polite", "Sold"]]);
});

Deno.test("each politeness has a region of its own", () => {
  const { page, clock, shows, heard } = setUp();
  shows(assertive(), "Fire");
  shows(polite(), "Sold");
  clock.pass(1_000);
  equal(heard(), [["updatable-assertive", "Fire"], ["updatable-polite", "Sold"]]);
  equal(page.regions.get("updatable-assertive")!.getAttribute("role"), "alert");
});

Deno.test("what changes within a second is one announcement, the latest text of each", () => {
  const { clock, shows, heard } = setUp();
  const [price, stock] = [polite(), polite()];
  shows(price, "1");
  clock.pass(500);
  shows(stock, "few");
  shows(price, "2");
  clock.pass(500);
  shows(price, "3");
  clock.pass(999);
  equal(heard(), [["updatable-polite", "2. few"]]);
  clock.pass(1);
  equal(heard(), [["updatable-polite", "2. few", "3"]]);
  clock.pass(10_000);
  equal(heard(), [["updatable-polite", "2. few", "3"]]);
});

Deno.test("a label is said first", () => {
  const { clock, shows, heard } = setUp();
  shows(polite({ "aria-label": "Price", "data-update-announce-label": "New price:" }), "1");
  shows(polite({ "aria-label": "Stock" }), "few");
  clock.pass(1_000);
  equal(heard(), [["updatable-polite", "New price: 1. Stock few"]]);
});

Deno.test("who did not ask is not announced", () => {
  const { page, shows } = setUp();
  shows(new FakeElement(), "1");
  shows(new FakeElement("", "p", { "data-update-announce": "off" }), "1");
  equal(page.regions.size, 0);
});

Deno.test("a page that replaced its body gets another region", () => {
  const { page, clock, shows, heard } = setUp();
  const element = polite();
  shows(element, "1");
  clock.pass(1_000);
  page.regions.clear();
  shows(element, "2");
  clock.pass(1_000);
  equal(heard(), [["updatable-polite", "2"]]);
});
