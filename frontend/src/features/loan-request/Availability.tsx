import { Button, Checkbox } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { formatSpan } from "@/lib/dates";
import { unbroken } from "@/lib/text";
import type { Line } from "./basket";
import { check, hasDays, type Check } from "./calls";
import { useRequestWords } from "./words";

/** Reasons that come from others having it, which time may mend; the others are the lender's rules. */
const TAKEN: readonly string[] = ["taken", "hold", "maintenance", "internal_use", "buffer"];
/** Rules that nobody makes an exception to. */
const NEVER: readonly string[] = ["in_the_past", "retired", "not_lent_here", "no_unit"];

interface AvailabilityProps {
  line: Line;
  title: string;
  department: string | null;
  needsFormat: boolean;
  onChange: (part: Partial<Line>) => void;
}

/** Whether the days can be had, said as they are typed; if not why, what is free next, and what one may still ask. */
export function Availability({ line, title, department, needsFormat, onChange }: AvailabilityProps) {
  const { w } = useRequestWords();
  const query = useQuery({ ...check(line, department), enabled: hasDays(line) && !needsFormat });
  const isBackwards = line.starts_on !== "" && line.ends_on !== "" && line.ends_on < line.starts_on;
  const isShown = hasDays(line) && !needsFormat && query.data !== undefined;
  return (
    <div className="request__free" data-free={isShown ? query.data?.is_free : undefined} data-stale={query.isPlaceholderData || undefined}>
      <div role="status">
        {isBackwards && <p>{w.backwards}</p>}
        {hasDays(line) && !needsFormat && query.isPending && <p className="soft">{w.checking}</p>}
        {query.isError && <p className="soft">{w.unreachable}</p>}
        {isShown && query.data && (query.data.is_free ? <p><strong>{w.free}</strong> <span className="soft">{w.freeHint}</span></p> : <WhyNot found={query.data} />)}
      </div>
      {isShown && query.data && !query.data.is_free && <WhatNow found={query.data} line={line} title={title} onChange={onChange} />}
    </div>
  );
}

function WhyNot({ found }: { found: Check }) {
  const { w } = useRequestWords();
  const reasons = [...new Set(found.refusals.map(({ detail }) => unbroken(detail.replaceAll("'", "’"))))];
  return (
    <>
      <p><strong>{w.notFree}</strong></p>
      <ul>{reasons.slice(0, 4).map((detail) => <li key={detail}>{detail}</li>)}</ul>
    </>
  );
}

interface WhatNowProps {
  found: Check;
  line: Line;
  title: string;
  onChange: (part: Partial<Line>) => void;
}

function WhatNow({ found, line, title, onChange }: WhatNowProps) {
  const { w, lang } = useRequestWords();
  const { next_free: next, refusals } = found;
  const codes = refusals.map(({ code }) => code as string);
  const isByRules = codes.some((code) => !TAKEN.includes(code));
  const isFinal = codes.some((code) => NEVER.includes(code));
  const span = next && formatSpan(next.starts_on, next.ends_on, lang);
  return (
    <div className="request__now">
      {next && span ? (
        <p className="request__next">
          <span>{w.nextFree(span)}</span>
          <Button size="xs" aria-label={w.takeOf(span, title)} onClick={() => onChange({ starts_on: next.starts_on, ends_on: next.ends_on, waitlist_if_taken: false, as_exception: false })}>{w.take}</Button>
        </p>
      ) : !isFinal && <p className="soft">{w.noNext}</p>}
      {!isByRules && codes.length > 0 && <Checkbox label={w.waitlist} description={w.waitlistHint} checked={line.waitlist_if_taken} onChange={({ currentTarget }) => onChange({ waitlist_if_taken: currentTarget.checked })} />}
      {isByRules && !isFinal && !codes.some((code) => TAKEN.includes(code)) && <Checkbox label={w.exception} description={w.exceptionHint} checked={line.as_exception} onChange={({ currentTarget }) => onChange({ as_exception: currentTarget.checked })} />}
    </div>
  );
}
