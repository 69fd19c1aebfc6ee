import { useEffect } from "react";
import { announce } from "./announce";

/**
 * What a full page load does by itself and a single-page application must do by hand: the title, and where focus goes.
 * Going forward, focus goes to the new page's heading. Going back, to the link that was followed.
 */
type Move = "none" | "forward" | "back";
let pending: Move = "none";
const followed = new Map<string, string>();

/** To call when the path changes, before the new page shows. */
export function moved(move: Move): void {
  pending = move;
}

/** Remembers which link of the page at `from` was followed. */
export function remember(from: string, href: string): void {
  followed.set(from, href);
}

function landing(): HTMLElement | null {
  const href = pending === "back" ? followed.get(location.pathname + location.search) : undefined;
  if (href) {
    for (const link of document.querySelectorAll<HTMLAnchorElement>("main a[href]")) {
      if (link.getAttribute("href") === href && link.checkVisibility()) return link;
    }
  }
  return document.querySelector<HTMLElement>("main h1");
}

/** Sets the page's title; once `ready`, puts focus where a reader expects it after a change of page. */
export function usePage(title: string, ready = true): void {
  useEffect(() => {
    document.title = title === "Ombelle" ? title : `${title} · Ombelle`;
  }, [title]);
  useEffect(() => {
    if (!ready || pending === "none") return;
    const target = landing();
    const back = pending === "back";
    pending = "none";
    if (!target) return;
    if (target.tagName === "H1") target.tabIndex = -1;
    target.focus({ preventScroll: back || target.tagName === "H1" });
    announce(document.title);
  }, [ready]);
}
