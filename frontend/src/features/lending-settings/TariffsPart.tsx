import { Button, NumberInput, Radio, Select, TextInput } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { del, post } from "@/api/write";
import { todayInParis } from "@/lib/dates";
import { lendingWord, useLendingWords } from "@/programme/lendingWords";
import { Confirm } from "@/space/kit/Confirm";
import { useEntry } from "@/space/kit/entry";
import { EntryForm } from "@/space/kit/EntryForm";
import { Part } from "@/space/kit/Page";
import { Loaded, NothingYet } from "@/space/kit/States";
import { tell } from "@/space/kit/toasts";
import { useRequestName } from "@/space/kit/useRequestName";
import { useUnsaved } from "@/space/kit/Unsaved";
import { useUnfolded } from "@/space/kit/useUnfolded";
import { tariffs, type Tariff } from "./calls";
import { inForce } from "./tariffs";
import { TariffLine } from "./TariffLine";
import { useTariffWords } from "./tariffWords";

/** What a lender asks, by kind and by date; those that are over come last. */
export function TariffsPart({ lender }: { lender: string }) {
  const { w } = useTariffWords();
  const words = useLendingWords();
  const client = useQueryClient();
  const query = useQuery(tariffs(lender));
  const { open, show, close, button } = useUnfolded();
  const [leaving, setLeaving] = useState<Tariff | null>(null);
  const refresh = () => client.invalidateQueries(tariffs(lender));
  const name = leaving ? lendingWord(words, "category", leaving.category) : "";
  const lines = (items: readonly Tariff[], label: string) => (
    <ul role="list" className="lines" aria-label={label}>{items.map((tariff) => <TariffLine key={tariff.id} tariff={tariff} onSaved={refresh} onRemove={() => setLeaving(tariff)} />)}</ul>
  );
  return (
    <Part title={w.title} actions={open ? undefined : <Button ref={button} onClick={show}>{w.add}</Button>}>
      <p className="soft">{w.lead}</p>
      {open && <AddTariff lender={lender} onClose={close} onSaved={refresh} />}
      <Loaded query={query}>
        {(items) => {
          const over = items.filter((tariff) => inForce(tariff, todayInParis()) === "over");
          const now = items.filter((tariff) => !over.includes(tariff));
          return (
            <>
              {now.length === 0 ? <NothingYet><p>{w.none}</p></NothingYet> : lines(now, w.title)}
              {over.length > 0 && <details className="tried__words"><summary>{w.others(over.length)}</summary>{lines(over, w.others(over.length))}</details>}
            </>
          );
        }}
      </Loaded>
      <Confirm
        opened={leaving !== null} title={w.removeTitle(name)} confirmLabel={w.removeOf(name)} onClose={() => setLeaving(null)}
        onConfirm={async () => {
          if (!leaving) return;
          await del(`/tariffs/${leaving.id}`);
          await refresh();
          tell(w.removed);
        }}
      >
        <p>{w.removeText}</p>
      </Confirm>
    </Part>
  );
}

type Typed = number | string;
const cents = (euros: Typed) => Math.round(Number(euros) * 100);

function AddTariff({ lender, onClose, onSaved }: { lender: string; onClose: () => void; onSaved: () => Promise<void> }) {
  const { w } = useTariffWords();
  const words = useLendingWords();
  const { nameOf, forget } = useRequestName();
  const entry = useEntry({
    initial: { category: "", starts_on: todayInParis(), ends_on: "", basis: "per_period", period_days: 28 as Typed, member_cents: "" as Typed, other_cents: "" as Typed },
    labels: { category: w.category, starts_on: w.starts, ends_on: w.ends, basis: w.basis, period_days: w.period, member_cents: w.member, other_cents: w.other },
    check: (values) => ({
      ...(!values.category && { category: w.categoryNeeded }), ...(!values.starts_on && { starts_on: w.dayNeeded }), ...(values.member_cents === "" && { member_cents: w.amountNeeded }),
      ...(values.other_cents === "" && { other_cents: w.amountNeeded }), ...(values.basis === "per_period" && !(Number(values.period_days) >= 1) && { period_days: w.periodNeeded }),
    }),
    send: async ({ ends_on: ends, period_days: days, ...values }) => {
      const body = { ...values, lender, ends_on: ends || null, period_days: values.basis === "per_period" ? Number(days) : null, member_cents: cents(values.member_cents), other_cents: cents(values.other_cents) };
      await post("/tariffs", body, nameOf(body));
      forget();
      await onSaved();
    },
  });
  useUnsaved(entry.changed);
  const amount = { min: 0, decimalScale: 2, decimalSeparator: ",", hideControls: true } as const;
  return (
    <EntryForm entry={entry} submitLabel={w.addGo} label={w.add} focusFirst onCancel={onClose} onDone={() => { onClose(); tell(w.added); }}>
      <Select {...entry.field("category")} value={entry.values.category || null} label={w.category} placeholder={w.choose} data={Object.entries(words.category).map(([value, label]) => ({ value, label }))} />
      <div className="group__pair">
        <TextInput {...entry.field("starts_on")} type="date" label={w.starts} />
        <TextInput {...entry.field("ends_on")} type="date" label={w.ends} description={w.endsHint} />
      </div>
      <Radio.Group {...entry.field("basis")} label={w.basis}>{Object.entries(words.basis).map(([value, label]) => <Radio key={value} value={value} label={label} />)}</Radio.Group>
      {entry.values.basis === "per_period" && <NumberInput {...entry.field("period_days")} label={w.period} min={1} max={366} allowDecimal={false} />}
      <div className="group__pair">
        <NumberInput {...entry.field("member_cents")} {...amount} label={w.member} />
        <NumberInput {...entry.field("other_cents")} {...amount} label={w.other} />
      </div>
    </EntryForm>
  );
}
