/** What most pages never need: a part of its own, which is loaded when it is first needed. */
export { announce } from "./announcer.ts";
export { fetchTokens } from "./tokens.ts";
