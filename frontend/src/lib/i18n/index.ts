import { useSyncExternalStore } from "react";
import { fr, type Dictionary } from "./fr";

export type Lang = "fr" | "en";
export type { Dictionary };

/** Where the reader's choice of language is kept. */
const KEY = "ombelle.lang";
const listeners = new Set<() => void>();
let state: { lang: Lang; words: Dictionary } = { lang: "fr", words: fr };

/** Puts the interface in `lang`; English words are fetched the first time they are wanted. */
export async function chooseLang(lang: Lang): Promise<void> {
  const words = lang === "en" ? (await import("./en")).en : fr;
  state = { lang, words };
  document.documentElement.lang = lang;
  try {
    localStorage.setItem(KEY, lang);
  } catch {
    // Storage is refused (private window): the choice lasts as long as the page.
  }
  for (const listener of listeners) listener();
}

/** The language chosen on an earlier visit. French unless English was asked for. */
export function rememberedLang(): Lang {
  try {
    return localStorage.getItem(KEY) === "en" ? "en" : "fr";
  } catch {
    return "fr";
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The words of the interface and the language they are in. */
export function useWords(): { t: Dictionary; lang: Lang } {
  const { words, lang } = useSyncExternalStore(subscribe, () => state);
  return { t: words, lang };
}
