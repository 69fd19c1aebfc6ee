import { Link } from "@tanstack/react-router";
import { useId } from "react";
import { formatSpan } from "@/lib/dates";
import { formatDate } from "@/space/kit/moments";
import type { Approval, ApprovalUnit, Loan, Neighbour } from "./calls";
import type { Chosen, ModuleGroup } from "./choosing";
import { bandsOf } from "./strip";
import { useApprovalWords } from "./approvalWords";

interface UnitsPartProps {
  groups: readonly ModuleGroup[];
  chosen: Chosen;
  onChoose: (module: number | null, unit: string) => void;
  loan: Loan;
  approval: Approval;
}

/** Each unit around these days; where several would do, the lender chooses. */
export function UnitsPart({ groups, chosen, onChoose, loan, approval }: UnitsPartProps) {
  const { w } = useApprovalWords();
  const name = useId();
  return (
    <div className="units">
      {groups.map(({ module, units }) => (
        <fieldset key={module ?? 0} className="units__group">
          <legend className={module === null ? "unseen" : undefined}>{module === null ? w.copies : w.module(module)}</legend>
          {units.map((unit) => (
            <UnitRow
              key={unit.id} unit={unit} loan={loan} approval={approval} isChosen={chosen.get(module) === unit.id}
              radio={units.length > 1 ? { name: `${name} ${module ?? 0}`, onChange: () => onChoose(module, unit.id) } : null}
            />
          ))}
        </fieldset>
      ))}
      <p className="soft units__legend">{w.legend}</p>
    </div>
  );
}

interface UnitRowProps {
  unit: ApprovalUnit;
  loan: Loan;
  approval: Approval;
  isChosen: boolean;
  radio: { name: string; onChange: () => void } | null;
}

function UnitRow({ unit, loan, approval, isChosen, radio }: UnitRowProps) {
  const { w } = useApprovalWords();
  const id = useId();
  const { is_free: isFree, in_the_way: way, before, after, refusals } = unit;
  const head = (
    <>
      <span className="units__name">{unit.name ?? w.copy(unit.copy_number)}</span>
      <span className="soft">{[unit.name && w.copy(unit.copy_number), unit.code, unit.place].filter(Boolean).join(" · ")}</span>
    </>
  );
  return (
    <div className={isChosen && isFree ? "units__row units__row--chosen" : "units__row"}>
      {radio ? (
        <label className="units__head"><input type="radio" name={radio.name} checked={isChosen} disabled={!isFree} onChange={radio.onChange} aria-describedby={id} />{head}</label>
      ) : <p className="units__head">{head}</p>}
      <p className={isFree ? "units__state" : "units__state units__state--taken"}>{isFree ? w.isFree : w.isTaken}</p>
      <UnitStrip unit={unit} loan={loan} approval={approval} />
      <ul id={id} role="list" className="units__words">
        {way.length > 0 ? way.map((one) => <li key={one.starts_on}><Other one={one} /></li>) : !isFree && refusals.map(({ detail }) => <li key={detail}>{detail}</li>)}
        {before && <li><Other one={before} kind="before" />{before.is_late && <strong className="units__late"> {w.late}</strong>}</li>}
        {after && <li><Other one={after} kind="after" /></li>}
        {isFree && !before && !after && <li>{w.nothing}</li>}
      </ul>
    </div>
  );
}

/** Another time of a unit, in words: whose, and until or from when. */
function Other({ one, kind }: { one: Neighbour; kind?: "before" | "after" }) {
  const { w, lang } = useApprovalWords();
  const who = one.loan ? w.loanOf(one.loan.number, one.loan.organisation) : (w.block[one.kind] ?? one.kind);
  const words = kind === "before" ? w.before(who, formatDate(one.ends_on, lang)) : kind === "after" ? w.after(who, formatDate(one.starts_on, lang)) : w.inTheWay(who, formatSpan(one.starts_on, one.ends_on, lang));
  return one.loan ? <Link to={`/espace/prets/${one.loan.id}` as never}>{words}</Link> : <>{words}</>;
}

/** The same as a drawing: eight weeks around the loan. */
function UnitStrip({ unit, loan, approval }: { unit: ApprovalUnit; loan: Loan; approval: Approval }) {
  const { length, bands } = bandsOf(unit, loan, approval.blocked);
  return (
    <svg className="strip" viewBox={`0 0 ${length} 10`} preserveAspectRatio="none" aria-hidden="true">
      <rect className="strip__ground" x={0} y={3} width={length} height={4} />
      {/* oxlint-disable-next-line react/no-array-index-key -- bands have no name, and never move */}
      {bands.map(({ kind, from, length: days }, index) => <rect key={index} className={`strip__${kind}`} x={from} y={kind === "mine" ? 0 : kind === "buffer" ? 3 : 1.5} width={days} height={kind === "mine" ? 10 : kind === "buffer" ? 4 : 7} />)}
    </svg>
  );
}
