import { Button, Switch } from "@mantine/core";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { capital } from "@/lib/text";
import { Failure } from "@/ui/Failure";
import { Waiting } from "@/ui/LostFlower";
import { formatDate } from "@/space/kit/moments";
import { Part } from "@/space/kit/Page";
import { Loaded, NothingYet } from "@/space/kit/States";
import { useUnfolded } from "@/space/kit/useUnfolded";
import { declaration as one, declarationPages, type Declaration, type DeclarationWhole } from "./calls";
import { EndForm, ReceiptForm, SubmitForm } from "./StepForms";
import { useDeclarationWords } from "./words";

/** Declarations, the newest first; each opens in its place. */
export function DeclarationsPart() {
  const { w } = useDeclarationWords();
  const [open, setOpen] = useState(false);
  const pages = useInfiniteQuery(declarationPages(open));
  const items = pages.data?.pages.flatMap((page) => page.items) ?? [];
  const total = pages.data?.pages[0]?.total ?? 0;
  return (
    <Part title={w.list}>
      <Switch label={w.onlyDue} checked={open} onChange={({ currentTarget }) => setOpen(currentTarget.checked)} />
      {pages.isPending && <Waiting words={w.looking} />}
      {pages.isError && !pages.data && <Failure error={pages.error} onRetry={() => void pages.refetch()} />}
      {pages.data && (total === 0 ? <NothingYet><p>{w.none}</p></NothingYet> : <p className="soft" role="status">{w.found(total)}</p>)}
      {items.length > 0 && <ul role="list" className="lines" aria-label={w.list}>{items.map((each) => <Line key={each.id} declaration={each} />)}</ul>}
      {pages.hasNextPage && <div><Button aria-disabled={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>{w.more}</Button></div>}
    </Part>
  );
}

function Line({ declaration }: { declaration: Declaration }) {
  const { w, lang } = useDeclarationWords();
  const { open, show, button } = useUnfolded();
  const { number, kind, causes, state, occurred_on: occurred, due_on: due, is_overdue: late, receipted_on: receipted } = declaration;
  const why = kind !== "officers" ? "" : [...new Set(causes.map(({ cause }) => w.causes[cause] ?? cause))].join(", ");
  const when = receipted ? w.receiptedOn(formatDate(receipted, lang), declaration.receipt_number) : state === "due" || state === "returned" ? w.due(formatDate(due, lang)) : w.occurred(formatDate(occurred, lang));
  return (
    <li className="line">
      <div className="line__main">
        <span>{w.name(number)}</span>
        <span>{[w.kinds[kind], why && `(${why})`].filter(Boolean).join(" ")}</span>
        <span className="soft">{when}</span>
      </div>
      <span className={late ? "flag flag--stop" : state === "receipted" ? "word" : "flag"}>{capital(late ? `${w.states[state]}, ${w.overdue}` : w.states[state] ?? state)}</span>
      {!open && <div className="line__actions"><Button size="xs" ref={button} aria-label={w.openOf(number)} onClick={show}>{w.open}</Button></div>}
      {open && <div className="line__below"><Detail id={declaration.id} /></div>}
    </li>
  );
}

type Step = "submit" | "return" | "receipt" | "withdraw";

function Detail({ id }: { id: string }) {
  const query = useQuery(one(id));
  return <Loaded query={query}>{(whole) => <Whole whole={whole} />}</Loaded>;
}

function Whole({ whole }: { whole: DeclarationWhole }) {
  const { w, lang } = useDeclarationWords();
  const [step, setStep] = useState<Step | null>(null);
  const { id, number, officers, missing, history, receipt_file: receipt, allowed_actions: actions } = whole;
  const close = () => setStep(null);
  const names: Record<Step, [string, string]> = {
    submit: [w.submit, w.submitOf(number)], return: [w.giveBack, w.giveBackOf(number)], receipt: [w.receipt, w.receiptOf(number)], withdraw: [w.withdraw, w.withdrawOf(number)],
  };
  return (
    <div className="declaration">
      {missing !== null && missing > 0 && <p className="trouble">{w.missing(missing)} <a href="#dirigeants">{w.officers}</a></p>}
      <div className="line__actions">
        {actions.includes("print") && <a className="button" href={`/api/v1/declarations/${id}/declaration.pdf`} aria-label={w.printOf(number)}>{w.print}</a>}
        {receipt && <a className="button" download href={`/api/v1/declarations/${id}/receipt`} aria-label={w.receiptFileOf(number)}>{w.receiptFile}</a>}
        {step === null && (Object.keys(names) as Step[]).filter((each) => actions.includes(each)).map((each) => (
          <Button key={each} size="xs" variant={each === "withdraw" ? "subtle" : "default"} aria-label={names[each][1]} onClick={() => setStep(each)}>{names[each][0]}</Button>
        ))}
      </div>
      {step === "submit" && <SubmitForm whole={whole} onClose={close} />}
      {(step === "return" || step === "withdraw") && <EndForm whole={whole} step={step} onClose={close} />}
      {step === "receipt" && <ReceiptForm whole={whole} onClose={close} />}
      {officers.length > 0 && (
        <>
          <h3>{missing === null ? w.listed : w.listedNow}</h3>
          <ul className="declaration__officers">
            {officers.map(({ member_id: member, name, representative, capacity }) => <li key={member}>{name}, {w.capacities[capacity]}{representative && <span className="soft"> ({w.represented(representative)})</span>}</li>)}
          </ul>
        </>
      )}
      <h3>{w.history}</h3>
      <ol className="declaration__history">
        {history.map(({ step: each, on_day: day, reason, noted_at: at }) => <li key={at}>{w.steps[each]} {formatDate(day, lang)}{reason && <span className="note"> : {reason}</span>}</li>)}
      </ol>
    </div>
  );
}
