import { Button, SegmentedControl } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { announce } from "@/lib/announce";
import { allFields, rowFieldsOf } from "./definition";
import { addSection } from "./editing";
import { FormChanges } from "./FormChanges";
import { FormClashes } from "./FormClashes";
import { FormPreview } from "./FormPreview";
import { FormToolbar } from "./FormToolbar";
import { FormVersions } from "./FormVersions";
import { useFormWords } from "./formWords";
import type { Kept } from "./keeper";
import { LeaveGuard } from "@/space/kit/LeaveGuard";
import { problemsByPlace } from "./problems";
import { formVersion, may, type Call, type FormDraft } from "./queries";
import { SectionCard } from "./SectionCard";
import { useFormKeeper, type Editor } from "./useFormKeeper";

const VIEWS = ["write", "preview", "changes", "versions"] as const;
type View = (typeof VIEWS)[number];

/** The form of a call: written, seen as holders see it, published, and as it was. */
export function FormEditor({ call, draft }: { call: Call; draft: FormDraft }) {
  const { w } = useFormWords();
  const { keeper, kept } = useFormKeeper(call.id, draft);
  const canWrite = may(call, "edit_form");
  const [view, setView] = useState<View>(canWrite ? "write" : "preview");
  const editor = useMemo<Editor>(() => ({ form: kept.definition, change: (form, place) => keeper.change(form, place) }), [keeper, kept.definition]);
  const count = call.form_number === null ? 0 : kept.draft.differences.length;
  if (kept.saving === "met") return <FormClashes form={kept.definition} clashes={kept.clashes} onSettle={(sides) => keeper.settle(sides)} />;
  return (
    <div className="call-form-editor">
      <div className="call-form-editor__top">
        <SegmentedControl
          aria-label={w.viewLabel} value={view} onChange={(chosen) => setView(chosen as View)} transitionDuration={0}
          data={VIEWS.filter((each) => canWrite || each !== "write").map((each) => ({ value: each, label: each === "changes" && count > 0 ? `${w.views.changes} (${count})` : w.views[each] }))}
        />
        {canWrite && view !== "versions" && <FormToolbar keeper={keeper} kept={kept} />}
      </div>
      {view === "write" && <Writing call={call} editor={editor} kept={kept} />}
      {view === "preview" && <FormPreview form={kept.definition} />}
      {view === "changes" && <FormChanges call={call} keeper={keeper} kept={kept} />}
      {view === "versions" && <FormVersions id={call.id} />}
      <LeaveGuard when={kept.saving === "held" || kept.saving === "unsent" || kept.saving === "refused"} />
    </div>
  );
}

/** Fields that people may have answered. */
function usePublished(call: Call): ReadonlySet<string> {
  const query = useQuery({ ...formVersion(call.id, call.form_version_id ?? ""), enabled: call.form_version_id !== null });
  const { data } = query;
  return useMemo(() => new Set(data ? allFields(data.definition).flatMap((field) => [field.id, ...rowFieldsOf(field).map((row) => `${field.id}/${row.id}`)]) : []), [data]);
}

function Writing({ call, editor, kept }: { call: Call; editor: Editor; kept: Kept }) {
  const { w } = useFormWords();
  const [opened, setOpened] = useState<string | null>(null);
  const published = usePublished(call);
  const { form, change } = editor;
  const problems = useMemo(() => problemsByPlace(kept.draft.definition, kept.draft.problems), [kept.draft]);
  const first = [...problems.keys()].find((name) => name !== "" && !name.startsWith("section:"));
  const elsewhere = problems.get("") ?? [];
  return (
    <>
      <p className="soft">{w.lead}</p>
      {problems.size > 0 && (
        <div className="trouble">
          <strong>{w.toMend(kept.draft.problems.length)}</strong>
          {elsewhere.length > 0 && <ul>{elsewhere.map((problem) => <li key={problem}>{problem}</li>)}</ul>}
          {first && <div><Button size="xs" onClick={() => setOpened(first)}>{w.firstToMend}</Button></div>}
        </div>
      )}
      {form.sections.length === 0 && <p>{w.empty}</p>}
      {form.sections.map((section, place) => (
        <SectionCard key={section.id} editor={editor} section={section} place={place} problems={problems} published={published} opened={opened} onOpen={setOpened} />
      ))}
      {form.sections.length < 40 && <div><Button onClick={() => { change(addSection(form, w.newSection)); announce(w.added(w.newSection)); }}>{w.addSection}</Button></div>}
    </>
  );
}
