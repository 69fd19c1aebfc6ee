import { Button, Select, Textarea } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEntry } from "@/space/kit/entry";
import { EntryForm } from "@/space/kit/EntryForm";
import { Part } from "@/space/kit/Page";
import { NothingYet } from "@/space/kit/States";
import { tell } from "@/space/kit/toasts";
import { useRequestName } from "@/space/kit/useRequestName";
import { useUnsaved } from "@/space/kit/Unsaved";
import { useUnfolded } from "@/space/kit/useUnfolded";
import { members, step, type Candidacy, type Election } from "./calls";
import { useElectionWords } from "./words";

/** Who stands; the secretariat adds any member, whoever acts for one adds theirs. */
export function CandidaciesPart({ found }: { found: Election }) {
  const { w } = useElectionWords();
  const { open, show, close, button } = useUnfolded();
  const { candidacies, allowed_actions: actions } = found;
  const keeps = actions.includes("record_candidacy");
  return (
    <Part title={w.candidacies}>
      {candidacies.length === 0
        ? <NothingYet><p>{w.candidaciesNone}</p></NothingYet>
        : <ul role="list" className="lines" aria-label={w.candidacies}>{candidacies.map((each) => <Line key={each.id} election={found.id} candidacy={each} />)}</ul>}
      {(keeps || actions.includes("stand")) && !open && <div><Button ref={button} onClick={show}>{keeps ? w.record : w.standOwn}</Button></div>}
      {open && <StandForm found={found} mine={!keeps} onClose={close} />}
    </Part>
  );
}

function Line({ election, candidacy: { id, name, representative, constituency, statement, is_outgoing: outgoing, is_withdrawn: withdrawn, allowed_actions: actions } }: { election: string; candidacy: Candidacy }) {
  const { w } = useElectionWords();
  const client = useQueryClient();
  const { nameOf, forget } = useRequestName();
  const withdraw = async () => {
    await step(client, election, `candidacies/${id}/withdraw`, {}, nameOf(id));
    forget();
    tell(w.withdrawnTold);
  };
  return (
    <li className="line">
      <div className="line__main">
        <span>{name}</span>
        {representative && <span className="soft">{w.represented(representative)}</span>}
        {statement && <span className="note">{statement}</span>}
      </div>
      <span className="word">{[w.constituency(constituency), outgoing && w.outgoing].filter(Boolean).join(", ")}</span>
      {withdrawn && <span className="flag">{w.withdrawn}</span>}
      {actions.includes("withdraw") && <div className="line__actions"><Button size="xs" variant="subtle" aria-label={w.withdrawOf(name ?? "")} onClick={() => void withdraw()}>{w.withdraw}</Button></div>}
    </li>
  );
}

function StandForm({ found, mine, onClose }: { found: Election; mine: boolean; onClose: () => void }) {
  const { w } = useElectionWords();
  const client = useQueryClient();
  const { nameOf, forget } = useRequestName();
  const query = useQuery(members(mine));
  const standing = found.candidacies.filter(({ is_withdrawn: gone }) => !gone).map(({ member_id: member }) => member);
  const known = (query.data ?? []).filter(({ id }) => !standing.includes(id));
  const entry = useEntry({
    initial: { member_id: "", statement: "" }, labels: { member_id: w.member, statement: w.statement }, check: ({ member_id: member }) => (member ? {} : { member_id: w.memberNeeded }),
    send: async ({ member_id, statement }) => {
      const body = { member_id, statement: statement.trim() || null };
      await step(client, found.id, "candidacies", body, nameOf(body));
      forget();
      tell(w.recorded(known.find(({ id }) => id === member_id)?.name ?? ""));
    },
  });
  useUnsaved(entry.changed && !entry.busy);
  const label = mine ? w.standOwn : w.record;
  return (
    <EntryForm entry={entry} submitLabel={label} label={label} focusFirst onCancel={onClose} onDone={onClose}>
      <Select {...entry.field("member_id")} value={entry.values.member_id || null} label={w.member} searchable maxDropdownHeight={320} data={known.map(({ id, name }) => ({ value: id, label: name ?? id }))} />
      <Textarea {...entry.field("statement")} label={w.statement} maxLength={3000} minRows={3} autosize />
    </EntryForm>
  );
}
