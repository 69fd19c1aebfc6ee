import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { territory } from "@/api/queries";
import { Mark } from "@/identity/Umbel";
import { chooseLang, useWords } from "@/lib/i18n";
import { Sheet } from "@/ui/Sheet";
import type { Me } from "./kit/me";
import { SpaceMenu } from "./SpaceMenu";
import { useSignOut } from "./useSignOut";
import { useSpaceWords } from "./words";

const USUAL_DEPARTMENTS = 5;

/** The mark, the way back to the site, the language, and who one is. On a phone the menu opens from here. */
export function SpaceHeader({ someone }: { someone: Me | null }) {
  const { t, lang } = useWords();
  const { w } = useSpaceWords();
  const region = useQuery(territory());
  const signOut = useSignOut();
  const [open, setOpen] = useState(false);
  return (
    <header className="space-top">
      <div className="wrap space-top__inside">
        <Link to="/espace" className="space-top__home">
          <Mark rays={region.data?.departments.length ?? USUAL_DEPARTMENTS} />
          <span className="space-top__name">ombelle</span> <span className="space-top__where">{w.space}</span>
        </Link>
        <ul role="list" className="space-top__links">
          <li className="space-top__desk"><Link to="/">{w.site}</Link></li>
          <li className="space-top__desk">
            <button type="button" lang={lang === "fr" ? "en" : "fr"} title={t.site.languageHint} onClick={() => void chooseLang(lang === "fr" ? "en" : "fr")}>{t.site.language}</button>
          </li>
          {someone?.account && <li className="space-top__desk space-top__who"><Link to="/espace/moi">{someone.account.name}</Link></li>}
          {someone?.account && <li className="space-top__desk"><button type="button" onClick={() => void signOut()}>{w.signOut}</button></li>}
          <li className="space-top__phone"><button type="button" className="button" aria-haspopup="dialog" onClick={() => setOpen(true)}>{w.menu}</button></li>
        </ul>
      </div>
      <Sheet
        open={open} onClose={() => setOpen(false)} title={someone?.account?.name ?? w.space} closeLabel={w.closeMenu}
        footer={someone?.account ? <button type="button" className="button" onClick={() => { setOpen(false); void signOut(); }}>{w.signOut}</button> : null}
      >
        {someone?.account && <SpaceMenu someone={someone} onFollow={() => setOpen(false)} />}
        <ul role="list" className="menu__list menu__more">
          <li><Link to="/">{w.site}</Link></li>
          <li><button type="button" lang={lang === "fr" ? "en" : "fr"} onClick={() => void chooseLang(lang === "fr" ? "en" : "fr")}>{t.site.language}</button></li>
        </ul>
      </Sheet>
    </header>
  );
}
