import type { Names } from "./naming";

/** What each drawing says. */
export function Legend({ names: { w, lending } }: { names: Names }) {
  return (
    <ul role="list" className="legend" aria-label={w.legend}>
      <li><span aria-hidden="true" className="cell cell--loan" data-out="" />{lending.block.loan} ({lending.status.out.toLowerCase()})</li>
      <li><span aria-hidden="true" className="cell cell--loan" />{lending.block.loan}</li>
      <li><span aria-hidden="true" className="cell cell--hold" />{lending.block.hold}</li>
      <li><span aria-hidden="true" className="cell cell--maintenance" />{lending.block.maintenance}</li>
      <li><span aria-hidden="true" className="cell cell--internal_use" />{lending.block.internal_use}</li>
      <li><span aria-hidden="true" className="cell cell--loan" data-past="" />{w.past}</li>
      <li><span aria-hidden="true" className="cell cell--loan" data-risk=""><span className="cell__name"><b>!</b></span></span>{w.atRisk}</li>
      <li><span aria-hidden="true" className="buffer" />{w.buffer}</li>
      <li><span aria-hidden="true" className="closed" data-named="" />{w.closed}</li>
    </ul>
  );
}
