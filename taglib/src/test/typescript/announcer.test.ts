import { Announcer } from "../../main/typescript/announcer.ts";
import { equal } from "./assert.ts";
import { Clock, FakeElement } from "./fakes.ts";

/** What a region lies in. */
class FakePlace {
  readonly regions: FakeRegion[] = [];

  append(region: FakeRegion): void {
    region.parentNode?.regions.splice(region.parentNode.regions.indexOf(region), 1);
    region.parentNode = this;
    this.regions.push(region);
  }
}

class FakeRegion extends FakeElement {
  parentNode: FakePlace | null = null;
}

/** A page, with the modal dialogs that are open in it, as far as a screen reader is concerned. */
class FakeDocument {
  body = new FakePlace();
  dialogs: FakePlace[] = [];
  createElement = () => new FakeRegion();
  querySelectorAll = () => this.dialogs;
}

function setUp() {
  const page = new FakeDocument();
  Object.assign(globalThis, { document: page });
  const clock = new Clock();
  const announcers = [
    new Announcer("polite", "status", clock.after),
    new Announcer("assertive", "alert", clock.after),
  ];
  const shows = (element: FakeElement, text: string) => {
    element.innerHTML = text;
    for (const announcer of announcers) announcer.showed(element as unknown as Element);
  };
  /** What was announced there so far, in each region. */
  const heard = (place = page.body) =>
    place.regions.map((region) => [
      region.getAttribute("role"),
      ...region.log.filter((text) => text !== ""),
    ]);
  return { page, clock, shows, heard };
}

const polite = (attributes = {}) =>
  new FakeElement("", "p", { "data-update-announce": "polite", ...attributes });
const assertive = () => new FakeElement("", "p", { "data-update-announce": "assertive" });

Deno.test("a region is there a second before it says something, and is hidden from eyes only", () => {
  const { page, clock, shows, heard } = setUp();
  equal(heard(), []);
  shows(polite(), "Sold");
  const region = page.body.regions[0]!;
  equal([...region.attributes], [
    ["role", "status"],
    ["aria-live", "polite"],
  ]);
  equal(region.style.cssText.includes("clip-path"), true);
  clock.pass(999);
  equal(heard(), [["status"]]);
  clock.pass(1);
  equal(heard(), [["status", "Sold"]]);
});

Deno.test("each politeness has a region of its own", () => {
  const { clock, shows, heard } = setUp();
  shows(assertive(), "Fire");
  shows(polite(), "Sold");
  clock.pass(1_000);
  equal(heard(), [["alert", "Fire"], ["status", "Sold"]]);
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
  equal(heard(), [["status", "2. few"]]);
  clock.pass(1);
  equal(heard(), [["status", "2. few", "3"]]);
  clock.pass(10_000);
  equal(heard(), [["status", "2. few", "3"]]);
});

Deno.test("a label is said first", () => {
  const { clock, shows, heard } = setUp();
  shows(polite({ "aria-label": "Price", "data-update-announce-label": "New price:" }), "1");
  shows(polite({ "aria-label": "Stock" }), "few");
  clock.pass(1_000);
  equal(heard(), [["status", "New price: 1. Stock few"]]);
});

Deno.test("of a form field its value is said", () => {
  const { clock, shows, heard } = setUp();
  const field = new FakeElement("", "input", {
    "data-update-announce": "polite",
    "aria-label": "Price",
  });
  shows(Object.assign(field, { value: "9.50" }), "");
  clock.pass(1_000);
  equal(heard(), [["status", "Price 9.50"]]);
});

Deno.test("who did not ask is not announced", () => {
  const { shows, heard } = setUp();
  shows(new FakeElement(), "1");
  shows(new FakeElement("", "p", { "data-update-announce": "off" }), "1");
  equal(heard(), []);
});

Deno.test("a page that replaced its body has the region in the new one", () => {
  const { page, clock, shows, heard } = setUp();
  const element = polite();
  shows(element, "1");
  clock.pass(1_000);
  page.body = new FakePlace();
  shows(element, "2");
  clock.pass(1_000);
  equal(heard(), [["status", "1", "2"]]);
});

Deno.test("while a modal dialog is open the region is in it, and comes there empty", () => {
  const { page, clock, shows, heard } = setUp();
  const element = polite();
  shows(element, "1");
  clock.pass(1_000);
  const [outer, inner] = page.dialogs = [new FakePlace(), new FakePlace()];
  shows(element, "2");
  equal(inner!.regions.map(({ textContent }) => textContent), [""]);
  clock.pass(1_000);
  equal([heard(), heard(outer), heard(inner)], [[], [], [["status", "1", "2"]]]);
});

Deno.test("a dialog that closes before the pause is over takes nothing with it", () => {
  const { page, clock, shows, heard } = setUp();
  page.dialogs = [new FakePlace()];
  shows(polite(), "1");
  page.dialogs = [];
  clock.pass(1_000);
  equal(heard(), [["status", "1"]]);
});
