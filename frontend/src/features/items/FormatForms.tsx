import { NumberInput, Select, Textarea, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { patch, post } from "@/api/write";
import { formatAmount } from "@/lib/amounts";
import { lendingWord, useLendingWords } from "@/programme/lendingWords";
import { ClashForm } from "@/space/kit/ClashForm";
import { useEntry, type Entry } from "@/space/kit/entry";
import { EntryForm } from "@/space/kit/EntryForm";
import { formatDate } from "@/space/kit/moments";
import { tell } from "@/space/kit/toasts";
import { useRequestName } from "@/space/kit/useRequestName";
import { useUnsaved } from "@/space/kit/Unsaved";
import { item as itemQuery, path, tagOf, type Item, type ItemFormat } from "./calls";
import { formatOf, modulesOf, NO_FORMAT, toFormatBody, toFormatValues, type FormatBody, type FormatValues } from "./formats";
import { useFormatWords } from "./formatWords";
import { whole } from "./sheet";
import { optionsOf, YesNoField } from "./SheetFields";
import { useSheetWords } from "./sheetWords";
import { useItemPart } from "./useItemPart";

type NewFormat = FormatValues & { copies: number | string; modules: string };

/** A format more, with its copies. */
export function AddFormat({ item, onClose }: { item: Item; onClose: () => void }) {
  const { w } = useFormatWords();
  const client = useQueryClient();
  const { nameOf, forget } = useRequestName();
  const entry = useEntry<NewFormat>({
    initial: { ...NO_FORMAT, copies: 1, modules: "" }, labels: { ...w.fields, copies: w.copies, modules: w.modules },
    check: ({ format }) => (format ? {} : { format: w.formatNeeded }),
    send: async ({ copies, modules, ...values }) => {
      const body = { ...toFormatBody(values), copies: whole(copies) ?? 0, modules: modulesOf(modules) };
      await post(`${path(item.id)}/formats`, body, nameOf(body));
      forget();
      await Promise.all([client.invalidateQueries(itemQuery(item.id)), client.invalidateQueries({ queryKey: ["items"] })]);
    },
  });
  useUnsaved(entry.changed);
  return (
    <EntryForm entry={entry} submitLabel={w.addGo} label={w.add} focusFirst onCancel={onClose} onDone={() => { onClose(); tell(w.added); }}>
      <FormatFields entry={entry as unknown as Entry<FormatValues>} item={item} isNew />
      <NumberInput {...entry.field("copies")} label={w.copies} description={w.copiesHint} min={0} max={20} allowDecimal={false} />
      <Textarea {...entry.field("modules")} label={w.modules} description={w.modulesHint} minRows={2} maxRows={12} />
    </EntryForm>
  );
}

interface EditFormatProps {
  item: Item;
  format: ItemFormat;
  name: string;
  onClose: () => void;
}

export function EditFormat({ item, format, name, onClose }: EditFormatProps) {
  const { w } = useFormatWords();
  const words = useValueWords();
  const { met, send, settle, giveUp } = useItemPart<FormatBody>({
    item,
    bodyOf: ({ formats }) => {
      const found = formats.find(({ id }) => id === format.id);
      return found ? formatOf(found) : null;
    },
    tagOf: ({ version }) => tagOf(version), save: (changed, etag) => patch(`${path(item.id)}/formats/${format.id}`, changed, etag),
    onSaved: (isNew) => {
      tell(isNew ? w.saved : w.nothingToSave);
      onClose();
    },
  });
  const entry = useEntry({ initial: toFormatValues(format), labels: w.fields, check: (values) => (values.added_on ? {} : { added_on: w.dayNeeded }), send: (values) => send(toFormatBody(values)) });
  useUnsaved(entry.changed || met !== null);
  if (met) return <ClashForm met={met} label={(field) => w.fields[field]} words={words} onSend={settle} onCancel={() => { giveUp(); entry.set({}); }} />;
  return (
    <EntryForm entry={entry} submitLabel={w.save} label={w.editOf(name)} focusFirst onCancel={onClose}>
      <FormatFields entry={entry} item={item} />
    </EntryForm>
  );
}

/** The fields of a format; what is as the item says shows it. */
function FormatFields({ entry, item, isNew = false }: { entry: Entry<FormatValues>; item: Item; isNew?: boolean }) {
  const { w, lang } = useFormatWords();
  const { w: sheet } = useSheetWords();
  const { format } = useLendingWords();
  const asItem = (value: number | string | null) => (value === null ? undefined : `${w.asItem} : ${value}`);
  const number = (name: "panels" | "space_m2" | "weight_kg" | "packages", max: number) => (
    <NumberInput {...entry.field(name)} label={w.fields[name]} placeholder={name === "panels" ? undefined : asItem(item[name])} min={0} max={max} allowDecimal={false} hideControls />
  );
  const value = item.insurance_value_cents;
  return (
    <>
      <div className="group__pair">
        <Select {...entry.field("format")} value={entry.values.format || null} label={w.fields.format} placeholder={sheet.choose} data={optionsOf(format)} />
        {number("panels", 1000)}
      </div>
      <TextInput {...entry.field("label")} label={w.fields.label} description={w.labelHint} maxLength={120} autoComplete="off" />
      <div className="group__pair">
        <TextInput {...entry.field("external_id")} label={w.fields.external_id} description={w.externalHint} maxLength={100} autoComplete="off" />
        <TextInput {...entry.field("dimensions")} label={w.fields.dimensions} maxLength={300} autoComplete="off" />
      </div>
      <p className="soft">{w.asItemHint}</p>
      <div className="group__three">{number("space_m2", 100_000)}{number("weight_kg", 100_000)}{number("packages", 10_000)}</div>
      <div className="group__pair">
        <YesNoField entry={entry} unsaid={sheet.asItem} />
        <NumberInput {...entry.field("insurance_value_cents")} label={w.fields.insurance_value_cents} placeholder={value === null ? undefined : asItem(formatAmount(value, lang))} min={0} decimalScale={2} decimalSeparator="," thousandSeparator=" " hideControls />
      </div>
      <Textarea {...entry.field("transport")} label={w.fields.transport} placeholder={item.transport ? w.asItem : undefined} maxLength={1000} minRows={2} />
      <Textarea {...entry.field("setup")} label={w.fields.setup} placeholder={item.setup ? w.asItem : undefined} maxLength={3000} minRows={2} />
      {!isNew && (
        <div className="group__pair">
          <TextInput {...entry.field("added_on")} type="date" label={w.fields.added_on} />
          <TextInput {...entry.field("retired_on")} type="date" label={w.fields.retired_on} description={w.retiredHint} />
        </div>
      )}
    </>
  );
}

function useValueWords() {
  const { w, lang } = useFormatWords();
  const { w: sheet } = useSheetWords();
  const words = useLendingWords();
  return (field: keyof FormatBody, value: unknown): string => {
    if (value === null || value === undefined) return "";
    if (typeof value === "boolean") return value ? sheet.yes : sheet.no;
    if (field === "format") return lendingWord(words, "format", String(value));
    if (field === "insurance_value_cents") return formatAmount(Number(value), lang);
    return field.endsWith("_on") ? formatDate(String(value), lang) : (String(value) || w.empty);
  };
}
