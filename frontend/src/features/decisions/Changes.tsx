import { Button } from "@mantine/core";
import { useEffect, useRef } from "react";
import { formatAmount } from "@/lib/amounts";
import type { Lang } from "@/lib/i18n";
import type { Problem } from "@/lib/problem";
import type { Decision } from "./calls";
import { useDecisionWords } from "./words";

interface Difference {
  application_id: string | null;
  number: number | null;
  title: string | null;
  field: string;
  before: unknown;
  after: unknown;
}

/** The batch is no longer what was read: what differs, line by line. */
export function Changes({ problem, onAgain }: { problem: Problem; onAgain: () => Promise<void> }) {
  const { w } = useDecisionWords();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  const found = (problem.body.differences ?? []) as Difference[];
  return (
    <div className="trouble" role="alert" tabIndex={-1} ref={box}>
      <strong>{w.changedTitle}</strong>
      <p>{w.changedText}</p>
      <ul>{found.map((each) => <li key={`${each.application_id}${each.field}`}><OneChange difference={each} /></li>)}</ul>
      <div><Button variant="filled" onClick={() => void onAgain()}>{w.reread}</Button></div>
    </div>
  );
}

function OneChange({ difference: { number, title, field, before, after } }: { difference: Difference }) {
  const { w, lang } = useDecisionWords();
  const name = (w.fields as Record<string, string>)[field] ?? field;
  const what = number === null ? w.theBatch : `${w.numberOf(number)}${title ? `, ${title}` : ""}`;
  const said = (value: unknown) => spoken(value, field, w.decisions, lang) || w.empty;
  const how = field === "item" ? (before === null ? w.cameIn : w.wentOut) : field === "mail" || field === "letter" ? `${name} ${w.readsOtherwise}` : `${name} ${w.arrow(said(before), said(after))}`;
  return <>{what}{" : "}{how}</>;
}

function spoken(value: unknown, field: string, decisions: Record<Decision, string>, lang: Lang): string {
  if (value === null || value === undefined) return "";
  if (field === "amount_cents") return formatAmount(Number(value), lang);
  if (field === "decision") return decisions[value as Decision] ?? String(value);
  return Array.isArray(value) ? value.join(", ") : String(value);
}
