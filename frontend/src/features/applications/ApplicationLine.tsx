import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { formatDate, formatMoment, formatSince } from "@/space/kit/moments";
import type { Application } from "./calls";
import { nextOf } from "./groups";
import { useApplicationsWords } from "./words";

interface ApplicationLineProps {
  application: Application;
  /** Whether there is a call in which it could be taken up. */
  mayRenew: boolean;
  onRenew: () => void;
  onDiscard: () => void;
}

/** One of my applications: where it stands, what comes next, what can be done from here. */
export function ApplicationLine({ application, mayRenew, onRenew, onDiscard }: ApplicationLineProps) {
  const { w, lang } = useApplicationsWords();
  const { id, number, call, organisation, status, decision, access, updated_at: updated, submitted_at: sent, allowed_actions: allowed } = application;
  const title = application.title ?? w.untitled;
  const next = nextOf(application);
  const state = status === "decided" && decision ? w.decisions[decision] : w.states[status];
  const isMine = allowed.includes("edit") || next === "too_late";
  const when = sent && status !== "draft" ? w.sent(formatDate(sent, lang)) : w.saved(formatSince(updated, lang));
  return (
    <li className="line dossier">
      <div className="line__main">
        <span className="dossier__title"><Link to={"/espace/dossiers/$id" as string} params={{ id } as never}>{title}</Link> <span className={decision === "labelled" || next === "mend" ? "flag" : "word"}>{state}</span></span>
        {next !== "none" && <span>{w.next[next](access.until ? formatMoment(access.until, lang) : null)}</span>}
        <span className="soft">{[organisation?.name, `${call.title}, ${w.number(number)}`, when].filter(Boolean).join(" · ")}</span>
      </div>
      <div className="line__actions">
        {isMine && <Link className={next === "too_late" ? "button" : "button button--strong"} to="/espace/dossiers/$id/formulaire" params={{ id }} aria-label={next === "mend" ? w.mendOf(title) : w.goOf(title)}>{next === "mend" ? w.mend : w.go}</Link>}
        {allowed.includes("renew") && mayRenew && <Button aria-label={w.renewOf(title)} onClick={onRenew}>{w.renew}</Button>}
        {allowed.includes("discard") && <Button variant="subtle" aria-label={w.discardOf(title)} onClick={onDiscard}>{w.discard}</Button>}
      </div>
    </li>
  );
}
