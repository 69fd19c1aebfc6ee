/** What is typed before there is anything to save it in, kept in this tab: a reload loses nothing. */
const PREFIX = "ombelle.kept.";

export function readKept<V>(name: string): Partial<V> | null {
  try {
    const found: unknown = JSON.parse(sessionStorage.getItem(PREFIX + name) ?? "null");
    return typeof found === "object" ? (found as Partial<V> | null) : null;
  } catch {
    return null;
  }
}

export function writeKept(name: string, values: object): void {
  try {
    sessionStorage.setItem(PREFIX + name, JSON.stringify(values));
  } catch {
    // A browser that keeps nothing still lets one write.
  }
}

export function clearKept(name: string): void {
  try {
    sessionStorage.removeItem(PREFIX + name);
  } catch {
    // As above.
  }
}
