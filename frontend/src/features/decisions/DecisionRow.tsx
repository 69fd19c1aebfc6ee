// oxlint-disable jsx-a11y/no-interactive-element-to-noninteractive-role -- rows and cells are no controls; laid out as blocks on a phone, the elements alone would no longer be a table
import { memo, useState } from "react";
import { formatAmount, formatNumber } from "@/lib/amounts";
import type { Dossier } from "./calls";
import type { Glance } from "./comparing";
import type { Actions } from "./actions";
import { Check } from "./Check";
import { DECISIONS, parseAmount, sameWish, typedAmount, type Line, type Wish } from "./lines";
import type { Clash } from "./sheet";
import { useDecisionWords } from "./words";

interface DecisionRowProps {
  line: Line;
  look: Glance | undefined;
  hasScores: boolean;
  isChosen: boolean;
  clash: Clash | undefined;
  refusal: string | undefined;
  onChoose: (id: string, on: boolean) => void;
  act: Actions;
}

/** One dossier. Drawn again only when something of it changed: the table may be long, and one types in it. */
export const DecisionRow = memo(Row, (before, after) => before.line.dossier === after.line.dossier && sameWish(before.line.wish, after.line.wish)
  && JSON.stringify(before.look) === JSON.stringify(after.look) && before.isChosen === after.isChosen && before.clash === after.clash && before.refusal === after.refusal && before.hasScores === after.hasScores && before.act === after.act);

function Row({ line, look, hasScores, isChosen, clash, refusal, onChoose, act }: DecisionRowProps) {
  const { w, lang } = useDecisionWords();
  const { dossier, wish } = line;
  const { application_id: id, number } = dossier;
  const set = (part: Partial<Wish>) => wish && act.change(id, { ...wish, ...part });
  return (
    <tr role="row" data-id={id} data-decision={wish?.decision}>
      <td role="cell" className="verdict-table__choose"><Check label={w.chooseOf(number)} checked={isChosen} onChange={(on) => onChoose(id, on)} /></td>
      <td role="cell" className="verdict-table__project">
        <a href={`/espace/dossiers/${id}`} target="_blank" rel="noopener">{dossier.title ?? w.untitled}</a>
        <span className="soft">{[w.numberOf(number), dossier.organisation_name, dossier.department].filter(Boolean).join(" · ")}</span>
        <Flags dossier={dossier} look={look} />
      </td>
      {hasScores && <td role="cell"><Scores dossier={dossier} /></td>}
      <td role="cell" className="verdict-table__money"><span className="verdict-table__label" aria-hidden="true">{w.asked}</span>{dossier.requested_cents === null ? "" : formatAmount(dossier.requested_cents, lang)}</td>
      <td role="cell" className="verdict-table__decision">
        <div className="verdict">
          <div className="verdict__choices" role="group" aria-label={w.decisionOf(number)}>
            {DECISIONS.map((each) => (
              <button key={each} type="button" data-stop={each} data-verdict={each} aria-pressed={wish?.decision === each} title={w.decisions[each]} onClick={() => act.decide(new Set([id]), wish?.decision === each ? null : each)}>{w.verdicts[each]}</button>
            ))}
          </div>
          {wish?.decision === "labelled" && <AmountField number={number} cents={wish.amount_cents} onChange={(amount_cents) => set({ amount_cents })} />}
          {wish?.decision === "waitlisted" && <RankField number={number} rank={wish.rank} onChange={(place) => act.rank(id, place)} />}
        </div>
        {wish && <Motive number={number} wish={wish} onChange={(motivation) => set({ motivation })} />}
        {refusal && <p className="verdict-table__refusal" role="alert">{refusal}</p>}
        {clash && <ClashLine clash={clash} onSettle={(mine) => act.settle(id, mine)} />}
      </td>
    </tr>
  );
}

function Flags({ dossier, look }: { dossier: Dossier; look: Glance | undefined }) {
  const { w } = useDecisionWords();
  const told = [
    dossier.present_decision === "waitlisted" && w.wasWaitlisted(dossier.present_rank), dossier.status === "changes_requested" && w.changesWait,
    look?.recommended && w.recommended[look.recommended], look && look.better > 0 && w.better(look.better, look.others), look && look.worse > 0 && w.worse(look.worse, look.others), look?.isDivided && w.divided,
  ].filter((each): each is string => typeof each === "string");
  return told.length > 0 && <ul role="list" className="verdict-table__flags">{told.map((each) => <li key={each}>{each}</li>)}</ul>;
}

function Scores({ dossier: { scores } }: { dossier: Dossier }) {
  const { w, lang } = useDecisionWords();
  if (!scores || scores.mean === null) return <span className="soft">{w.noScore}</span>;
  const { label, waitlist, not_label: refuse } = scores.recommendations;
  const rounded = (value: number) => formatNumber(Math.round(value * 10) / 10, lang);
  return (
    <span className="verdict-table__scores">
      <strong>{scores.out_of === null ? rounded(scores.mean) : w.score(rounded(scores.mean), scores.out_of)}</strong>
      <span className="soft">{[w.reviews(scores.reviews), scores.reviews > 1 && scores.spread !== null && w.spread(rounded(scores.spread))].filter(Boolean).join(", ")}</span>
      {label + waitlist + refuse > 0 && <span className="soft">{w.recommends(label, waitlist, refuse)}</span>}
    </span>
  );
}

/** What one types, taken over from what is known whenever that changes. */
function useTyped(known: string) {
  const [typed, setTyped] = useState({ known, text: known });
  if (typed.known !== known) setTyped({ known, text: known });
  return [typed.known === known ? typed.text : known, (text: string) => setTyped({ known, text })] as const;
}

function AmountField({ number, cents, onChange }: { number: number; cents: number | null; onChange: (cents: number | null) => void }) {
  const { w } = useDecisionWords();
  const [text, setText] = useTyped(typedAmount(cents));
  const amount = parseAmount(text);
  const commit = () => { if (amount !== undefined && amount !== cents) onChange(amount); };
  return (
    <span className="verdict__more">
      <input
        className="verdict-table__input verdict-table__amount" inputMode="decimal" data-stop="more" aria-label={w.amountOf(number)} aria-invalid={amount === undefined || undefined} title={amount === undefined ? w.amountBad : undefined}
        value={text} maxLength={14} onChange={(event) => setText(event.currentTarget.value)} onBlur={commit} onKeyDown={(event) => { if (event.key === "Enter") commit(); }}
      />
      <span aria-hidden="true">€</span>
      {amount === undefined && <span className="verdict-table__refusal" role="alert">{w.amountBad}</span>}
    </span>
  );
}

function RankField({ number, rank, onChange }: { number: number; rank: number | null; onChange: (place: number) => void }) {
  const { w } = useDecisionWords();
  const [text, setText] = useTyped(rank === null ? "" : String(rank));
  const place = /^\d{1,4}$/.test(text.trim()) ? Number(text) : 0;
  const commit = () => { if (place > 0 && place !== rank) onChange(place); else setText(rank === null ? "" : String(rank)); };
  return (
    <span className="verdict__more">
      <span aria-hidden="true">{w.rank}</span>
      <input
        className="verdict-table__input verdict-table__rank" inputMode="numeric" data-stop="more" aria-label={w.rankOf(number)} value={text} maxLength={4}
        onChange={(event) => setText(event.currentTarget.value)} onBlur={commit} onKeyDown={(event) => { if (event.key === "Enter") commit(); }}
      />
    </span>
  );
}

/** Why: always asked of a refusal, a click away otherwise. */
function Motive({ number, wish, onChange }: { number: number; wish: Wish; onChange: (motivation: string) => void }) {
  const { w } = useDecisionWords();
  const [text, setText] = useTyped(wish.motivation);
  const [open, setOpen] = useState(false);
  if (!open && wish.decision !== "not_labelled" && !wish.motivation) return <button type="button" className="verdict-table__motive-open" aria-label={w.motiveOf(number)} onClick={() => setOpen(true)}>{w.motive}</button>;
  const commit = () => { if (text.trim() !== wish.motivation) onChange(text.trim()); else if (!text.trim()) setOpen(false); };
  return (
    <textarea
      className="verdict-table__input verdict-table__motive" rows={1} aria-label={w.motiveOf(number)} placeholder={w.motiveHint} value={text} maxLength={5000}
      ref={(area) => { if (open && area && !area.dataset.met) { area.dataset.met = "yes"; area.focus(); } }}
      onChange={(event) => setText(event.currentTarget.value)} onBlur={commit}
    />
  );
}

function ClashLine({ clash: { theirs, ours }, onSettle }: { clash: Clash; onSettle: (mine: boolean) => void }) {
  const { w, lang } = useDecisionWords();
  const said = (wish: Wish | null) => (wish ? [w.decisions[wish.decision], wish.amount_cents !== null && formatAmount(wish.amount_cents, lang), wish.rank !== null && `${w.rank} ${wish.rank}`, wish.motivation].filter(Boolean).join(", ") : w.outOfBatch);
  return (
    <div className="verdict-table__clash" role="alert">
      <p>{w.clash(theirs?.by ?? w.someone)} <strong>{said(theirs?.wish ?? null)}</strong></p>
      <div className="line__actions">
        <button type="button" className="button" onClick={() => onSettle(true)}>{w.mine} ({said(ours)})</button>
        <button type="button" className="button" onClick={() => onSettle(false)}>{w.theirs}</button>
      </div>
    </div>
  );
}
