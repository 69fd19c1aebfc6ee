import { Radio, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useEntry } from "@/space/kit/entry";
import { EntryForm } from "@/space/kit/EntryForm";
import { tell } from "@/space/kit/toasts";
import { useRequestName } from "@/space/kit/useRequestName";
import { makeBlocks, type OwnKind } from "./calls";
import { checkDays, DaysFields } from "./DaysFields";
import { To } from "./links";
import type { OpenedProps } from "./OpenedDialogue";

const KINDS: readonly OwnKind[] = ["maintenance", "internal_use"];

/** Keeps a unit, or all those of its item, for some days. */
export function NewBlock({ opened: { row, from, to }, names, onClose }: OpenedProps) {
  const { w, lending } = names;
  const client = useQueryClient();
  const { nameOf, forget } = useRequestName();
  const all = row.item.formats.flatMap(({ units }) => units).filter(({ state }) => state !== "retired");
  const entry = useEntry({
    initial: { starts_on: from, ends_on: to, kind: "maintenance" as OwnKind, which: "one" as "one" | "all", reason: "" },
    labels: { starts_on: w.from, ends_on: w.to, kind: w.kind, which: w.which, reason: w.reason },
    check: (values) => checkDays(values, w),
    send: async ({ which, reason, kind, starts_on, ends_on }) => {
      const body = { kind, starts_on, ends_on, reason: reason.trim() || null, units: which === "all" ? all.map(({ id }) => id) : [row.unit.id] };
      const { items } = await makeBlocks(body, nameOf(body));
      forget();
      await client.invalidateQueries({ queryKey: ["planning"] });
      tell(w.made(items.length));
    },
  });
  const { starts_on: first, ends_on: last } = entry.values;
  return (
    <EntryForm entry={entry} submitLabel={w.newGo} onDone={onClose} onCancel={onClose}>
      <DaysFields entry={entry} focusFirst />
      <Radio.Group {...entry.field("kind")} label={w.kind}>
        <div className="group__choices">{KINDS.map((kind) => <Radio key={kind} value={kind} label={lending.block[kind]} />)}</div>
      </Radio.Group>
      {all.length > 1 && (
        <Radio.Group {...entry.field("which")} label={w.which}>
          <Radio value="one" label={w.whichOne(names.unitName(row) || row.unit.code)} />
          <Radio value="all" label={w.whichAll(all.length)} />
        </Radio.Group>
      )}
      <TextInput {...entry.field("reason")} label={w.reason} description={w.reasonHint} maxLength={500} />
      <p><To path={`/espace/prets/demandes/nouvelle?item=${row.item.slug}&starts_on=${first}&ends_on=${last}`}>{w.lendInstead}</To></p>
    </EntryForm>
  );
}
