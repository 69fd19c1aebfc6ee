import { Button, Textarea } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { Problem } from "@/lib/problem";
import { DataTable, type Column } from "@/space/kit/DataTable";
import { ProblemWords } from "@/space/kit/EntryForm";
import { formatDate } from "@/space/kit/moments";
import { tell } from "@/space/kit/toasts";
import { decide, decided, kinds, rowsOf, type Correction, type Decision, type Row } from "./calls";
import { useCorrectionWords } from "./words";

/** A correction: each field as it is and as it should be, decided one by one. */
export function CorrectionCard({ correction }: { correction: Correction }) {
  const { w, lang } = useCorrectionWords();
  const { organisation, sender, settled_at: settled } = correction;
  const who = sender?.name ?? sender?.email ?? w.origin[correction.origin] ?? correction.origin;
  return (
    <li className="correction">
      <header className="correction__head">
        <h2><Link to="/espace/structures/$id" params={{ id: organisation.id }}>{organisation.name}</Link></h2>
        <p className="soft">{w.from(who, formatDate(correction.created_at, lang))}{sender && ` · ${w.origin[correction.origin]}`}</p>
        <p><Link to="/annuaire/$slug" params={{ slug: organisation.id }} aria-label={w.pageOf(organisation.name)}>{w.page}</Link></p>
      </header>
      {correction.message && <blockquote className="correction__message">{correction.message}</blockquote>}
      {correction.state === "waiting" && correction.allowed_actions.includes("decide") ? <Deciding correction={correction} /> : <Fields correction={correction} />}
      {settled && <p className="soft">{correction.settled_by ? w.settledBy(correction.settled_by, formatDate(settled, lang)) : w.settledOn(formatDate(settled, lang))}</p>}
      {correction.answer && <p><strong>{w.answer}</strong> : {correction.answer}</p>}
    </li>
  );
}

function Deciding({ correction }: { correction: Correction }) {
  const { w } = useCorrectionWords();
  const client = useQueryClient();
  const [choices, setChoices] = useState<Record<string, Decision>>({});
  const [answer, setAnswer] = useState("");
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const waiting = rowsOf(correction.fields).filter(({ decision }) => decision === null);
  const left = waiting.filter((row) => !chosenOf(row, choices)).length;
  const save = async () => {
    if (busy || (waiting.length > 0 && Object.keys(choices).length === 0)) return;
    setBusy(true);
    setProblem(null);
    try {
      await decide(correction, choices, answer);
      tell(w.done(correction.organisation.name));
      await client.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[0]).startsWith("directory") });
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      setProblem(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Fields correction={correction} choices={choices} onChoose={(row, decision) => setChoices((before) => ({ ...before, ...decided([row], decision) }))} />
      {correction.sender?.email
        ? <Textarea label={w.answer} description={w.answerHint} value={answer} onChange={({ currentTarget }) => setAnswer(currentTarget.value)} maxLength={2000} autosize minRows={2} />
        : <p className="soft">{w.noAddress}</p>}
      {problem && <div className="trouble" role="alert"><ProblemWords problem={problem} /></div>}
      <div className="entry__actions">
        <Button variant="filled" aria-disabled={busy || left === waiting.length && waiting.length > 0} onClick={() => void save()}>{waiting.length === 0 ? w.read : w.save}</Button>
        {waiting.length > 1 && <Button onClick={() => setChoices(decided(waiting, "accepted"))}>{w.all}</Button>}
        {left > 0 && <span className="soft">{w.toDecide(left)}</span>}
      </div>
    </>
  );
}

const chosenOf = ({ fields: [first = ""] }: Row, choices: Record<string, Decision>): Decision | undefined => choices[first];

interface FieldsProps {
  correction: Correction;
  choices?: Record<string, Decision>;
  onChoose?: (row: Row, decision: Decision) => void;
}

function Fields({ correction, choices = {}, onChoose }: FieldsProps) {
  const columns = useColumns(choices, onChoose);
  if (correction.fields.length === 0) return null;
  return <DataTable caption={correction.organisation.name} columns={columns} rows={rowsOf(correction.fields)} rowKey={({ name }) => name} />;
}

function useColumns(choices: Record<string, Decision>, onChoose: FieldsProps["onChoose"]): Column<Row>[] {
  const { w } = useCorrectionWords();
  const name = (row: Row) => w.fields[row.name] ?? row.name;
  return [
    { key: "field", label: w.field, cell: name },
    { key: "now", label: w.now, cell: (row) => <Told field={row.name} value={row.current} /> },
    { key: "wanted", label: w.wanted, cell: (row) => <Told field={row.name} value={row.proposed} /> },
    { key: "decision", label: w.decision, cell: (row) => <Choice row={row} name={name(row)} chosen={chosenOf(row, choices)} onChoose={onChoose} /> },
  ];
}

/** What a field says: codes by their names, a point with a way to see where it is. */
function Told({ field, value }: { field: string; value: unknown }) {
  const { w, lang } = useCorrectionWords();
  const lists = useQuery(kinds()).data;
  const list = field === "kind" ? lists?.items : field === "themes" ? lists?.themes : field === "offers" ? lists?.offers : undefined;
  const word = (code: unknown) => {
    const found = list?.find((each) => each.code === code);
    return (lang === "fr" ? found?.label_fr : found?.label_en) ?? String(code ?? "");
  };
  const text = Array.isArray(value) ? value.map(word).join(", ") : word(value);
  if (!text) return <span className="soft">{w.nothing}</span>;
  if (field !== "point") return <>{text}</>;
  const [latitude, longitude] = text.split(", ");
  return <a href={`https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=16/${latitude}/${longitude}`} target="_blank" rel="noopener noreferrer" aria-label={w.onMap(text)}>{text}</a>;
}

interface ChoiceProps {
  row: Row;
  name: string;
  chosen: Decision | undefined;
  onChoose: FieldsProps["onChoose"] | undefined;
}

/** What was decided of a field, or the two ways to decide it. */
function Choice({ row, name, chosen, onChoose }: ChoiceProps) {
  const { w } = useCorrectionWords();
  if (row.decision || !onChoose) return <>{w.decisions[row.decision ?? ""]}</>;
  return (
    <span className="correction__choice">
      <button type="button" aria-pressed={chosen === "accepted"} aria-label={w.acceptOf(name)} onClick={() => onChoose(row, "accepted")}>{w.accept}</button>
      <button type="button" aria-pressed={chosen === "refused"} aria-label={w.refuseOf(name)} onClick={() => onChoose(row, "refused")}>{w.refuse}</button>
    </span>
  );
}
