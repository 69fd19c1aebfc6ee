import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { territory } from "@/api/queries";
import { del } from "@/api/write";
import { Mark } from "@/identity/Umbel";
import { chooseLang, useWords } from "@/lib/i18n";
import { Problem } from "@/lib/problem";
import { Sheet } from "@/ui/Sheet";
import { useNewIdentity, type Me } from "./kit/me";
import { tell } from "./kit/toasts";
import { SpaceMenu } from "./SpaceMenu";
import { useSpaceWords } from "./words";

const USUAL_DEPARTMENTS = 5;

/** Ends the session here and goes back to the public pages. */
function useSignOut(): () => Promise<void> {
  const { w } = useSpaceWords();
  const changeIdentity = useNewIdentity();
  const navigate = useNavigate();
  return async () => {
    try {
      await del("/me/sessions/current");
    } catch (error) {
      // A session that is over already is what one asked for.
      if (!(error instanceof Problem) || error.status !== 401) {
        tell(error instanceof Error ? error.message : String(error), { bad: true });
        return;
      }
    }
    await navigate({ to: "/espace/entrer", search: {} });
    await changeIdentity();
    tell(w.signedOut);
  };
}

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
