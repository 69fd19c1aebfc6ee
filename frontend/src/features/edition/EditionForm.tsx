import { Radio, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { patch, post } from "@/api/write";
import { useEntry, type Entry } from "@/space/kit/entry";
import { EntryForm } from "@/space/kit/EntryForm";
import { tell } from "@/space/kit/toasts";
import { editionPath, type Edition } from "./calls";
import { useEditionWords } from "./words";

interface Facts {
  theme: string;
  starts_on: string;
  ends_on: string;
  mastering: Edition["mastering"];
}

const sent = ({ theme, ...values }: Facts) => ({ ...values, theme: theme.trim() || null });

/** Theme, official dates, and where events are entered. */
export function EditionForm({ edition }: { edition: Edition }) {
  const { w } = useEditionWords();
  const client = useQueryClient();
  const { year, theme, starts_on, ends_on, mastering, version } = edition;
  const entry = useEntry<Facts>({
    initial: { theme: theme ?? "", starts_on, ends_on, mastering }, labels: useLabels(), check: useCheck(),
    send: async (values) => {
      await patch<Edition>(editionPath(year), sent(values), `"v${version}"`);
      await client.invalidateQueries({ queryKey: ["programme"] });
      tell(w.saved);
    },
  });
  return <EntryForm entry={entry} submitLabel={w.save} label={w.facts}><FactsFields entry={entry} /></EntryForm>;
}

export function OpenEdition({ year, onDone }: { year: number; onDone: () => void }) {
  const { w } = useEditionWords();
  const client = useQueryClient();
  const navigate = useNavigate();
  const labels = useLabels();
  const check = useCheck();
  const entry = useEntry<Facts & { year: string }>({
    initial: { year: String(year), theme: "", starts_on: `${year}-10-01`, ends_on: `${year}-10-11`, mastering: "nationally" }, labels: { ...labels, year: w.year },
    check: (values) => ({ ...check(values), ...(!/^\d{4}$/.test(values.year.trim()) && { year: w.yearBad }) }),
    send: async ({ year: typed, ...values }) => {
      const made = await post<Edition>("/editions", { ...sent(values), year: Number(typed) });
      await client.invalidateQueries({ queryKey: ["programme", "editions"] });
      tell(w.opened(made.year));
      await navigate({ to: "/espace/programme", search: { annee: made.year, vue: "reglages" } as never });
    },
  });
  return (
    <EntryForm entry={entry} submitLabel={w.openGo} label={w.open} focusFirst onDone={onDone} onCancel={onDone}>
      <TextInput {...entry.field("year")} label={w.year} inputMode="numeric" maxLength={4} />
      <FactsFields entry={entry as unknown as Entry<Facts>} />
    </EntryForm>
  );
}

function useLabels() {
  const { w } = useEditionWords();
  return { theme: w.theme, starts_on: w.startsOn, ends_on: w.endsOn, mastering: w.mastering };
}

function useCheck() {
  const { w } = useEditionWords();
  return ({ starts_on, ends_on }: Facts) => ({ ...(!starts_on && { starts_on: w.dayNeeded }), ...(!ends_on && { ends_on: w.dayNeeded }) });
}

function FactsFields({ entry }: { entry: Entry<Facts> }) {
  const { w } = useEditionWords();
  return (
    <>
      <TextInput {...entry.field("theme")} label={w.theme} description={w.themeHint} maxLength={300} autoComplete="off" />
      <div className="group__pair">
        <TextInput {...entry.field("starts_on")} type="date" label={w.startsOn} />
        <TextInput {...entry.field("ends_on")} type="date" label={w.endsOn} />
      </div>
      <Radio.Group {...entry.field("mastering")} label={w.mastering}>
        {(["here", "nationally"] as const).map((each) => <Radio key={each} value={each} label={w.masterings[each]} description={w.masteringHints[each]} />)}
      </Radio.Group>
    </>
  );
}
