import type { ReactNode } from "react";
import type { AgendaDetail } from "@/api/types";
import { useWords } from "@/lib/i18n";
import { ageWords, wordFor } from "@/programme/words";

/** Who it is for, how accessible, at what price, by whom. What is not known is said to be so. */
export function Facts({ event }: { event: AgendaDetail }) {
  const { t } = useWords();
  const age = ageWords(event.age, t);
  const audience = event.audience.map((code) => wordFor(t, "audience", code)).join(", ");
  // « Gratuit, dans la limite des places » says it already.
  const saysFree = event.free === true && /^(entrée )?(libre|gratuit)/i.test(event.conditions ?? "");
  return (
    <dl className="facts">
      <Fact name={t.event.who}>
        {audience || t.event.audienceUnknown}
        {age && <>, {age}</>}
        {event.school_levels.length > 0 && <span className="facts__more">{event.school_levels.map((code) => wordFor(t, "school_level", code)).join(", ")}</span>}
      </Fact>
      <Fact name={t.event.price}>
        {!saysFree && (event.free === null ? t.event.priceUnknown : event.free ? t.event.free : t.event.paid)}
        {event.conditions && <span className="facts__more">{event.conditions}</span>}
      </Fact>
      <Fact name={t.event.access}>
        {event.accessibility === null && t.event.accessUnknown}
        {event.accessibility?.length === 0 && t.event.accessNone}
        {event.accessibility && event.accessibility.length > 0 && (
          <ul>{event.accessibility.map((code) => <li key={code}>{wordFor(t, "accessibility", code)}</li>)}</ul>
        )}
      </Fact>
      {event.holder && <Fact name={t.event.organiser}>{event.holder}</Fact>}
      {event.keywords.length > 0 && <Fact name={t.event.keywords}>{event.keywords.join(", ")}</Fact>}
    </dl>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return <div className="facts__fact"><dt>{name}</dt><dd>{children}</dd></div>;
}
