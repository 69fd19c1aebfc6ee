import { Button } from "@mantine/core";
import { Fragment } from "react";
import { patch } from "@/api/write";
import { formatAmount, formatNumber } from "@/lib/amounts";
import { lenderKey } from "@/programme/lenders";
import { lendingWord, useLendingWords } from "@/programme/lendingWords";
import { ClashForm } from "@/space/kit/ClashForm";
import { useEntry } from "@/space/kit/entry";
import { EntryForm } from "@/space/kit/EntryForm";
import { formatDate } from "@/space/kit/moments";
import { Part } from "@/space/kit/Page";
import { tell } from "@/space/kit/toasts";
import { useUnsaved } from "@/space/kit/Unsaved";
import { useUnfolded } from "@/space/kit/useUnfolded";
import { may, path, tagOf, type Item } from "./calls";
import { GROUPS, sheetOf, toBody, toValues, type Group, type SheetBody, type SheetField } from "./sheet";
import { checkSheet, SheetFields } from "./SheetFields";
import { useSheetWords } from "./sheetWords";
import { useItemPart } from "./useItemPart";
import { useItemWords } from "./words";

export function SheetPart({ item }: { item: Item }) {
  const { w } = useItemWords();
  const { w: sheet } = useSheetWords();
  const { open, show, close, button } = useUnfolded();
  return (
    <Part title={w.sheet} actions={may(item, "edit") && !open ? <Button ref={button} onClick={show}>{sheet.edit}</Button> : undefined}>
      {open ? <EditSheet item={item} onClose={close} /> : <Facts item={item} />}
    </Part>
  );
}

/** What is said of it, group by group; what is not said is not there. */
function Facts({ item }: { item: Item }) {
  const { w } = useSheetWords();
  const words = useValueWords();
  const body = sheetOf(item);
  const groups = (Object.keys(GROUPS) as Group[]).map((group) => ({
    group, facts: GROUPS[group].filter((field) => field !== "title").map((field) => ({ field, said: words(field, body[field]) })).filter(({ said }) => said),
  }));
  return (
    <div className="item__facts">
      {groups.filter(({ facts }) => facts.length > 0).map(({ group, facts }) => (
        <section key={group} aria-label={w.groups[group]}>
          <h3>{w.groups[group]}</h3>
          <dl className="facts">{facts.map(({ field, said }) => <Fragment key={field}><dt>{withoutUnit(w.fields[field])}</dt><dd className="note">{said}</dd></Fragment>)}</dl>
        </section>
      ))}
    </div>
  );
}

function EditSheet({ item, onClose }: { item: Item; onClose: () => void }) {
  const { w } = useSheetWords();
  const words = useValueWords();
  const { met, send, settle, giveUp } = useItemPart<SheetBody>({
    item, bodyOf: sheetOf, tagOf: ({ version }) => tagOf(version), save: (changed, etag) => patch(path(item.id), changed, etag),
    onSaved: (isNew) => {
      tell(isNew ? w.saved : w.nothingToSave);
      onClose();
    },
  });
  const entry = useEntry({ initial: toValues(item), labels: w.fields, check: (values) => checkSheet(values, w), send: (values) => send(toBody(values)) });
  useUnsaved(entry.changed || met !== null);
  if (met) return <ClashForm met={met} label={(field) => w.fields[field]} words={words} onSend={settle} onCancel={() => { giveUp(); entry.set({}); }} />;
  return (
    <EntryForm entry={entry} submitLabel={w.save} label={w.edit} focusFirst onCancel={onClose}>
      <SheetFields entry={entry} isAgency={item.owner.id === null} lender={lenderKey(item.owner)} />
    </EntryForm>
  );
}

const CODES = { category: "category", themes: "theme", audiences: "audience", languages: "language", accessibility: "accessibility", condition: "condition", handling: "handling", insurance: "insurance" } as const;

const UNITS: Partial<Record<SheetField, string>> = { space_m2: "m²", weight_kg: "kg" };
/** Read, a value says its unit itself. */
const withoutUnit = (label: string) => label.replace(/ \([^)]*\)$/, "");

/** How a value of the sheet is read; empty where nothing is said. */
function useValueWords() {
  const { w, lang } = useSheetWords();
  const words = useLendingWords();
  return (field: SheetField, value: unknown): string => {
    if (value === null || value === undefined) return "";
    if (field in CODES) {
      const list = CODES[field as keyof typeof CODES];
      const order = Object.keys(words[list]);
      return [value].flat().map(String).toSorted((a, b) => order.indexOf(a) - order.indexOf(b)).map((code) => lendingWord(words, list, code)).join(", ");
    }
    if (typeof value === "boolean") return value ? w.yes : w.no;
    if (field === "added_on") return formatDate(String(value), lang);
    if (field === "insurance_value_cents") return formatAmount(Number(value), lang);
    if (field.startsWith("buffer_")) return w.workingDays(Number(value));
    if (field.endsWith("_days")) return w.days(Number(value));
    if (typeof value === "number" && field !== "year") return [formatNumber(value, lang), UNITS[field]].filter(Boolean).join("\u00a0");
    return String(value);
  };
}
