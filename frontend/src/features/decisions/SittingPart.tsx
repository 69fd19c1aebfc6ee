import { Checkbox, Textarea, TextInput } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { Problem } from "@/lib/problem";
import { ProblemWords } from "@/space/kit/EntryForm";
import { formatDate } from "@/space/kit/moments";
import { changeSettings, committee, settingsOf, type Batch, type Desk, type Settings } from "./calls";
import { useDecisionWords } from "./words";

/** When one sat, who was there, what the minutes are to say. Each change is saved as it is made. */
export function SittingPart({ batch }: { batch: Batch }) {
  const { w } = useDecisionWords();
  const { settings, save, problem } = useSettings(batch);
  const [typed, setTyped] = useState({ title: settings.title, notes: settings.notes, sitting_on: settings.sitting_on ?? "" });
  const commit = (part: Partial<Settings>) => void save(part);
  return (
    <details className="fold">
      <summary><span className="fold__name">{w.sitting}</span><Summary batch={batch} settings={settings} /></summary>
      {problem && <div className="trouble" role="alert"><ProblemWords problem={problem} /></div>}
      <div className="sitting">
        <div className="sitting__facts">
          <TextInput label={w.rename} value={typed.title} maxLength={200} onChange={(event) => setTyped({ ...typed, title: event.currentTarget.value })} onBlur={() => (typed.title.trim() ? commit({ title: typed.title.trim() }) : setTyped({ ...typed, title: settings.title }))} />
          <TextInput type="date" label={w.sittingOn} value={typed.sitting_on} onChange={(event) => { const day = event.currentTarget.value; setTyped({ ...typed, sitting_on: day }); commit({ sitting_on: day || null }); }} />
        </div>
        {batch.call.has_committee && <Presence batch={batch} present={settings.present} onChange={(present) => commit({ present })} />}
        <Textarea label={w.notes} description={w.notesHint} minRows={2} maxLength={20_000} value={typed.notes} onChange={(event) => setTyped({ ...typed, notes: event.currentTarget.value })} onBlur={() => commit({ notes: typed.notes })} />
      </div>
    </details>
  );
}

/** What is known of the sitting, in one line; the quorum that is missing cannot be missed. */
function Summary({ batch, settings }: { batch: Batch; settings: Settings }) {
  const { w, lang } = useDecisionWords();
  const { quorum, has_committee: hasCommittee } = batch.call;
  const missing = hasCommittee && quorum !== null && settings.present.length < quorum;
  return (
    <>
      <span className="soft">{[settings.sitting_on ? w.sat(formatDate(settings.sitting_on, lang)) : w.noDay, hasCommittee && w.presentN(settings.present.length)].filter(Boolean).join(" · ")}</span>
      {missing && <span className="totals__trouble">{w.quorumShort(quorum)}</span>}
    </>
  );
}

interface PresenceProps {
  batch: Batch;
  present: string[];
  onChange: (present: string[]) => void;
}

function Presence({ batch, present, onChange }: PresenceProps) {
  const { w } = useDecisionWords();
  const members = useQuery(committee(batch.call_id)).data;
  const { quorum } = batch.call;
  const missing = quorum !== null && present.length < quorum;
  return (
    <div>
      <Checkbox.Group label={w.present} description={w.sittingHint} value={present} onChange={onChange} className="sitting__people">
        {members?.map(({ account_id: account, name }) => <Checkbox key={account} value={account} label={name} />)}
        {members?.length === 0 && <p>{w.noMember} <a href={`/espace/appels/${batch.call_id}/instruction`}>{w.toCommittee}</a></p>}
      </Checkbox.Group>
      <p className={missing ? "sitting__quorum totals__trouble" : "sitting__quorum soft"} role="status">
        {quorum === null ? w.quorumNone : missing ? w.quorumMissing(present.length, quorum) : w.quorumReached(present.length, quorum)}
      </p>
    </div>
  );
}

/** The settings as they are shown at once, and saved one after the other. What is refused is told; what was typed stays. */
function useSettings(batch: Batch) {
  const client = useQueryClient();
  const [local, setLocal] = useState<Partial<Settings>>({});
  const [problem, setProblem] = useState<Problem | null>(null);
  const queue = useRef<Promise<void>>(Promise.resolve());
  const known = settingsOf(batch);
  const save = (part: Partial<Settings>) => {
    setLocal((before) => ({ ...before, ...part }));
    queue.current = queue.current.then(async () => {
      const now = client.getQueryData<Desk>(["decisions", "desk", batch.id])?.batch ?? batch;
      try {
        const { data } = await changeSettings(batch.id, now.version, settingsOf(now), part);
        client.setQueryData<Desk>(["decisions", "desk", batch.id], (desk) => desk && { ...desk, batch: { ...desk.batch, ...settingsKept(data) } });
        setLocal((before) => Object.fromEntries(Object.entries(before).filter(([name, value]) => !(name in part) || part[name as keyof Settings] !== value)));
        setProblem(null);
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
        setProblem(error);
      }
    });
    return queue.current;
  };
  return { settings: { ...known, ...local }, save, problem };
}

const settingsKept = ({ title, notes, sitting_on, present, version, updated_at }: Batch) => ({ title, notes, sitting_on, present, version, updated_at });
