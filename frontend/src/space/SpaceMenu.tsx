import { Link } from "@tanstack/react-router";
import type { Me } from "./kit/me";
import { menuOf } from "./menu";
import { useSpaceWords } from "./words";

/** Addresses below which others stand in the menu. */
const EXACT = new Set(["/espace", "/espace/structures", "/espace/administration", "/espace/prets"]);

/** What one may open, by roles and organisations. */
export function SpaceMenu({ someone, onFollow }: { someone: Me; onFollow?: () => void }) {
  const { w } = useSpaceWords();
  return (
    <nav className="menu" aria-label={w.nav}>
      {menuOf(someone, w).map(({ title, items }) => (
        <div key={title ?? ""} className="menu__group">
          {title && <h2 className="menu__title">{w[title]}</h2>}
          <ul role="list" className="menu__list">
            {items.map(({ to, label }) => (
              <li key={to}><Link to={to} activeOptions={{ exact: EXACT.has(to), includeSearch: false }} {...(onFollow && { onClick: onFollow })}>{label}</Link></li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}
