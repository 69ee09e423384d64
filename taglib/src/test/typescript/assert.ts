/** All the assertion library that is needed: nothing is fetched while building. */
export function equal(actual: unknown, expected: unknown, about = ""): void {
  const [is, should] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (is !== should) throw new Error(`${about}\n  is     ${is}\n  should ${should}`);
}

export function fails(action: () => unknown): void {
  try {
    action();
  } catch {
    return;
  }
  throw new Error("should have failed");
}
