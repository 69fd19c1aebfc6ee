import { useQuery } from "@tanstack/react-query";
import { Link, Outlet } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { territory } from "@/api/queries";
import { Mark } from "@/identity/Umbel";
import { chooseLang, useWords } from "@/lib/i18n";
import "./layout.css";

/** Rays of the mark until the territory is known. */
const USUAL_DEPARTMENTS = 5;

/** The public face around a page. */
export function Layout({ children }: { children?: ReactNode }) {
  return (
    <>
      <Header />
      <main id="main" tabIndex={-1}>{children ?? <Outlet />}</main>
      <Footer />
    </>
  );
}

function Header() {
  const { t } = useWords();
  const region = useQuery(territory());
  return (
    <header className="top wrap">
      <Link to="/" className="top__home">
        <Mark rays={region.data?.departments.length ?? USUAL_DEPARTMENTS} />
        <span>ombelle</span>
      </Link>
      <nav aria-label={t.site.nav}>
        <ul role="list" className="top__links">
          <li><Link to="/agenda" activeOptions={{ exact: false, includeSearch: false }}>{t.site.agenda}</Link></li>
          <li><Link to="/scolaires" activeOptions={{ exact: false, includeSearch: false }}>{t.site.schools}</Link></li>
          <li><Link to="/catalogue" activeOptions={{ exact: false, includeSearch: false }}>{t.site.borrow}</Link></li>
          <li><Link to="/appels" activeOptions={{ exact: false, includeSearch: false }}>{t.site.calls}</Link></li>
          <li className="top__space"><Link to="/espace" preload={false}>{t.site.space}</Link></li>
        </ul>
      </nav>
    </header>
  );
}

function Footer() {
  const { t, lang } = useWords();
  const region = useQuery(territory()).data;
  return (
    <footer className="foot">
      <div className="wrap foot__inside">
        <div className="foot__mark"><Mark rays={region?.departments.length ?? USUAL_DEPARTMENTS} /></div>
        <div>
          <p className="foot__line">{t.site.foot}</p>
          {region && <p>{(/s$|-de-/i.test(region.name) ? t.site.footMark : t.site.footMarkOther)(region.departments.length, region.name)}</p>}
        </div>
        <ul role="list" className="foot__links">
          <li><Link to="/agenda">{t.site.agenda}</Link></li>
          <li><Link to="/scolaires">{t.site.schools}</Link></li>
          <li><Link to="/catalogue">{t.site.borrowLong}</Link></li>
          <li><Link to="/appels">{t.site.callsLong}</Link></li>
          <li><Link to="/annuaire">{t.site.directory}</Link></li>
          <li><Link to="/association">{t.site.association}</Link></li>
          <li><Link to="/developpeurs">{t.site.programmers}</Link></li>
          <li><Link to="/donnees-personnelles">{t.site.personalData}</Link></li>
          <li>
            <button type="button" lang={lang === "fr" ? "en" : "fr"} title={t.site.languageHint} onClick={() => void chooseLang(lang === "fr" ? "en" : "fr")}>
              {t.site.language}
            </button>
          </li>
        </ul>
      </div>
    </footer>
  );
}
