import { Checkbox, NumberInput, Radio, Select, Textarea, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useLendingWords, type LendingWords } from "@/programme/lendingWords";
import type { Entry } from "@/space/kit/entry";
import { lenderRules, type LenderRules } from "./calls";
import type { SheetField, SheetValues } from "./sheet";
import { useSheetWords, type SheetWords } from "./sheetWords";

type Given = { entry: Entry<SheetValues> };

/** What can be told without asking. */
export function checkSheet(values: SheetValues, w: SheetWords): Partial<Record<SheetField, string>> {
  const { min_days: least, max_days: most } = values;
  return {
    ...(!values.title.trim() && { title: w.titleNeeded }), ...(!values.added_on && { added_on: w.dayNeeded }),
    ...(values.handling === "forwarded" && !values.contact_email.trim() && { contact_email: w.emailNeeded }),
    ...(least !== "" && most !== "" && Number(least) > Number(most) && { min_days: w.lengths }),
  };
}

export const optionsOf = (labels: Record<string, string>) => Object.entries(labels).map(([value, label]) => ({ value, label }));

/** Every field of the sheet. `isAgency`: its requests are handled here, without a choice. */
export function SheetFields({ entry, isAgency, lender }: Given & { isAgency: boolean; lender: string }) {
  const { w } = useSheetWords();
  return (
    <>
      <fieldset className="group"><legend>{w.groups.presentation}</legend><Presentation entry={entry} /></fieldset>
      <fieldset className="group">
        <legend>{w.groups.readers}</legend>
        <Several name="themes" list="theme" entry={entry} />
        <Several name="audiences" list="audience" entry={entry} />
        <Several name="languages" list="language" entry={entry} />
        <Several name="accessibility" list="accessibility" entry={entry} />
      </fieldset>
      <fieldset className="group"><legend>{w.groups.logistics}</legend><Measures entry={entry} /></fieldset>
      <fieldset className="group"><legend>{w.groups.handled}</legend><Handled entry={entry} isAgency={isAgency} /></fieldset>
      <fieldset className="group"><legend>{w.groups.rules}</legend><Rules entry={entry} lender={lender} /></fieldset>
    </>
  );
}

function useField({ entry }: Given) {
  const { w } = useSheetWords();
  const named = (name: SheetField) => ({ label: w.fields[name], description: w.hints[name] });
  return {
    w,
    line: (name: SheetField, maxLength: number) => <TextInput {...entry.field(name)} {...named(name)} maxLength={maxLength} autoComplete="off" />,
    lines: (name: SheetField, maxLength: number, minRows = 2) => <Textarea {...entry.field(name)} {...named(name)} maxLength={maxLength} minRows={minRows} maxRows={18} />,
    number: (name: SheetField, max: number, placeholder?: string) => <NumberInput {...entry.field(name)} {...named(name)} placeholder={placeholder} min={0} max={max} allowDecimal={false} clampBehavior="none" hideControls />,
  };
}

function Presentation({ entry }: Given) {
  const { w, line, lines, number } = useField({ entry });
  const words = useLendingWords();
  return (
    <>
      {line("title", 200)}
      <Select {...entry.field("category")} label={w.fields.category} data={optionsOf(words.category)} />
      {lines("abstract", 600)}
      {lines("description", 10_000, 5)}
      <div className="group__pair">{line("producer", 300)}{number("year", 2100)}</div>
      {lines("credits", 1000)}
      <TextInput {...entry.field("added_on")} type="date" label={w.fields.added_on} />
    </>
  );
}

const LISTS = ["themes", "audiences", "languages", "accessibility"] as const;

function Several({ name, list, entry }: Given & { name: (typeof LISTS)[number]; list: keyof LendingWords }) {
  const { w } = useSheetWords();
  const words = useLendingWords();
  const { value, error, onChange } = entry.field(name);
  return (
    <Checkbox.Group label={w.fields[name]} value={value} error={error} onChange={onChange}>
      <div className="group__choices">{optionsOf(words[list]).map((option) => <Checkbox key={option.value} value={option.value} label={option.label} />)}</div>
    </Checkbox.Group>
  );
}

function Measures({ entry }: Given) {
  const { w, lines, number } = useField({ entry });
  const words = useLendingWords();
  return (
    <>
      <div className="group__three">{number("space_m2", 100_000)}{number("weight_kg", 100_000)}{number("packages", 10_000)}</div>
      <YesNoField entry={entry} unsaid={w.unsaid} />
      {lines("transport", 1000)}
      {lines("setup", 3000)}
      <div className="group__pair">
        <NumberInput {...entry.field("insurance_value_cents")} label={w.fields.insurance_value_cents} description={w.hints.insurance_value_cents} min={0} decimalScale={2} decimalSeparator="," thousandSeparator=" " hideControls />
        <Select {...entry.field("condition")} label={w.fields.condition} data={[{ value: "", label: w.unsaid }, ...optionsOf(words.condition)]} />
      </div>
    </>
  );
}

/** Whether it needs a socket: yes, no, or as it was said elsewhere. */
export function YesNoField<V extends { needs_power: string }>({ entry, unsaid }: { entry: Entry<V>; unsaid: string }) {
  const { w } = useSheetWords();
  const data = [{ value: "", label: unsaid }, { value: "yes", label: w.yes }, { value: "no", label: w.no }];
  return <Select {...entry.field("needs_power" as keyof V & string)} label={w.fields.needs_power} data={data} />;
}

function Handled({ entry, isAgency }: Given & { isAgency: boolean }) {
  const { w, line } = useField({ entry });
  const words = useLendingWords();
  return (
    <>
      {isAgency ? <p>{w.agencyHandled}</p> : (
        <Radio.Group {...entry.field("handling")} label={w.fields.handling}>
          {optionsOf(words.handling).map(({ value, label }) => <Radio key={value} value={value} label={label} description={w.handlingHints[value]} />)}
        </Radio.Group>
      )}
      <div className="group__pair">{line("contact_email", 320)}{line("contact_phone", 40)}</div>
    </>
  );
}

function Rules({ entry, lender }: Given & { lender: string }) {
  const { w, number } = useField({ entry });
  const words = useLendingWords();
  // What holds where nothing is written.
  const { data: settings } = useQuery(lenderRules(lender));
  const rule = (name: Exclude<keyof LenderRules, "insurance">) => number(name, name.startsWith("buffer_") ? 60 : 366, w.asLender(settings ? String(settings[name]) : ""));
  return (
    <>
      <p className="soft">{w.rulesHint} <Link to={"/espace/prets/reglages" as string} search={{ preteur: lender } as never}>{w.rulesLink}</Link></p>
      <div className="group__three">{rule("notice_days")}{rule("min_days")}{rule("max_days")}</div>
      <div className="group__pair">{rule("buffer_before_days")}{rule("buffer_after_days")}</div>
      <Select {...entry.field("insurance")} label={w.fields.insurance} data={[{ value: "", label: w.asLender(settings ? words.insurance[settings.insurance] : "") }, ...optionsOf(words.insurance)]} />
    </>
  );
}
