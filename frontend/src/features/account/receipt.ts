import type { Receipt } from "./calls";

const KEY = "ombelle.receipt";

/** Keeps the receipt of an erasure for this tab, so that reloading the page that shows it shows it again. */
export function keepReceipt(receipt: Receipt): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(receipt));
  } catch {
    // Storage is refused: the address of the public proof still says the number.
  }
}

export function keptReceipt(): Receipt | null {
  try {
    return JSON.parse(sessionStorage.getItem(KEY) ?? "null") as Receipt | null;
  } catch {
    return null;
  }
}
