import { warn } from "./warn.ts";

/** Of Trusted Types, which not every browser has, what is used here. */
export interface Policies {
  createPolicy(name: string, rules: Policy): Policy;
}

/** What a policy makes of markup is text only for the compiler. */
export interface Policy {
  createHTML(markup: string): string | null;
}

declare global {
  var trustedTypes: Policies | undefined;
}

/**
 * What the page's Trusted Types make of markup; null when its Content Security Policy refuses us.
 * Asked when it is first needed, and once: a page without markup need not allow our policy, and a
 * second one of that name would be refused.
 */
export function trust(policies: Policies | undefined): (markup: string) => string | null {
  const plain: Policy = { createHTML: (markup) => markup };
  let policy: Policy | undefined;
  return (markup) => {
    try {
      policy ??= policies?.createPolicy("updatable", plain) ?? plain;
    } catch (problem) {
      policy = { createHTML: () => null };
      warn("shows markup as text:", problem);
    }
    return policy.createHTML(markup);
  };
}
