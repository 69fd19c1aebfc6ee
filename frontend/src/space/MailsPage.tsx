import { useQuery } from "@tanstack/react-query";
import { Link, useSearch } from "@tanstack/react-router";
import { DemoMails } from "@/features/demo/DemoMails";
import { TeamMails } from "@/features/mails/TeamMails";
import { useMailWords } from "@/features/mails/words";
import { hasRole, me } from "./kit/me";
import { MAIL_ROLES } from "./menu";

/** What was sent, for the team; in the demonstration, also what was caught instead, for everybody (`?boite=`, `?courriel=`). */
export function MailsPage() {
  const { w } = useMailWords();
  const { data: someone } = useQuery(me());
  const { boite, courriel } = useSearch({ strict: false }) as { boite?: string; courriel?: string };
  const isTeam = someone !== undefined && hasRole(someone, ...MAIL_ROLES);
  if (!isTeam || boite || courriel) {
    return <>{isTeam && <p className="page__switch"><Link to="/espace/courriels" search={{}}>← {w.toTeam}</Link></p>}<DemoMails /></>;
  }
  return <TeamMails beside={someone.is_demo ? <Link to="/espace/courriels" search={{ boite: "demo" } as never} className="button">{w.toBox}</Link> : undefined} />;
}
