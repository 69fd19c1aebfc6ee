import { formatSpan } from "@/lib/dates";
import { capital } from "@/lib/text";
import type { PlannedBlock, Planning } from "./calls";
import { loanPath, To } from "./links";
import type { Names } from "./naming";
import type { Worry } from "./timeline";

interface WatchProps {
  worries: readonly Worry[];
  first: Planning;
  names: Names;
  isWhole: boolean;
  onShow: (unit: string, block: PlannedBlock) => void;
}

/** What should worry whoever lends, and what leaves and comes back today: told above the line of time, unfolded when wanted. */
export function Watch({ worries, first, names, isWhole, onShow }: WatchProps) {
  const { w } = names;
  const moves = [...first.leaving.map((each) => ({ ...each, way: w.leaving })), ...first.coming_back.map((each) => ({ ...each, way: w.comingBack }))];
  return (
    <div className="planning__watch">
      <details>
        <summary>{w.watch}<span className="planning__number" data-some={worries.length > 0 || undefined}>{worries.length}</span></summary>
        {worries.length === 0 && isWhole && <p className="soft">{w.nothingToWatch}</p>}
        <ul role="list" className="lines" aria-label={w.watch}>
          {worries.map((worry) => <WorryLine key={worry.block.id} worry={worry} names={names} onShow={onShow} />)}
        </ul>
      </details>
      <details>
        <summary>{w.movements}<span className="planning__number">{moves.length}</span></summary>
        {moves.length === 0 && <p className="soft">{w.noMovement}</p>}
        <ul role="list" className="lines" aria-label={w.movements}>
          {moves.map(({ way, loan_id: id, title, unit_ids: units }) => (
            <li key={`${way} ${id}`} className="line">
              <span className="word">{way}</span>
              <div className="line__main"><To path={loanPath(id)}>{title}</To><span className="soft">{[first.loans[id]?.organisation_name, w.many(units.length)].filter(Boolean).join(" · ")}</span></div>
            </li>
          ))}
        </ul>
        <p><To path="/espace/prets/comptoir">{w.toDesk}</To></p>
      </details>
    </div>
  );
}

function WorryLine({ worry: { row, block, units }, names, onShow }: { worry: Worry; names: Names; onShow: WatchProps["onShow"] }) {
  const { w, lang } = names;
  const loan = names.brief(block);
  const what = [row.item.title, loan && w.number(loan.number)].filter(Boolean).join(", ");
  return (
    <li className="line">
      <div className="line__main">
        {block.loan_id ? <To path={loanPath(block.loan_id)}>{row.item.title}</To> : <span>{row.item.title}</span>}
        <span className="soft">{[loan && w.number(loan.number), loan && names.blockName(block), formatSpan(block.starts_on, block.ends_on, lang), units > 1 && w.many(units)].filter(Boolean).join(" · ")}</span>
        <span>{capital(names.worries(block))}</span>
      </div>
      <div className="line__actions"><button type="button" className="button" aria-label={w.showOf(what)} onClick={() => onShow(row.unit.id, block)}>{w.show}</button></div>
    </li>
  );
}
