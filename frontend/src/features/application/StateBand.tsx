import { Button, TextInput } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { post } from "@/api/write";
import { formatAmount } from "@/lib/amounts";
import { useEntry } from "@/space/kit/entry";
import { EntryForm } from "@/space/kit/EntryForm";
import { formatDate, formatMoment } from "@/space/kit/moments";
import { tell } from "@/space/kit/toasts";
import { useUnfolded } from "@/space/kit/useUnfolded";
import { AskChanges } from "./AskChanges";
import { changeRequests, path, type Application } from "./calls";
import { OpenRequest } from "./OpenRequest";
import { deadlineOf, sideOf, stageOf } from "./state";
import { useRefresh } from "./useRefresh";
import { useExchangeWords } from "./exchangeWords";
import { useApplicationWords } from "./words";

const may = ({ allowed_actions: actions }: Application, action: string) => actions.includes(action);

/** Where the application stands, what happens next and by when, and the one thing to do about it. */
export function StateBand({ application }: { application: Application }) {
  const { w, lang } = useApplicationWords();
  const { w: ask } = useExchangeWords();
  const { open: isAsking, show, close, button } = useUnfolded();
  const { id, call, standing, amount_granted_cents: granted, withdrawal_reason: reason } = application;
  const side = sideOf(application);
  const [now] = useState(() => new Date());
  const stage = stageOf(application, now);
  const deadline = deadlineOf(application);
  const until = deadline && (application.status === "draft" ? formatMoment(deadline, lang) : formatDate(deadline, lang));
  return (
    <section className="state" aria-label={w.stands} data-stage={stage}>
      <div className="state__words">
        <p className="state__flag"><span className={stage === "late" || stage === "closed" ? "flag flag--stop" : "flag"}>{w.stage[stage]}</span></p>
        <p className="state__next">{w.next[side][stage](until)}</p>
        {granted !== null && stage === "labelled" && <p>{w.granted(formatAmount(granted, lang))}</p>}
        {reason && <p className="soft">{w.reason} : {reason}</p>}
        {side === "holder" && may(application, "edit") && application.form.is_newer && <p className="soft">{w.newerForm}</p>}
        {may(application, "edit") && application.stale_fields.length > 0 && <p className="soft">{w.stale(application.stale_fields.length)}</p>}
      </div>
      <div className="state__actions">
        {may(application, "edit") && <a className="button button--strong" href={`/espace/dossiers/${id}/formulaire`}>{application.status === "draft" ? w.fill : w.amend}</a>}
        {side === "holder" && stage === "labelled" && <a className="button button--strong" href="/espace/projets">{w.toProjects}</a>}
        {side === "holder" && (stage === "waitlisted" || stage === "not_labelled") && <Link className="button" to="." search={{ partie: "lettres" } as never}>{w.readLetter}</Link>}
        {stage === "late" && side === "holder" && <Link className="button button--strong" to="." search={{ partie: "echanges" } as never}>{w.write}</Link>}
        {standing === "reviewer" && application.status !== "decided" && <a className="button button--strong" href={`/espace/evaluations/${id}`}>{w.toReview}</a>}
        {may(application, "request_changes") && !isAsking && <Button ref={button} onClick={show}>{ask.ask}</Button>}
        {side === "coordination" && ["submitted", "under_review"].includes(application.status) && <a className="button" href={`/espace/appels/${call.id}/instruction`}>{w.toInquiry}</a>}
      </div>
      {isAsking && may(application, "request_changes") && <div className="state__below"><AskChanges application={application} onDone={close} onCancel={close} /></div>}
      {application.status === "changes_requested" && side !== "other" && <Waiting application={application} />}
      {stage === "closed" && may(application, "discard") && <CodeForm application={application} />}
    </section>
  );
}

/** The request that waits for an answer, where nobody misses it. */
function Waiting({ application }: { application: Application }) {
  const open = useQuery(changeRequests(application.id)).data?.find((each) => each.is_open);
  return open ? <div className="state__below"><OpenRequest key={open.id} application={application} request={open} /></div> : null;
}

function CodeForm({ application: { id } }: { application: Application }) {
  const { w } = useApplicationWords();
  const client = useQueryClient();
  const refresh = useRefresh(id);
  const entry = useEntry({
    initial: { access_code: "" }, labels: { access_code: w.code },
    check: (values) => (values.access_code.trim() ? {} : { access_code: w.codeNeeded }),
    send: async ({ access_code: code }) => {
      await post(`${path(id)}/access-code`, { access_code: code.trim() });
      await Promise.all([refresh(), client.invalidateQueries({ queryKey: ["applications"] })]);
      tell(w.codeDone);
    },
  });
  return (
    <div className="state__below">
      <EntryForm entry={entry} submitLabel={w.codeGo} label={w.code}>
        <TextInput {...entry.field("access_code")} label={w.code} description={w.codeHint} maxLength={80} autoComplete="off" spellCheck={false} />
      </EntryForm>
    </div>
  );
}
