/** One polite live region for the whole page, written to from anywhere. */
let region: HTMLElement | null = null;

export function setAnnouncer(element: HTMLElement | null): void {
  region = element;
}

/** Says `text` to screen readers, without moving focus. */
export function announce(text: string): void {
  if (!region || region.textContent === text) return;
  region.textContent = text;
}
