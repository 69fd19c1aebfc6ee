import { useCallback } from "react";

/** What is typed for one thing, kept in this tab until it is sent: a reload or another part of the page loses nothing. */
export function useKept(name: string): { kept: string; keep: (text: string) => void } {
  const key = `kept:${name}`;
  const keep = useCallback((text: string) => {
    try {
      if (text) sessionStorage.setItem(key, text);
      else sessionStorage.removeItem(key);
    } catch {
      // A browser that keeps nothing still lets one write.
    }
  }, [key]);
  let kept = "";
  try {
    kept = sessionStorage.getItem(key) ?? "";
  } catch {
    kept = "";
  }
  return { kept, keep };
}
