import { type Policy, trust } from "../../main/typescript/trust.ts";
import { equal } from "./assert.ts";
import { warnings } from "./fakes.ts";

Deno.test("without Trusted Types markup is what it is", () => {
  equal(trust(undefined)("<b>"), "<b>");
});

Deno.test("one policy is made, when markup comes", () => {
  const made: string[] = [];
  const trusted = trust({
    createPolicy(name: string, rules: Policy) {
      made.push(name);
      return { createHTML: (markup) => `trusted ${rules.createHTML(markup)}` };
    },
  });
  equal(made, []);
  equal([trusted("<b>"), trusted("<i>")], ["trusted <b>", "trusted <i>"]);
  equal(made, ["updatable"]);
});

Deno.test("a page that refuses the policy is asked once, and told once", () => {
  let asked = 0;
  const trusted = trust({
    createPolicy() {
      asked++;
      throw new TypeError('Policy "updatable" disallowed.');
    },
  });
  const said = warnings(() => equal([trusted("<b>"), trusted("<i>")], [null, null]));
  equal([asked, said.map(([what]) => what)], [1, ["Updatable shows markup as text:"]]);
});
