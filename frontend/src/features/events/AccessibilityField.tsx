import { Checkbox, Radio } from "@mantine/core";
import { useState } from "react";
import { useWords } from "@/lib/i18n";
import type { Entry } from "@/space/kit/entry";
import type { EventValues } from "./fields";
import { useEventWords } from "./words";

type Said = "unknown" | "none" | "some";

/** Nothing said, nothing particular, or what is arranged: three different things to whoever must know before coming. */
export function AccessibilityField({ entry }: { entry: Entry<EventValues> }) {
  const { w } = useEventWords();
  const { t } = useWords();
  const needs = entry.values.accessibility;
  const [open, setOpen] = useState(false);
  const said: Said = needs === null ? "unknown" : needs.length > 0 || open ? "some" : "none";
  const say = (next: Said) => {
    setOpen(next === "some");
    entry.set({ accessibility: next === "unknown" ? null : next === "none" ? [] : (needs ?? []) });
  };
  return (
    <div>
      <Radio.Group label={w.labels.accessibility} name="accessibility" value={said} error={entry.errors.accessibility} onChange={(next) => say(next as Said)}>
        <div className="event-radios">{(Object.entries(w.access) as [Said, string][]).map(([code, label]) => <Radio key={code} value={code} label={label} />)}</div>
      </Radio.Group>
      {said === "some" && (
        <Checkbox.Group aria-label={w.access.some} value={needs ?? []} onChange={(next) => { setOpen(true); entry.set({ accessibility: next }); }}>
          <div className="group__choices event-inside">{Object.entries(t.values.accessibility).map(([value, label]) => <Checkbox key={value} value={value} label={label} />)}</div>
        </Checkbox.Group>
      )}
    </div>
  );
}
