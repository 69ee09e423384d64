/** What a browser reads there; null when it is no address. */
export function addressOf(text: string, base: string): URL | null {
  try {
    return new URL(text, base);
  } catch {
    return null;
  }
}
