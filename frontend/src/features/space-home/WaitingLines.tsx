import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { del, post } from "@/api/write";
import { paths } from "@/lib/paths";
import { formatDate, formatMoment, formatSince } from "@/space/kit/moments";
import { tell } from "@/space/kit/toasts";
import type { Invitation, Waiting } from "./waiting";
import { useHomeWords } from "./words";

/** Requests shown one by one; beyond, their number. */
const SHOWN = 5;

interface WaitingLinesProps {
  waiting: Waiting;
  onSettled: () => Promise<void>;
  /** In the stead of no line at all. */
  calm: ReactNode;
}

export function WaitingLines({ waiting, onSettled, calm }: WaitingLinesProps) {
  const { w, lang } = useHomeWords();
  const { invitations, joinRequests, ownRequests, mails, deadLetters, conflicts, quarantined, duplicates, reviews, projects, applications, changes, loans } = waiting;
  const rest = joinRequests.length - SHOWN;
  const lines = [
    ...invitations.map((each) => <InvitationLine key={each.id} invitation={each} onSettled={onSettled} />),
    ...joinRequests.slice(0, SHOWN).map(({ id, organisation, person, message }) => (
      <Line key={id} title={w.join(person.name ?? person.email ?? w.someone, organisation.name)} detail={message}>
        <Link className="button" to="/espace/structures/$id" params={{ id: organisation.id }}>{w.answer}</Link>
      </Line>
    )),
    rest > 0 && <Line key="rest" title={w.more(rest)} />,
    mails.count > 0 && (
      <Line key="mails" title={w.mails(mails.count, mails.more)} detail={w.mailsHint}>
        <Link className="button" to="/espace/courriels" search={{ state: "failed" }}>{w.see}</Link>
      </Line>
    ),
    deadLetters > 0 && (
      <Line key="letters" title={w.letters(deadLetters)} detail={w.lettersHint}><Link className="button" to="/espace/messages">{w.see}</Link></Line>
    ),
    conflicts > 0 && <ApiLine key="conflicts" title={w.conflicts(conflicts)} />,
    quarantined > 0 && <ApiLine key="quarantined" title={w.quarantined(quarantined)} />,
    duplicates.count > 0 && <ApiLine key="duplicates" title={w.duplicates(duplicates.count, duplicates.more)} />,
    reviews.count > 0 && (
      <Line key="reviews" title={w.reviews(reviews.count, reviews.more)} detail={reviews.due ? w.reviewsDue(formatDate(reviews.due, lang)) : null}><Link className="button" to="/espace/evaluations">{w.read}</Link></Line>
    ),
    changes.count > 0 && (
      <Line key="changes" title={w.changes(changes.count, changes.more)} detail={w.changesHint}><Link className="button" to="/espace/programme" search={{ annee: changes.edition ?? undefined, vue: "modifications" } as never}>{w.answer}</Link></Line>
    ),
    ...LENDER_LINES.map((kind) => loans.lender[kind] > 0 && <Line key={kind} title={w.lender[kind](loans.lender[kind])}><Link className="button" to={"/espace/prets/comptoir" as never} hash={kind} aria-label={w.seeOf(w.lender[kind](loans.lender[kind]))}>{w.see}</Link></Line>),
    ...BORROWER_LINES.flatMap((kind) => loans[kind].slice(0, SHOWN).map((loan) => <LoanLine key={`${kind} ${loan.id}`} kind={kind} loan={loan} />)),
    ...loans.toEvaluate.slice(0, SHOWN).map(({ loan_id: loan, title }) => <Line key={`evaluation ${loan}`} title={w.toEvaluate(title)} detail={w.toEvaluateHint}><Link className="button" to={`/espace/prets/${loan}` as never} aria-label={w.answerOf(title)}>{w.answer}</Link></Line>),
    ...applications.slice(0, SHOWN).map((each) => <ApplicationLine key={`${each.kind} ${each.application_id}`} waiting={each} />),
    applications.length > SHOWN && <Line key="applications" title={w.moreApplications(applications.length - SHOWN)}><Link className="button" to="/espace/dossiers">{w.see}</Link></Line>,
    ...projects.toConfirm.map(({ id, title }) => <Line key={id} title={w.toConfirm(title)} detail={w.toConfirmHint}><Link className="button" to="/espace/projets/$id" params={{ id }} aria-label={w.answerOf(title)}>{w.answer}</Link></Line>),
    ...projects.stands.map(({ id, title, umbrella_title: village, message }) => <Line key={id} title={w.standOffered(title, village)} detail={message}><Link className="button" to="/espace/projets" aria-label={w.answerOf(title)}>{w.answer}</Link></Line>),
    ...projects.toWrite.map(({ id, title }) => <Line key={id} title={w.toWrite(title)} detail={w.toWriteHint}><Link className="button" to="/espace/projets/$id" params={{ id }} aria-label={w.seeOf(title)}>{w.see}</Link></Line>),
    ...projects.answered.map(({ id, event_id: event, event_title: title, outcome, reason }) => (
      <Line key={id} title={outcome === "approved" ? w.proposalAccepted(title) : w.proposalRefused(title)} detail={reason}><Link className="button" to="/espace/evenements/$id" params={{ id: event }} aria-label={w.seeOf(title)}>{w.see}</Link></Line>
    )),
    ...ownRequests.map(({ id, organisation, state, reason, created_at: at }) => (
      <Line key={id} title={state === "refused" ? w.refused(organisation.name) : w.asked(organisation.name)} detail={state === "refused" ? reason : w.askedOn(formatSince(at, lang))}>
        <Link className="button" to="/espace/structures/$id" params={{ id: organisation.id }} aria-label={w.seeOf(organisation.name)}>{w.see}</Link>
      </Line>
    )),
  ].filter(Boolean);
  return lines.length === 0 ? calm : <ul role="list" className="lines waiting">{lines}</ul>;
}

/** What waits at the lending desk, in numbers. */
const LENDER_LINES = ["late", "requests", "extensions", "certificates", "agreements", "inspections"] as const satisfies (keyof Waiting["loans"]["lender"])[];
const BORROWER_LINES = ["toBringBack", "offered", "toSign", "toInsure"] as const;

/** One of one's loans: what it waits for, until when. */
function LoanLine({ kind, loan: { id, item, hold, starts_on: first, ends_on: last } }: { kind: (typeof BORROWER_LINES)[number]; loan: Waiting["loans"]["offered"][number] }) {
  const { w, lang } = useHomeWords();
  const until = kind === "offered" ? hold && w.answerBefore(formatMoment(hold.until, lang)) : kind === "toBringBack" ? w.wasDue(formatDate(last, lang)) : w.beforeLoan(formatDate(first, lang));
  return <Line title={w.loan[kind](item.title)} detail={until}><Link className="button" to={`/espace/prets/${id}` as never} aria-label={w.seeOf(item.title)}>{w.see}</Link></Line>;
}

function Line({ title, detail, children }: { title: string; detail?: string | null; children?: ReactNode }) {
  return (
    <li className="line">
      <div className="line__main"><span>{title}</span>{detail && <span className="soft">{detail}</span>}</div>
      {children && <div className="line__actions">{children}</div>}
    </li>
  );
}

/** Changes to make, messages to read, an answer to give: in one application. */
function ApplicationLine({ waiting: { kind, application_id: id, title, number, organisation, count, due_on: due } }: { waiting: Waiting["applications"][number] }) {
  const { w, lang } = useHomeWords();
  const name = title ?? w.applicationNo(number);
  const holder = organisation.name ?? w.someone;
  const words = { change_request: w.changesAsked(name), messages: w.messagesUnread(count, name), invitation: w.askedToTakePart(name), transfer: w.offeredOver(name) }[kind];
  return (
    <Line title={words} detail={kind === "change_request" ? due && w.answerBy(formatDate(due, lang)) : w.heldBy(holder)}>
      <Link className="button" to="/espace/dossiers/$id" params={{ id }} search={(kind === "messages" ? { partie: "echanges" } : {}) as never} aria-label={kind === "messages" ? w.readOf(name) : w.answerOf(name)}>{kind === "messages" ? w.read : w.answer}</Link>
    </Line>
  );
}

/** What the API settles, as long as it has no screen. */
function ApiLine({ title }: { title: string }) {
  const { w } = useHomeWords();
  return (
    <li className="line">
      <div className="line__main"><span>{title}</span><span className="soft">{w.byApi} <a href={paths.apiDocs()}>{w.api}</a></span></div>
    </li>
  );
}

function InvitationLine({ invitation, onSettled }: { invitation: Invitation; onSettled: () => Promise<void> }) {
  const { w } = useHomeWords();
  const { id, organisation, role, invited_by: by, message } = invitation;
  const settle = async (call: () => Promise<unknown>, done: string) => {
    try {
      await call();
      tell(done);
    } catch (error) {
      tell(error instanceof Error ? error.message : String(error), { bad: true });
    }
    await onSettled();
  };
  return (
    <li className="line">
      <div className="line__main">
        <span>{w.invited(organisation.name)}</span>
        <span className="soft">{w.invitedBy(by, w.role[role])}</span>
        {message && <span className="waiting__quote">{message}</span>}
      </div>
      <div className="line__actions">
        <Button variant="filled" aria-label={w.acceptOf(organisation.name)} onClick={() => void settle(() => post(`/me/invitations/${id}/acceptance`), w.accepted(organisation.name))}>{w.accept}</Button>
        <Button aria-label={w.declineOf(organisation.name)} onClick={() => void settle(() => del(`/me/invitations/${id}`), w.declined)}>{w.decline}</Button>
      </div>
    </li>
  );
}
