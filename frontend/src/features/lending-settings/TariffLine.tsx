import { Button, TextInput } from "@mantine/core";
import { patch } from "@/api/write";
import { formatAmount } from "@/lib/amounts";
import { todayInParis } from "@/lib/dates";
import { lendingWord, useLendingWords } from "@/programme/lendingWords";
import { useEntry } from "@/space/kit/entry";
import { EntryForm } from "@/space/kit/EntryForm";
import { formatDate } from "@/space/kit/moments";
import { tell } from "@/space/kit/toasts";
import { useUnsaved } from "@/space/kit/Unsaved";
import { useUnfolded } from "@/space/kit/useUnfolded";
import type { Tariff } from "./calls";
import { inForce } from "./tariffs";
import { useTariffWords } from "./tariffWords";

interface TariffLineProps {
  tariff: Tariff;
  onSaved: () => Promise<void>;
  onRemove: () => void;
}

/** « Mallette pédagogique, depuis le 1 janvier 2023 : adhérents 20 €, autres 40 €, par 28 jours commencés ». */
export function TariffLine({ tariff, onSaved, onRemove }: TariffLineProps) {
  const { w, lang } = useTariffWords();
  const words = useLendingWords();
  const { open, show, close, button } = useUnfolded();
  const { category, starts_on: starts, ends_on: ends, period_days: days, allowed_actions: actions } = tariff;
  const name = lendingWord(words, "category", category);
  const state = inForce(tariff, todayInParis());
  const date = (day: string) => formatDate(day, lang);
  const amount = (cents: number) => (cents === 0 ? w.free : formatAmount(cents, lang));
  const when = ends ? w.between(date(starts), date(ends)) : state === "coming" ? w.fromFuture(date(starts)) : w.from(date(starts));
  return (
    <li className="line">
      <div className="line__main">
        <span>{name}</span>
        <span>{`${w.memberRead}\u00a0: ${amount(tariff.member_cents)} · ${w.otherRead}\u00a0: ${amount(tariff.other_cents)} · ${days === null ? w.flat : w.each(days)}`}</span>
        <span className="soft">{when}</span>
      </div>
      <span className={state === "now" ? "word" : "flag"}>{state === "now" ? w.inForce : state === "coming" ? w.coming : w.over}</span>
      {!open && (
        <div className="line__actions">
          {actions.includes("edit") && <Button size="xs" ref={button} aria-label={ends ? w.endChangeOf(name) : w.endOf(name)} onClick={show}>{ends ? w.endChange : w.end}</Button>}
          {actions.includes("remove") && <Button size="xs" variant="subtle" aria-label={w.removeOf(name)} onClick={onRemove}>{w.remove}</Button>}
        </div>
      )}
      {open && <div className="line__below"><EndTariff tariff={tariff} name={name} onClose={close} onSaved={onSaved} /></div>}
    </li>
  );
}

function EndTariff({ tariff, name, onClose, onSaved }: { tariff: Tariff; name: string; onClose: () => void; onSaved: () => Promise<void> }) {
  const { w } = useTariffWords();
  const entry = useEntry({
    initial: { ends_on: tariff.ends_on ?? "" }, labels: { ends_on: w.ends },
    send: async ({ ends_on: ends }) => {
      await patch(`/tariffs/${tariff.id}`, { ends_on: ends || null }, `"v${tariff.version}"`);
      await onSaved();
    },
  });
  useUnsaved(entry.changed);
  return (
    <EntryForm entry={entry} submitLabel={w.endGo} label={w.endOf(name)} focusFirst onCancel={onClose} onDone={() => { onClose(); tell(w.ended); }}>
      <TextInput {...entry.field("ends_on")} type="date" label={w.ends} description={w.endsHint} />
    </EntryForm>
  );
}
