import { Button, MultiSelect, NumberInput, Textarea } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { DataTable, type Column } from "@/space/kit/DataTable";
import { useEntry } from "@/space/kit/entry";
import { EntryForm } from "@/space/kit/EntryForm";
import { formatMoment } from "@/space/kit/moments";
import { Part } from "@/space/kit/Page";
import { tell } from "@/space/kit/toasts";
import { useRequestName } from "@/space/kit/useRequestName";
import { useUnsaved } from "@/space/kit/Unsaved";
import { useUnfolded } from "@/space/kit/useUnfolded";
import { roll, step, type Election, type Round } from "./calls";
import { useElectionWords } from "./words";

/** Each round of each constituency: how many have voted, then what was in the urn. */
export function VotePart({ found }: { found: Election }) {
  const { w } = useElectionWords();
  return (
    <Part title={found.state === "voting" ? w.vote : w.results}>
      {found.rounds.map((round) => <OneRound key={round.poll_id} found={found} round={round} />)}
    </Part>
  );
}

function OneRound({ found, round }: { found: Election; round: Round }) {
  const { w } = useElectionWords();
  const { open: marking, show: mark, close: markEnd, button: markButton } = useUnfolded();
  const { open: adding, show: add, close: addEnd, button: addButton } = useUnfolded();
  const { open: drawing, show: draw, close: drawEnd, button: drawButton } = useUnfolded();
  const { voters, blank, paper, ballots, counted_at: counted, lot_note: note, results } = round;
  const columns: Column<Round["results"][number]>[] = [
    { key: "name", label: w.candidate, cell: ({ name }) => name },
    { key: "votes", label: w.votes, numeric: true, cell: ({ votes }) => votes },
    { key: "outcome", label: w.outcome, cell: ({ outcome, decided_by: by }) => [w.outcomes[outcome], outcome === "elected" && by && w.decided[by]].filter(Boolean).join(", ") },
  ];
  const takesPaper = !counted && found.allowed_actions.includes("add_paper");
  const waiting = round.paper_voters - round.paper_ballots;
  return (
    <div className="election__round">
      <h3>{w.roundOf(w.constituency(round.constituency), round.round)}</h3>
      <p className="soft" role={counted ? undefined : "status"}>{counted ? w.turnout(voters ?? 0, blank ?? 0, paper ?? 0) : `${w.seatsN(round.seats)}, ${w.ballots(ballots)}`}</p>
      {counted && <DataTable caption={w.roundOf(w.constituency(round.constituency), round.round)} columns={columns} rows={results} rowKey={({ candidacy_id: id }) => id} />}
      {note && <p className="note">{note}</p>}
      <PaperAdded round={round} takesPaper={takesPaper} />
      {takesPaper && !marking && !adding && (
        <div className="line__actions">
          <Button size="xs" ref={markButton} onClick={mark}>{round.paper_voters > 0 ? w.paperMarkMore : w.paperMark}</Button>
          {waiting > 0 && <Button size="xs" ref={addButton} onClick={add}>{round.paper_ballots > 0 ? w.paperAddMore : w.paperAdd}</Button>}
        </div>
      )}
      {marking && <MarkForm found={found} round={round} onClose={markEnd} />}
      {adding && <PaperForm found={found} round={round} onClose={addEnd} />}
      {found.allowed_actions.includes("draw_lot") && results.some(({ outcome }) => outcome === "tied") && (drawing
        ? <LotForm found={found} round={round} onClose={drawEnd} />
        : <div><Button ref={drawButton} onClick={draw}>{w.lot}</Button></div>)}
    </div>
  );
}

/** How many paper ballots are in the urn, since when and by whom; never what they chose. */
function PaperAdded({ round: { paper_added: added, paper_ballots: ballots, paper_voters: voters }, takesPaper }: { round: Round; takesPaper: boolean }) {
  const { w, lang } = useElectionWords();
  if (voters === 0) return null;
  return (
    <div className="election__paper">
      {takesPaper ? <p role="status">{w.paperSo(ballots, voters)}</p> : <p className="soft">{w.paper}</p>}
      {added.length > 0 && (
        <ul className="soft" aria-label={w.paper}>
          {added.map(({ ballots: n, at, by }) => <li key={at}>{w.paperBatch(n, by ?? w.office, formatMoment(at, lang))}</li>)}
        </ul>
      )}
    </div>
  );
}

interface RoundFormProps {
  found: Election;
  round: Round;
  onClose: () => void;
}

/** Who votes on paper: they cannot vote otherwise any more. */
function MarkForm({ found, round, onClose }: RoundFormProps) {
  const { w } = useElectionWords();
  const client = useQueryClient();
  const query = useQuery(roll(found.meeting_id));
  const people = (query.data ?? []).filter(({ college }) => !found.by_college || round.constituency === "all" || college === round.constituency);
  const entry = useEntry({
    initial: { voices: [] as string[] }, labels: { voices: w.paperWho }, check: ({ voices }) => (voices.length > 0 ? {} : { voices: w.paperWhoNeeded }),
    send: async ({ voices }) => {
      await step(client, found.id, "paper-voters", { poll_id: round.poll_id, voices }, "");
      tell(w.paperMarked);
    },
  });
  useUnsaved(entry.changed && !entry.busy);
  return (
    <EntryForm entry={entry} submitLabel={w.paperMarkGo} label={w.paperMark} focusFirst onCancel={onClose} onDone={onClose}>
      <MultiSelect {...entry.field("voices")} value={entry.values.voices} label={w.paperWho} searchable maxDropdownHeight={320} data={people.map(({ id, name }) => ({ value: id, label: name }))} />
    </EntryForm>
  );
}

/** Paper ballots that were counted by hand. */
function PaperForm({ found, round, onClose }: RoundFormProps) {
  const { w } = useElectionWords();
  const client = useQueryClient();
  const { nameOf, forget } = useRequestName();
  const names = new Map(found.candidacies.map(({ id, name }) => [id, name ?? ""]));
  const initial: Record<string, number | string> = { ballots: round.paper_voters - round.paper_ballots, blank: 0, ...Object.fromEntries(round.choices.map((id) => [`counts.${id}`, 0])) };
  const entry = useEntry({
    initial, labels: { ballots: w.paperN, blank: w.paperBlank, ...Object.fromEntries(round.choices.map((id) => [`counts.${id}`, names.get(id) ?? ""])) },
    send: async (values) => {
      const body = { poll_id: round.poll_id, ballots: Number(values.ballots), blank: Number(values.blank), counts: Object.fromEntries(round.choices.map((id) => [id, Number(values[`counts.${id}`])])) };
      await step(client, found.id, "paper-ballots", body, nameOf(body));
      forget();
      tell(w.paperAdded(body.ballots));
    },
  });
  useUnsaved(entry.changed && !entry.busy);
  const label = round.paper_ballots > 0 ? w.paperAddMore : w.paperAdd;
  return (
    <EntryForm entry={entry} submitLabel={w.paperAddGo} label={label} focusFirst onCancel={onClose} onDone={onClose}>
      <p>{w.paperForGood}</p>
      <div className="group__pair">
        <NumberInput {...entry.field("ballots")} label={w.paperN} min={1} allowDecimal={false} />
        <NumberInput {...entry.field("blank")} label={w.paperBlank} min={0} allowDecimal={false} />
      </div>
      {round.choices.map((id) => <NumberInput key={id} {...entry.field(`counts.${id}`)} label={names.get(id)} min={0} allowDecimal={false} />)}
    </EntryForm>
  );
}

/** Whom a lot named, among those with as many votes. */
function LotForm({ found, round, onClose }: RoundFormProps) {
  const { w } = useElectionWords();
  const client = useQueryClient();
  const { nameOf, forget } = useRequestName();
  const tied = round.results.filter(({ outcome }) => outcome === "tied");
  const entry = useEntry({
    initial: { elected: [] as string[], note: "" }, labels: { elected: w.lotWho, note: w.lotHow },
    check: ({ elected, note }) => ({ ...(elected.length === 0 && { elected: w.lotWhoNeeded }), ...(!note.trim() && { note: w.lotHowNeeded }) }),
    send: async ({ elected, note }) => {
      const body = { constituency: round.constituency, elected, note: note.trim() };
      await step(client, found.id, "lot", body, nameOf(body));
      forget();
      tell(w.lotDone);
    },
  });
  useUnsaved(entry.changed && !entry.busy);
  return (
    <EntryForm entry={entry} submitLabel={w.lot} label={w.lot} focusFirst onCancel={onClose} onDone={onClose}>
      <MultiSelect {...entry.field("elected")} value={entry.values.elected} label={w.lotWho} data={tied.map(({ candidacy_id: id, name }) => ({ value: id, label: name ?? id }))} />
      <Textarea {...entry.field("note")} label={w.lotHow} maxLength={1000} minRows={2} autosize />
    </EntryForm>
  );
}
