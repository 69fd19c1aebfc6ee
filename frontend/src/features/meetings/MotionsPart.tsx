import { Button, NumberInput, Select, Textarea, TextInput } from "@mantine/core";
import { Problem } from "@/lib/problem";
import { isDecided, type DeskSitting, type Motion } from "@/programme/sitting";
import { useEntry } from "@/space/kit/entry";
import { EntryForm } from "@/space/kit/EntryForm";
import { Part } from "@/space/kit/Page";
import { tell } from "@/space/kit/toasts";
import { useUnfolded } from "@/space/kit/useUnfolded";
import { closeMotion, openMotion, withdrawMotion, writeMotion } from "./calls";
import { useMeetingWords } from "./words";

interface MotionsPartProps {
  id: string;
  told: DeskSitting;
  onDone: () => Promise<unknown>;
}

const options = (list: Record<string, string>) => Object.entries(list).map(([value, label]) => ({ value, label }));

/** What is voted on, one after the other: opened when the quorum is met, closed with its result. */
export function MotionsPart({ id, told, onDone }: MotionsPartProps) {
  const { w } = useMeetingWords();
  const { open, show, close, button } = useUnfolded();
  const mayPropose = told.allowed_actions.includes("propose");
  const { motions } = told.meeting;
  return (
    <Part title={w.motions} actions={mayPropose && !open && <Button ref={button} size="xs" onClick={show}>{w.addMotion}</Button>}>
      {motions.length === 0 && !open && <p className="soft">{w.motionsNone}</p>}
      {motions.length > 0 && <ul role="list" className="lines" aria-label={w.motions}>{motions.map((motion) => <MotionLine key={motion.id} motion={motion} told={told} onDone={onDone} />)}</ul>}
      {open && <MotionForm id={id} told={told} onDone={onDone} onClose={close} />}
    </Part>
  );
}

/** Whether people had left by the time the vote closed, so that the quorum was no longer met: said, not judged. */
const isShortAtClosing = ({ closing_voices: there, quorum_needed: needed }: Motion) => there !== null && needed !== null && there < needed;

function MotionLine({ motion, told, onDone }: { motion: Motion; told: DeskSitting; onDone: () => Promise<unknown> }) {
  const { w } = useMeetingWords();
  const isSitting = told.meeting.state === "open" && told.allowed_actions.includes("attend");
  const attempt = async (work: () => Promise<unknown>) => {
    try {
      await work();
      await onDone();
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      tell(error.message, { bad: true });
    }
  };
  const isOpen = motion.state === "open";
  return (
    <li className={isOpen ? "line session__open" : "line"}>
      <div className="line__main">
        <span>{motion.position}. {motion.title}</span>
        {motion.text && <span className="note soft">{motion.text}</span>}
        <span className="soft">{w.votings[motion.voting]} · {w.majorities[motion.majority]}</span>
        {isDecided(motion) && <span className="session__tally">{w.tally(motion.votes_for ?? 0, motion.votes_against ?? 0, motion.votes_abstain ?? 0, motion.voices ?? 0)}</span>}
        {isShortAtClosing(motion) && <span className="note" role="note">{w.shortAtClosing(motion.closing_voices ?? 0, motion.quorum_needed ?? 0)}</span>}
        {isOpen && motion.ballots !== null && <span className="session__tally" role="status">{w.ballots(motion.ballots)}</span>}
      </div>
      <span className={motion.state === "rejected" ? "flag flag--stop" : motion.state === "adopted" || isOpen ? "flag" : "word"}>{w.motionStates[motion.state]}</span>
      {isSitting && (motion.state === "draft" || isOpen) && (
        <div className="line__actions">
          {motion.state === "draft" && <Button size="xs" variant="filled" aria-label={`${w.openVote} ${w.of(motion.title)}`} onClick={() => void attempt(() => openMotion(motion.id))}>{w.openVote}</Button>}
          {isOpen && motion.voting === "secret" && <Button size="xs" variant="filled" onClick={() => void attempt(() => closeMotion(motion.id, {}))}>{w.closeVote}</Button>}
          <Button size="xs" variant="subtle" aria-label={`${w.withdraw} ${w.of(motion.title)}`} onClick={() => void attempt(() => withdrawMotion(motion.id))}>{w.withdraw}</Button>
        </div>
      )}
      {isSitting && isOpen && motion.voting === "hands" && <div className="line__below"><HandsForm motion={motion} onDone={onDone} /></div>}
    </li>
  );
}

function HandsForm({ motion, onDone }: { motion: Motion; onDone: () => Promise<unknown> }) {
  const { w } = useMeetingWords();
  const entry = useEntry({
    initial: { votes_for: "" as number | string, votes_against: 0 as number | string, votes_abstain: 0 as number | string }, labels: { votes_for: w.for, votes_against: w.against, votes_abstain: w.abstain },
    check: ({ votes_for: count }) => ({ ...(count === "" && { votes_for: w.needed }) }),
    send: async ({ votes_for: f, votes_against: a, votes_abstain: b }) => {
      await closeMotion(motion.id, { votes_for: Number(f), votes_against: Number(a), votes_abstain: Number(b) });
      await onDone();
    },
  });
  return (
    <EntryForm entry={entry} submitLabel={w.closeVote} label={w.of(motion.title)}>
      <div className="session__hands">
        <NumberInput {...entry.field("votes_for")} label={w.for} min={0} allowDecimal={false} />
        <NumberInput {...entry.field("votes_against")} label={w.against} min={0} allowDecimal={false} />
        <NumberInput {...entry.field("votes_abstain")} label={w.abstain} min={0} allowDecimal={false} />
      </div>
    </EntryForm>
  );
}

function MotionForm({ id, told, onDone, onClose }: MotionsPartProps & { onClose: () => void }) {
  const { w } = useMeetingWords();
  const entry = useEntry({
    initial: { title: "", text: "", majority: "ordinary", voting: "hands", agenda_item_id: "" }, labels: { title: w.name, text: w.motionText, majority: w.majority, voting: w.voting, agenda_item_id: w.agenda },
    check: ({ title }) => ({ ...(!title.trim() && { title: w.needed }) }),
    send: async ({ agenda_item_id: item, text, ...values }) => {
      await writeMotion(id, { ...values, text: text || null, agenda_item_id: item || null } as never);
      await onDone();
    },
  });
  return (
    <EntryForm entry={entry} submitLabel={w.addMotion} focusFirst onDone={onClose} onCancel={onClose}>
      <TextInput {...entry.field("title")} label={w.name} maxLength={200} />
      <Textarea {...entry.field("text")} label={w.motionText} maxLength={10_000} autosize minRows={2} />
      <div className="group__pair"><Select {...entry.field("voting")} label={w.voting} data={options(w.votings)} allowDeselect={false} /><Select {...entry.field("majority")} label={w.majority} data={options(w.majorities)} allowDeselect={false} /></div>
      {told.meeting.agenda.length > 0 && <Select {...entry.field("agenda_item_id")} label={w.agenda} data={told.meeting.agenda.map(({ id: value, position, title }) => ({ value, label: `${position}. ${title}` }))} clearable />}
    </EntryForm>
  );
}
