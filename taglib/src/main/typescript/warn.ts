const said = new Set<string>();

/** Says it on the console, once for each page: what arrives often would fill it. */
export function warn(what: string, about: unknown): void {
  if (!said.has(what)) console.warn("Updatable " + what, about);
  said.add(what);
}
