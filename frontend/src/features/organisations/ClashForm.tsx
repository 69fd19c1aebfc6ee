import { Radio } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { useEntry } from "@/space/kit/entry";
import { EntryForm } from "@/space/kit/EntryForm";
import type { Body, BodyField, Clash } from "./facts";
import { useLabels } from "./OrganisationFields";
import { useOrganisationWords } from "./words";

interface ClashFormProps {
  clashes: Clash[];
  /** Both versions put together, mine where both wrote. */
  merged: Partial<Body>;
  onSend: (chosen: Partial<Body>) => Promise<void>;
  onCancel: () => void;
}

/** Both versions of what two people wrote in the same fields, side by side: one is chosen, none is lost by surprise. */
export function ClashForm({ clashes, onSend, onCancel }: ClashFormProps) {
  const { w } = useOrganisationWords();
  const labels = useLabels();
  // It takes the place of a long form: one must be brought to it.
  const told = useRef<HTMLDivElement>(null);
  useEffect(() => told.current?.focus(), []);
  const [kept, setKept] = useState<Record<string, "mine" | "theirs">>({});
  const words = (field: BodyField, value: unknown): string => {
    if (value === null || value === "" || (Array.isArray(value) && value.length === 0)) return w.empty;
    if (typeof value === "boolean") return value ? w.yes : w.no;
    if (field === "themes" || field === "offers") return (value as string[]).map((code) => labels.name(field, code)).join(", ");
    return field === "kind" ? labels.name("items", String(value)) : String(value);
  };
  // A commune is one thing in two fields.
  const shown = clashes.filter(({ field }) => field !== "commune_insee" || !clashes.some((each) => each.field === "commune_name"));
  const entry = useEntry({
    initial: {}, labels: {},
    send: () => onSend(Object.fromEntries(clashes.map(({ field, mine, theirs }) => {
      const choice = kept[field === "commune_insee" && kept["commune_name"] ? "commune_name" : field] ?? "mine";
      return [field, choice === "mine" ? mine : theirs];
    })) as Partial<Body>),
  });
  return (
    <EntryForm entry={entry} submitLabel={w.clashGo} label={w.clashTitle} onCancel={onCancel}>
      <div ref={told} className="trouble" role="alert" tabIndex={-1}>
        <strong>{w.clashTitle}</strong>
        <p>{clashes.length === 0 ? w.clashNone : w.clashText}</p>
      </div>
      {shown.map(({ field, mine, theirs }) => (
        <Radio.Group key={field} value={kept[field] ?? "mine"} onChange={(value) => setKept((before) => ({ ...before, [field]: value as "mine" | "theirs" }))} label={w.fields[field] ?? field} className="clash">
          <Radio value="mine" label={<>{w.clashMine}<span className="clash__value">{words(field, mine)}</span></>} />
          <Radio value="theirs" label={<>{w.clashTheirs}<span className="clash__value">{words(field, theirs)}</span></>} />
        </Radio.Group>
      ))}
    </EntryForm>
  );
}
