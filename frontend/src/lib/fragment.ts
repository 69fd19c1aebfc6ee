/** The secret that a mail's link carries behind `#lien=`; null when the address has none. A fragment never reaches a server. */
export function linkSecret(hash: string): string | null {
  return new URLSearchParams(hash.replace(/^#/, "")).get("lien") || null;
}

/** Takes the secret out of the address bar and of the browser's history. */
export function hideFragment(): void {
  if (location.hash) history.replaceState(history.state, "", location.pathname + location.search);
}

/** The page to go to after something, if it is one of ours; else `fallback`. Nobody may send a reader elsewhere through us. */
export function ownPath(wanted: unknown, fallback: string): string {
  if (typeof wanted !== "string" || !wanted.startsWith("/") || wanted.startsWith("//") || wanted.includes("\\")) return fallback;
  try {
    const url = new URL(wanted, location.origin);
    return url.origin === location.origin ? url.pathname + url.search + url.hash : fallback;
  } catch {
    return fallback;
  }
}
