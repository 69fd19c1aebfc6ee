import { Link, useLocation } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import type { Me } from "./kit/me";
import { currentOf, menuOf } from "./menu";
import { useSpaceWords } from "./words";

/** What one may open, by roles and organisations. The line of the page that is open is marked, or the nearest one above it. */
export function SpaceMenu({ someone, onFollow }: { someone: Me; onFollow?: () => void }) {
  const { w } = useSpaceWords();
  const groups = menuOf(someone, w);
  const current = currentOf(groups, useLocation({ select: ({ pathname }) => pathname }));
  const menu = useRef<HTMLElement>(null);
  // A long menu scrolls by itself: its marked line is always in sight.
  useEffect(() => {
    menu.current?.querySelector(`a[href="${current}"]`)?.scrollIntoView({ block: "nearest" });
  }, [current]);
  return (
    <nav ref={menu} className="menu" aria-label={w.nav}>
      {groups.map(({ title, items }) => (
        <div key={title ?? ""} className="menu__group">
          {title && <h2 className="menu__title">{w[title]}</h2>}
          <ul role="list" className="menu__list">
            {items.map(({ to, label }) => (
              <li key={to}><Link to={to} activeOptions={{ exact: to !== current, includeSearch: false }} {...(onFollow && { onClick: onFollow })}>{label}</Link></li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}
