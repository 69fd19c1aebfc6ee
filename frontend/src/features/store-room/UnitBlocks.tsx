import { Button, Radio, TextInput } from "@mantine/core";
import { post } from "@/api/write";
import { addDays, formatSpan, todayInParis } from "@/lib/dates";
import { useLendingWords } from "@/programme/lendingWords";
import { useEntry } from "@/space/kit/entry";
import { EntryForm } from "@/space/kit/EntryForm";
import { tell } from "@/space/kit/toasts";
import { useRequestName } from "@/space/kit/useRequestName";
import { Problem } from "@/lib/problem";
import { may, type Block } from "./calls";
import { useUnitWords } from "./unitWords";

interface BlockFormProps {
  unit: string;
  onDone: () => Promise<void>;
  onClose: () => void;
}

const KINDS = ["maintenance", "internal_use"] as const;

/** A unit that is not lent for a while, and why. */
export function BlockForm({ unit, onDone, onClose }: BlockFormProps) {
  const { w } = useUnitWords();
  const { nameOf } = useRequestName();
  const today = todayInParis();
  const entry = useEntry({
    initial: { kind: "maintenance" as Block["kind"], starts_on: today, ends_on: addDays(today, 6), reason: "" },
    labels: { kind: w.blockKind, starts_on: w.from, ends_on: w.to, reason: w.reason },
    check: ({ starts_on: from, ends_on: to }) => ({ ...(!from && { starts_on: w.daysNeeded }), ...(!to && { ends_on: w.daysNeeded }), ...(from && to && to < from && { ends_on: w.daysOrder }) }),
    send: ({ reason, ...values }) => {
      const body = { ...values, reason: reason.trim() || null, units: [unit] };
      return post("/blocks", body, nameOf(body));
    },
  });
  const done = () => {
    tell(w.blocked);
    onClose();
    void onDone();
  };
  return (
    <EntryForm entry={entry} submitLabel={w.blockSave} label={w.blockTitle} focusFirst onDone={done} onCancel={onClose}>
      <Radio.Group value={entry.values.kind} onChange={(kind) => entry.set({ kind: kind as Block["kind"] })} label={w.blockKind}>
        <div className="store-choices">{KINDS.map((each) => <Radio key={each} value={each} label={w.kinds[each][0]} description={w.kinds[each][1]} />)}</div>
      </Radio.Group>
      <div className="group__pair">
        <TextInput {...entry.field("starts_on")} type="date" label={w.from} />
        <TextInput {...entry.field("ends_on")} type="date" label={w.to} min={entry.values.starts_on} />
      </div>
      <TextInput {...entry.field("reason")} label={w.reason} maxLength={500} autoComplete="off" />
    </EntryForm>
  );
}

/** When the unit is kept from being lent; each may end now. */
export function BlockLines({ blocks, onChanged }: { blocks: readonly Block[]; onChanged: () => Promise<void> }) {
  const { w, lang } = useUnitWords();
  const words = useLendingWords();
  const release = async (block: Block) => {
    try {
      await post(`/blocks/${block.id}/release`);
      tell(w.released);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      tell(error.message, { bad: true });
    }
    await onChanged();
  };
  return (
    <ul role="list" className="lines">
      {blocks.map((block) => {
        const span = formatSpan(block.starts_on, block.ends_on, lang);
        return (
          <li key={block.id} className="line">
            <div className="line__main"><span>{w.blockLine(words.block[block.kind], span)}</span>{block.reason && <span className="soft">{block.reason}</span>}</div>
            {may(block, "release") && <Button size="sm" aria-label={w.releaseOf(span)} onClick={() => void release(block)}>{w.release}</Button>}
          </li>
        );
      })}
    </ul>
  );
}
