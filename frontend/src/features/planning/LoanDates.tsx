import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { Answer } from "@/api/write";
import { formatSpan, type Day } from "@/lib/dates";
import { useEntry } from "@/space/kit/entry";
import { EntryForm } from "@/space/kit/EntryForm";
import { formatMoment } from "@/space/kit/moments";
import { Loaded } from "@/space/kit/States";
import { tell } from "@/space/kit/toasts";
import { useRequestName } from "@/space/kit/useRequestName";
import { endLoan, loanOf, moveLoan, type Days, type Loan } from "./calls";
import { checkDays, DaysFields } from "./DaysFields";
import { loanPath, To, unitPath } from "./links";
import { howToMove } from "./moving";
import type { OpenedProps } from "./OpenedDialogue";

/** A loan on the planning: whose it is, what it keeps, and other days for it where its state allows. */
export function LoanDates({ loan, ...props }: OpenedProps & { loan: string }) {
  const query = useQuery(loanOf(loan));
  return (
    <>
      <Facts {...props} />
      <Loaded query={query}>{(read) => <Move {...props} read={read} />}</Loaded>
      <p className="planning__links"><To path={loanPath(loan)} className="button">{props.names.w.openLoan}</To> <To path={unitPath(props.opened.row.unit.id)}>{props.names.w.unitPage}</To></p>
    </>
  );
}

function Facts({ opened: { row, block }, names }: OpenedProps) {
  const { w, lang, lending } = names;
  if (!block) return null;
  const loan = names.brief(block);
  const worries = names.worries(block);
  return (
    <dl className="facts">
      {loan && <><dt>{w.borrower}</dt><dd>{[loan.organisation_name ?? w.aBorrower, loan.place_name !== loan.organisation_name && loan.place_name, loan.department && `(${loan.department})`].filter(Boolean).join(" ")}</dd></>}
      <dt>{w.state}</dt><dd>{[loan ? lending.status[loan.status as keyof typeof lending.status] : lending.block[block.kind], block.is_released && w.released].filter(Boolean).join(", ")}</dd>
      <dt>{w.days}</dt><dd>{formatSpan(block.starts_on, block.ends_on, lang)}</dd>
      {!block.is_released && <><dt>{w.blocked}</dt><dd>{names.unitName(row) || row.unit.code}, {formatSpan(block.blocked_from, block.blocked_until, lang)}</dd></>}
      {block.expires_at && <><dt>{w.holdEnds}</dt><dd>{formatMoment(block.expires_at, lang)}</dd></>}
      {worries && <><dt>{w.risk}</dt><dd><strong>{worries}</strong></dd></>}
    </dl>
  );
}

function Move({ read, ...props }: OpenedProps & { read: Answer<Loan> }) {
  const { w } = props.names;
  const actions = read.data.allowed_actions;
  if (props.opened.block?.is_released) return null;
  if (!actions.some((each) => each === "edit" || each === "extend" || each === "shorten")) return <p className="soft">{w.noMove}</p>;
  return <MoveForm {...props} read={read} />;
}

/** What was dragged, as far as the loan's state lets its days change. */
function proposedDays({ starts_on, ends_on }: Days, dragged: { from: Day; to: Day } | null, onlyEnd: boolean): Days {
  if (!dragged) return { starts_on, ends_on };
  return { starts_on: onlyEnd ? starts_on : dragged.from, ends_on: onlyEnd && dragged.to < starts_on ? ends_on : dragged.to };
}

function MoveForm({ read, opened, names, onClose }: OpenedProps & { read: Answer<Loan> }) {
  const { w } = names;
  const client = useQueryClient();
  const { nameOf, forget } = useRequestName();
  const [{ data: loan, etag }] = useState(read);
  const onlyEnd = !loan.allowed_actions.includes("edit");
  const entry = useEntry({
    initial: proposedDays(loan, opened.isDragged ? opened : null, onlyEnd),
    labels: { starts_on: w.from, ends_on: w.to },
    check: (values) => {
      const wrong = checkDays(values, w);
      return Object.keys(wrong).length === 0 && howToMove(loan, values) === null ? { ends_on: values.ends_on === loan.ends_on ? w.nothingNew : w.noMove } : wrong;
    },
    send: async (values) => {
      const how = howToMove(loan, values);
      if (how === "edit") await moveLoan(loan.id, values, etag);
      else if (how) await endLoan(loan.id, how, values.ends_on, nameOf({ how, ...values }));
      forget();
      await client.invalidateQueries({ queryKey: ["planning"] });
      tell(w.moved);
    },
  });
  const voids = howToMove(loan, entry.values) === "extend" && (loan.status === "agreement_sent" || loan.status === "confirmed");
  return (
    <section aria-label={w.move} className="planning__move">
      <h3>{w.move}</h3>
      {opened.isDragged && <p className="planning__dragged">{w.shifted}</p>}
      {onlyEnd && <p className="soft">{w.onlyEnd}</p>}
      <EntryForm entry={entry} submitLabel={w.move} onDone={onClose} label={w.move}>
        <DaysFields entry={entry} fixedStart={onlyEnd} />
        {voids && <p role="status"><strong>{w.agreementAgain}</strong></p>}
      </EntryForm>
    </section>
  );
}
