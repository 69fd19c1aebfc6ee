import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { editions } from "@/api/queries";
import { formatDate, formatMoment } from "@/space/kit/moments";
import { Page, Part } from "@/space/kit/Page";
import { Loaded, NothingYet } from "@/space/kit/States";
import { tell } from "@/space/kit/toasts";
import { useUnfolded } from "@/space/kit/useUnfolded";
import { BeginCall } from "./BeginCall";
import { callsOfEdition, type Call } from "./queries";
import { graceEnd, stateOf } from "./state";
import { useNow } from "./useNow";
import { useCallWords } from "./words";
import "./call-editor.css";

/** The calls, edition by edition, the newest first; and a new one. */
export function CallsPage() {
  const { w } = useCallWords();
  const navigate = useNavigate();
  const query = useQuery({ ...editions(), staleTime: 0 });
  const { open, show, close, button } = useUnfolded();
  const years = query.data?.map(({ year }) => year) ?? [];
  return (
    <Page title={w.title} lead={<p>{w.lead}</p>} actions={years.length > 0 && !open ? <Button ref={button} variant="filled" onClick={show}>{w.begin}</Button> : undefined}>
      {open && (
        <Part title={w.begin}>
          <BeginCall years={years} onCancel={close} onDone={({ id }) => { tell(w.begun); void navigate({ to: "/espace/appels/$id", params: { id } }); }} />
        </Part>
      )}
      <Loaded query={query} waiting={w.loading}>
        {() => (years.length === 0
          ? <NothingYet><p>{w.noEdition}</p><Link to="/espace/programme" className="button">{w.toProgramme}</Link></NothingYet>
          : years.map((year) => <EditionCalls key={year} year={year} />))}
      </Loaded>
    </Page>
  );
}

function EditionCalls({ year }: { year: number }) {
  const { w } = useCallWords();
  const query = useQuery(callsOfEdition(year));
  return (
    <Part title={w.edition(year)}>
      <Loaded query={query} waiting={w.loading}>
        {(items) => (items.length === 0
          ? <p className="soft">{w.none}</p>
          : <ul role="list" className="lines" aria-label={w.edition(year)}>{items.map((call) => <CallLine key={call.id} call={call} />)}</ul>)}
      </Loaded>
    </Part>
  );
}

function CallLine({ call }: { call: Call }) {
  const { w, lang } = useCallWords();
  const state = stateOf(call, useNow());
  const isOpen = state === "open" || state === "grace";
  const when = isOpen ? w.until(formatMoment(graceEnd(call), lang)) : w.span(formatDate(call.opens_at, lang), formatDate(call.closes_at, lang));
  const form = call.form_number === null ? null : w.formNumber(call.form_number);
  const writing = call.form_draft_number === null || call.publication === "draft" ? null : w.formDraft(call.form_draft_number);
  return (
    <li className="line">
      <div className="line__main">
        <Link to="/espace/appels/$id" params={{ id: call.id }}>{call.title}</Link>
        <span className="soft">{[when, form, writing].filter(Boolean).join(" · ")}</span>
      </div>
      <span className={isOpen ? "flag" : "word"}>{w.states[state]}</span>
      <div className="line__actions"><Link className="call__go" to="/espace/appels/$id/instruction" params={{ id: call.id }} aria-label={`${w.part.review} · ${call.title}`}>{w.part.review}</Link></div>
    </li>
  );
}
