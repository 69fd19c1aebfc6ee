import { Link } from "@tanstack/react-router";
import { Button } from "@mantine/core";
import { useState } from "react";
import { addDays, formatSpan, type Day } from "@/lib/dates";
import { formatDate, formatMoment, inParis } from "@/space/kit/moments";
import type { Loan } from "./calls";
import type { Kind } from "@/space/loans/sorting-out";
import { useDeskWords } from "./deskWords";

/** Loans shown of a kind before one asks for all. */
const SHOWN = 6;
/** Days before a departure from which an unsigned agreement presses. */
const PRESSES = 7;

interface KindPartProps {
  kind: Kind;
  loans: Loan[];
  today: Day;
}

/** The loans of one kind, each with what makes it wait and the way to see to it. */
export function KindPart({ kind, loans, today }: KindPartProps) {
  const { w } = useDeskWords();
  const [isAll, setAll] = useState(false);
  const shown = isAll ? loans : loans.slice(0, SHOWN);
  return (
    <section id={kind} className="part" aria-label={w.kind[kind]} tabIndex={-1}>
      <h2>{w.kind[kind]}</h2>
      <ul role="list" className="lines">
        {shown.map((loan) => <KindLine key={loan.id} kind={kind} loan={loan} today={today} />)}
      </ul>
      {loans.length > shown.length && <p><Button variant="subtle" onClick={() => setAll(true)}>{w.more(loans.length - shown.length)}</Button></p>}
    </section>
  );
}

/** Where each kind is seen to. */
const isToReport = (kind: Kind, papers: Loan["papers"]) => kind === "inspections" && papers.condition_report_in_id === null;
const pageOf = (kind: Kind, { id, papers }: Loan) => `/espace/prets/${id}${kind === "requests" || kind === "holds" ? "/accord" : kind === "not_gone" || isToReport(kind, papers) ? "/preparation" : ""}`;

function KindLine({ kind, loan, today }: { kind: Kind; loan: Loan; today: Day }) {
  const { w, lang } = useDeskWords();
  const who = loan.organisation.name ?? w.someone;
  const why = useWhy(kind, loan, today);
  return (
    <li className="line">
      <div className="line__main">
        <Link to={`/espace/prets/${loan.id}` as never}>{loan.item.title}</Link>
        <span>{who}{loan.place_of_use.commune_name && loan.place_of_use.commune_name !== who ? `, ${loan.place_of_use.commune_name}` : ""}</span>
        <span className={kind === "late" || kind === "at_risk" || kind === "not_gone" ? "lending__press" : "soft"}>{why ?? formatSpan(loan.starts_on, loan.ends_on, lang)}</span>
      </div>
      <div className="line__actions"><Link className="button" to={pageOf(kind, loan) as never} search={(isToReport(kind, loan.papers) ? { constat: "in" } : {}) as never} aria-label={w.actionOf(w.action[kind], loan.item.title, who)}>{w.action[kind]}</Link></div>
    </li>
  );
}

function useWhy(kind: Kind, loan: Loan, today: Day): string | null {
  const { w, lang } = useDeskWords();
  const days = formatSpan(loan.starts_on, loan.ends_on, lang);
  switch (kind) {
    case "late": return w.lateBy(Math.round((Date.parse(today) - Date.parse(loan.ends_on)) / 86_400_000), formatDate(loan.ends_on, lang));
    case "at_risk": return w.risk(formatDate(loan.starts_on, lang));
    case "extensions": return loan.extension && w.askedUntil(formatDate(loan.extension.ends_on, lang));
    case "holds": return loan.hold && `${days} · ${w.heldUntil(formatMoment(loan.hold.until, lang))}${inParis(loan.hold.until).day <= addDays(today, 1) ? `, ${w.heldSoon}` : ""}`;
    case "certificates": return `${days} · ${w.certificates(loan.papers.certificates_waiting)}`;
    case "agreements": return `${days} · ${loan.papers.agreement_id === null ? w.toMake : w.toSend}`;
    case "not_gone": return w.shouldHaveLeft(formatDate(loan.starts_on, lang));
    case "inspections": return loan.returned_on && w.backOn(formatDate(loan.returned_on, lang));
    case "unsigned": return `${days}${loan.starts_on <= addDays(today, PRESSES) ? ` · ${w.soonUnsigned}` : ""}`;
    default: return null;
  }
}
