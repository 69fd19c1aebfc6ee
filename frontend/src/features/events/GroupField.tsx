import type { ReactNode } from "react";
import { isKept, ruleOf, type EventFacts, type Group } from "./calls";
import { GROUPS, type Body, type Field } from "./fields";
import { useEventWords } from "./words";

interface GroupFieldProps {
  of: Group;
  event: EventFacts;
  /** What waits for the coordination. */
  proposed: Partial<Body> | undefined;
  words: (field: Field, value: unknown) => string;
  children: ReactNode;
}

/** Fields that the edition's policy rules together: its rule in words, what waits, and what no source overwrites any more. */
export function GroupField({ of, event, proposed, words, children }: GroupFieldProps) {
  const { w } = useEventWords();
  const rule = ruleOf(event, of);
  const fields = GROUPS.find(({ group }) => group === of)?.fields ?? [];
  const waiting = fields.filter((field) => proposed && field in proposed);
  const here = event.source_name ? fields.filter((field) => field in event.provenance) : [];
  return (
    <fieldset className="group event-group" disabled={rule === "locked"}>
      <legend>{w.groups[of]}{!isKept(event) && event.phase && <span className="event-group__rule" data-rule={rule}>{w.rules[rule]}</span>}</legend>
      {rule === "locked" && <p className="soft">{w.lockedText}</p>}
      {children}
      {here.length > 0 && <p className="soft">{w.writtenHereOnly(here.map((field) => w.labels[field]))}</p>}
      {waiting.length > 0 && (
        <div className="event-waits">
          <p><strong>{w.waitsHere}</strong></p>
          <dl className="differences">{waiting.map((field) => <div key={field}><dt>{w.labels[field]}</dt><dd>{words(field, proposed?.[field]) || w.empty}</dd></div>)}</dl>
        </div>
      )}
    </fieldset>
  );
}
