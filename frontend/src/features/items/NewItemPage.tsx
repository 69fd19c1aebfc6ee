import { Button, NumberInput, Select, Textarea, TextInput } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { post } from "@/api/write";
import { lenderKey, lenders, type Lender } from "@/programme/lenders";
import { useLendingWords } from "@/programme/lendingWords";
import { Page } from "@/space/kit/Page";
import { useEntry, type Entry } from "@/space/kit/entry";
import { EntryForm } from "@/space/kit/EntryForm";
import { useMe } from "@/space/kit/me";
import { Loaded } from "@/space/kit/States";
import { tell } from "@/space/kit/toasts";
import { useRequestName } from "@/space/kit/useRequestName";
import type { Item } from "./calls";
import { modulesOf } from "./formats";
import { useFormatWords } from "./formatWords";
import { clearKept, readKept, writeKept } from "./kept";
import { whole } from "./sheet";
import { optionsOf } from "./SheetFields";
import { useSheetWords } from "./sheetWords";
import { Stranger } from "./Stranger";
import { useItemWords } from "./words";
import "./items.css";

const NO_ITEM = { owner: "", title: "", category: "", abstract: "", format: "", label: "", panels: "" as number | string, copies: 1 as number | string, modules: "" };
type NewItem = typeof NO_ITEM;

/** What is asked of a new item: what it is, whose, and its first format. The rest is told on its page. */
export function NewItemPage() {
  const { w } = useItemWords();
  const query = useQuery(lenders());
  return (
    <Page title={w.newTitle} lead={<p>{w.newLead}</p>}>
      <Loaded query={query}>{(known) => (known.length === 0 ? <Stranger /> : <NewItemForm known={known} />)}</Loaded>
      <p><Link to={"/espace/outils" as string}>← {w.back}</Link></p>
    </Page>
  );
}

function NewItemForm({ known }: { known: readonly Lender[] }) {
  const { w } = useItemWords();
  const { w: sheet } = useSheetWords();
  const { w: words } = useFormatWords();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { account } = useMe();
  const place = `item:${account.id}`;
  const [before] = useState(() => readKept<NewItem>(place));
  const [isResumed, setResumed] = useState(before !== null);
  const { nameOf, forget } = useRequestName();
  const first = { ...NO_ITEM, owner: known[0] ? lenderKey(known[0].lender) : "" };
  const entry = useEntry<NewItem>({
    initial: { ...first, ...before },
    labels: { owner: w.owner, title: sheet.fields.title, category: sheet.fields.category, abstract: sheet.fields.abstract, format: words.fields.format, label: words.fields.label, panels: words.fields.panels, copies: words.copies, modules: words.modules },
    check: (values) => ({
      ...(!values.owner && { owner: w.ownerNeeded }), ...(!values.title.trim() && { title: w.titleNeeded }), ...(!values.category && { category: w.categoryNeeded }), ...(!values.format && { format: w.formatNeeded }),
    }),
    send: async (values) => {
      const body = toBody(values);
      const made = await post<Item>("/items", body, nameOf(body));
      forget();
      clearKept(place);
      await client.invalidateQueries({ queryKey: ["items"] });
      tell(w.created(made.title));
      await navigate({ to: "/espace/outils/$id" as string, params: { id: made.id } as never });
    },
  });
  const { values, changed } = entry;
  useEffect(() => { if (changed) writeKept(place, values); }, [changed, place, values]);
  const restart = () => {
    clearKept(place);
    entry.reset(first);
    setResumed(false);
  };
  return (
    <EntryForm entry={entry} submitLabel={w.newGo} label={w.newTitle}>
      {isResumed && <p className="chosen"><span>{w.resumed}</span><Button size="xs" variant="subtle" onClick={restart}>{w.restart}</Button></p>}
      <fieldset className="group">
        <legend>{w.what}</legend>
        {known.length !== 1 && <Select {...entry.field("owner")} value={values.owner || null} label={w.owner} description={w.ownerHint} searchable maxDropdownHeight={320} data={known.map(({ lender }) => ({ value: lenderKey(lender), label: lender.name }))} />}
        <TextInput {...entry.field("title")} label={sheet.fields.title} maxLength={200} autoComplete="off" />
        <CategoryField entry={entry} />
        <Textarea {...entry.field("abstract")} label={sheet.fields.abstract} description={sheet.hints.abstract} maxLength={600} minRows={2} />
      </fieldset>
      <fieldset className="group">
        <legend>{w.firstFormat}</legend>
        <FirstFormat entry={entry} />
      </fieldset>
    </EntryForm>
  );
}

function CategoryField({ entry }: { entry: Entry<NewItem> }) {
  const { w } = useSheetWords();
  const { category } = useLendingWords();
  return <Select {...entry.field("category")} value={entry.values.category || null} label={w.fields.category} placeholder={w.choose} data={optionsOf(category)} />;
}

function FirstFormat({ entry }: { entry: Entry<NewItem> }) {
  const { w } = useFormatWords();
  const { w: sheet } = useSheetWords();
  const { format } = useLendingWords();
  return (
    <>
      <div className="group__pair">
        <Select {...entry.field("format")} value={entry.values.format || null} label={w.fields.format} placeholder={sheet.choose} data={optionsOf(format)} />
        <NumberInput {...entry.field("panels")} label={w.fields.panels} min={0} max={1000} allowDecimal={false} hideControls />
      </div>
      <TextInput {...entry.field("label")} label={w.fields.label} description={w.labelHint} maxLength={120} autoComplete="off" />
      <NumberInput {...entry.field("copies")} label={w.copies} description={w.copiesHint} min={0} max={20} allowDecimal={false} />
      <Textarea {...entry.field("modules")} label={w.modules} description={w.modulesHint} minRows={2} maxRows={12} />
    </>
  );
}

function toBody({ owner, title, category, abstract, format, label, panels, copies, modules }: NewItem) {
  const first = { format, label: label.trim() || null, panels: whole(panels), copies: whole(copies) ?? 0, modules: modulesOf(modules) };
  return { owner, title: title.trim(), category, abstract: abstract.trim() || null, formats: [first] };
}

