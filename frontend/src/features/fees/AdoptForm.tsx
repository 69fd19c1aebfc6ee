import { Button, NumberInput, Select, Textarea, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { put } from "@/api/write";
import { todayInParis } from "@/lib/dates";
import { useMemberWords } from "@/programme/memberWords";
import { useEntry } from "@/space/kit/entry";
import { EntryForm } from "@/space/kit/EntryForm";
import { tell } from "@/space/kit/toasts";
import { useUnsaved } from "@/space/kit/Unsaved";
import { cents, refresh, tag, type Category, type College, type Tariffs } from "./calls";
import { useFeeWords } from "./words";

const CATEGORIES: readonly Category[] = ["natural", "small", "medium", "large"];
interface Exception {
  category: Category | "";
  college: College | "";
  euros: number | string;
}
interface Values extends Record<Category, number | string> {
  starts_on: string;
  adopted_on: string;
  note: string;
  lines: Exception[];
}

/** A tariff, begun from the one that is in force: what was decided, from when on. */
export function AdoptForm({ known, onClose }: { known: Tariffs; onClose: () => void }) {
  const { w } = useFeeWords();
  const words = useMemberWords();
  const client = useQueryClient();
  const before = known.items.find(({ is_current: isCurrent }) => isCurrent) ?? known.items[0];
  const usual = (category: Category) => before?.lines.find((line) => line.category === category && !line.college)?.amount_cents;
  const nextYear = `${Number(todayInParis().slice(0, 4)) + 1}-01-01`;
  const entry = useEntry<Values>({
    initial: {
      ...(Object.fromEntries(CATEGORIES.map((category) => [category, usual(category) === undefined ? "" : (usual(category) ?? 0) / 100])) as Record<Category, number | string>),
      starts_on: nextYear, adopted_on: todayInParis(), note: "",
      lines: (before?.lines ?? []).flatMap(({ category, college, amount_cents: amount }) => (college ? [{ category, college, euros: amount / 100 }] : [])),
    },
    labels: { ...words.fee_category, starts_on: w.startsOn, adopted_on: w.adoptedOn, note: w.note, lines: w.exceptions },
    check: (values) => ({
      ...(!values.starts_on && { starts_on: w.dayNeeded }), ...(!values.adopted_on && { adopted_on: w.dayNeeded }),
      ...(CATEGORIES.every((category) => values[category] === "") && { natural: w.linesNeeded }),
      ...(values.lines.some(({ category }) => !category) ? { lines: w.categoryNeeded } : values.lines.some(({ college }) => !college) ? { lines: w.collegeNeeded } : values.lines.some(({ euros }) => euros === "") && { lines: w.amountNeeded }),
    }),
    send: async ({ starts_on, adopted_on, note, lines, ...amounts }) => {
      const plain = CATEGORIES.filter((category) => amounts[category] !== "").map((category) => ({ category, amount_cents: cents(amounts[category]) }));
      const own = lines.map(({ category, college, euros }) => ({ category, college, amount_cents: cents(euros) }));
      await put("/fee-tariffs", { starts_on, adopted_on, note: note.trim() || null, lines: [...plain, ...own] }, tag(known.version));
      await refresh(client);
      tell(w.adoptDone);
    },
  });
  useUnsaved(entry.changed && !entry.busy);
  const euro = { min: 0, decimalScale: 2, decimalSeparator: ",", hideControls: true } as const;
  const { lines } = entry.values;
  const change = (index: number, part: Partial<Exception>) => entry.set({ lines: lines.map((line, place) => (place === index ? { ...line, ...part } : line)) });
  return (
    <EntryForm entry={entry} submitLabel={w.adoptGo} label={w.adopt} focusFirst onCancel={onClose} onDone={onClose}>
      <div className="group__pair">
        <TextInput {...entry.field("starts_on")} type="date" label={w.startsOn} description={w.startsHint} />
        <TextInput {...entry.field("adopted_on")} type="date" label={w.adoptedOn} max={todayInParis()} />
      </div>
      <div className="group__pair">{CATEGORIES.map((category) => <NumberInput key={category} {...entry.field(category)} {...euro} label={`${words.fee_category[category]}, €`} />)}</div>
      <fieldset className="group">
        <legend>{w.exceptions}</legend>
        {entry.errors.lines && <p className="fees__missing">{entry.errors.lines}</p>}
        {lines.map((line, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- lines have no other name
          <div key={index} className="fees__filter">
            <Select label={w.category} value={line.category || null} data={CATEGORIES.map((value) => ({ value, label: words.fee_category[value] }))} onChange={(value) => change(index, { category: (value ?? "") as Category | "" })} />
            <Select label={w.college} value={line.college || null} data={Object.entries(words.college).map(([value, label]) => ({ value, label }))} onChange={(value) => change(index, { college: (value ?? "") as College | "" })} />
            <NumberInput {...euro} label={w.amount} value={line.euros} onChange={(euros) => change(index, { euros })} />
            <Button variant="subtle" onClick={() => entry.set({ lines: lines.filter((_, place) => place !== index) })}>{w.removeLine}<span className="unseen"> {index + 1}</span></Button>
          </div>
        ))}
        <div><Button data-field="lines" onClick={() => entry.set({ lines: [...lines, { category: "", college: "", euros: "" }] })}>{w.addException}</Button></div>
      </fieldset>
      <Textarea {...entry.field("note")} label={w.note} description={w.noteHint} maxLength={2000} minRows={2} autosize />
    </EntryForm>
  );
}
