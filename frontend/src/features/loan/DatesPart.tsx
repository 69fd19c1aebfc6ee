import { Button } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { formatSpan } from "@/lib/dates";
import { formatDate } from "@/space/kit/moments";
import { Part } from "@/space/kit/Page";
import { may, type Loan } from "./calls";
import { CancelDialogue } from "./CancelDialogue";
import { DaysForm, EndForm } from "./DaysForms";
import { ExtensionAsked } from "./ExtensionAsked";
import { useLoanWords } from "./words";

interface DatesPartProps {
  loan: Loan;
  etag: string | null;
  isBorrower: boolean;
  isLender: boolean;
}

type Asking = "edit" | "shorten" | "ask" | "cancel" | null;

/** The days of a loan, what is lent and for where; how the borrower changes them. The lender's ways are its own panel's. */
export function DatesPart({ loan, etag, isBorrower, isLender }: DatesPartProps) {
  const { w, lang } = useLoanWords();
  const [asking, setAsking] = useState<Asking>(null);
  const facts = useRef<HTMLDListElement>(null);
  const last = useRef<Asking>(null);
  // The form that had focus is gone: it goes back to the button that opened it, or to what it changed.
  useEffect(() => {
    if (last.current !== null && last.current !== "cancel" && asking === null) (facts.current?.closest("section")?.querySelector<HTMLElement>(`[data-asks="${last.current}"]`) ?? facts.current)?.focus();
    last.current = asking;
  }, [asking]);
  const { blocked, units, modules, place_of_use: place, extension } = loan;
  const named = units.flatMap(({ name, module_number: number }) => (name && number !== null ? [name] : []));
  const close = () => setAsking(null);
  const mine = isBorrower ? loan : { allowed_actions: [] };
  const mayEdit = may(loan, "edit") && (isBorrower || isLender);
  return (
    <Part
      title={w.dates}
      actions={asking === null && (
        <>
          {mayEdit && <Button data-asks="edit" onClick={() => setAsking("edit")}>{w.edit}</Button>}
          {may(mine, "ask_extension") && !extension && <Button data-asks="ask" onClick={() => setAsking("ask")}>{w.ask}</Button>}
          {may(mine, "shorten") && <Button data-asks="shorten" onClick={() => setAsking("shorten")}>{w.shorten}</Button>}
          {may(mine, "cancel") && !isLender && <Button variant="subtle" onClick={() => setAsking("cancel")}>{w.cancel}</Button>}
        </>
      )}
    >
      {extension && <ExtensionAsked loan={loan} isBorrower={isBorrower} onChange={() => setAsking("ask")} />}
      {asking === "edit" && <DaysForm loan={loan} etag={etag} onClose={close} />}
      {(asking === "ask" || asking === "shorten") && <EndForm key={asking} what={asking} loan={loan} onClose={close} />}
      <dl ref={facts} className="facts" tabIndex={-1}>
        <dt>{w.period}</dt><dd>{formatSpan(loan.starts_on, loan.ends_on, lang)} ({w.days(loan.days)})</dd>
        {blocked && isLender && <><dt>{w.blocked}</dt><dd>{formatSpan(blocked.starts_on, blocked.ends_on, lang)}</dd></>}
        {loan.went_out_on && <><dt>{w.wentOut}</dt><dd>{formatDate(loan.went_out_on, lang)}</dd></>}
        {loan.returned_on && <><dt>{w.returned}</dt><dd>{formatDate(loan.returned_on, lang)}</dd></>}
        <dt>{w.what}</dt><dd>{[loan.format.label, modules ? named.join(", ") || w.modules(modules.length, modules.join(", ")) : w.whole].filter(Boolean).join(" : ")}{units.length > 0 && <span className="soft"> ({units.map(({ code }) => code).join(", ")})</span>}</dd>
        <dt>{w.where}</dt><dd>{[place.name, place.address, place.commune_name ? `${place.commune_name} (${place.department})` : place.commune_insee].filter(Boolean).join(", ")}</dd>
      </dl>
      <CancelDialogue loan={loan} opened={asking === "cancel"} onClose={close} />
    </Part>
  );
}
