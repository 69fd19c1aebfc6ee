import { Button } from "@mantine/core";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { formatDay } from "@/lib/dates";
import { useMemberWords } from "@/programme/memberWords";
import { formatDate } from "@/space/kit/moments";
import { OneOf } from "@/space/kit/OneOf";
import { Page, Part } from "@/space/kit/Page";
import { Loaded, NothingYet } from "@/space/kit/States";
import { useUnfolded } from "@/space/kit/useUnfolded";
import { useKitWords } from "@/space/kit/words";
import { application, applicationPages, STATES, type Application, type Similar, type State } from "./calls";
import { DecisionForms } from "./DecisionForms";
import { useApplicationsWords } from "./words";
import "./applications.css";

/** What the board has to decide, and what it decided: `?etat=admitted`. */
export function ApplicationsPage() {
  const { w } = useApplicationsWords();
  const navigate = useNavigate();
  const { etat } = useSearch({ strict: false }) as { etat?: string };
  const state = STATES.find((each) => each === etat) ?? "waiting";
  const pages = useInfiniteQuery(applicationPages(state));
  const items = pages.data?.pages.flatMap((page) => page.items) ?? [];
  const go = (next: State) => void navigate({ to: ".", search: { etat: next === "waiting" ? undefined : next } as never, resetScroll: false });
  return (
    <Page title={w.title} lead={<p>{w.lead}</p>}>
      <div><OneOf label={w.state} values={STATES} value={state} wordOf={(each) => w.states[each]} onChoose={go} /></div>
      <Part title={w.states[state]}>
        <Loaded query={pages} waiting={w.loading}>
          {() => (items.length === 0 ? <NothingYet><p>{w.none[state]}</p></NothingYet> : <ul role="list" className="lines" aria-label={w.states[state]}>{items.map((one) => <Line key={one.id} one={one} />)}</ul>)}
        </Loaded>
        {pages.hasNextPage && <div><Button aria-disabled={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>{w.more}</Button></div>}
      </Part>
    </Page>
  );
}

function Line({ one }: { one: Application }) {
  const { w, lang } = useApplicationsWords();
  const words = useMemberWords();
  const { open, show, close, button } = useUnfolded();
  const name = one.organisation?.name ?? one.name ?? w.erased;
  const about = [one.organisation && one.name && w.by(one.name), words.college[one.college], w.receivedOn(formatDate(one.made_at, lang)), one.decided_on && w.decidedOn(formatDay(one.decided_on, lang, { weekday: false, year: true }))];
  return (
    <li className="line">
      <div className="line__main">
        <span>{name}</span>
        <span className="soft">{about.filter(Boolean).join(" · ")}</span>
        {one.state === "asked" && <span className="note">{w.asked}</span>}
        {one.reason && <span className="note">{one.reason}</span>}
        {one.member_id && <Link to={"/espace/adherents/$id" as never} params={{ id: one.member_id } as never}>{w.toMember}</Link>}
        {one.meeting_id && <Link to={"/espace/reunions/$id" as never} params={{ id: one.meeting_id } as never}>{w.toMeeting}</Link>}
      </div>
      {one.state !== "admitted" && one.state !== "declined" && <div className="line__actions">{open ? <Button size="xs" onClick={close}>{w.close}</Button> : <Button ref={button} size="xs" aria-label={w.openOf(name)} onClick={show}>{w.open}</Button>}</div>}
      {open && <div className="line__below"><Opened id={one.id} onClose={close} /></div>}
    </li>
  );
}

function Opened({ id, onClose }: { id: string; onClose: () => void }) {
  const query = useQuery(application(id));
  return (
    <Loaded query={query}>
      {(one) => (
        <div className="application">
          <Details one={one} />
          <SimilarOnes similar={one.similar} />
          {one.allowed_actions.length > 0 && <DecisionForms one={one} onClose={onClose} />}
        </div>
      )}
    </Loaded>
  );
}

function Details({ one }: { one: Application }) {
  const { w } = useApplicationsWords();
  const { w: kit } = useKitWords();
  const { organisation } = one;
  const place = organisation && [organisation.address, organisation.postal_code, organisation.commune_name].filter(Boolean).join(" ");
  return (
    <div>
      <p>{[one.name, one.capacity, one.email, one.phone].filter(Boolean).join(" · ")}</p>
      {organisation && <p className="soft">{[place, organisation.siret && `SIRET ${organisation.siret}`, organisation.website].filter(Boolean).join(" · ")}</p>}
      {one.message && <blockquote className="note">{one.message}</blockquote>}
      {one.question && <p><strong>{w.question}</strong>{kit.colon}{one.question}</p>}
      {one.answer && <p><strong>{w.answer}</strong>{kit.colon}{one.answer}</p>}
    </div>
  );
}

function SimilarOnes({ similar }: { similar: readonly Similar[] }) {
  const { w } = useApplicationsWords();
  if (similar.length === 0) return <p className="soft">{w.similarNone}</p>;
  return (
    <div>
      <strong>{w.similar}</strong>
      <ul>
        {similar.map((each) => (
          <li key={each.id}>
            {each.member_id
              ? <Link to={"/espace/adherents/$id" as never} params={{ id: each.member_id } as never}>{each.name}</Link>
              : each.kind === "legal" ? <Link to={"/espace/structures/$id" as never} params={{ id: each.id } as never}>{each.name}</Link> : each.name}
            {" "}<span className="soft">{[each.detail, each.member_id && (each.is_member ? w.isMember : w.wasMember)].filter(Boolean).join(" · ")}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
