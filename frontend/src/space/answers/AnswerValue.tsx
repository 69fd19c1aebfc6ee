import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { communes } from "@/api/queries";
import { formatAmount, formatNumber } from "@/lib/amounts";
import { formatClock, formatDay } from "@/lib/dates";
import { safeUrl } from "@/lib/text";
import { formatDate, inParis } from "@/space/kit/moments";
import { DataTable } from "@/space/kit/DataTable";
import { useAnswerWords } from "./answerWords";
import { isFilled, isObject, shownRowFields, type Answers, type Field, type RowField } from "./shown";

interface ValueProps {
  field: Field | RowField;
  value: unknown;
  /** The other answers: what a row shows may hang on them. */
  answers: Answers;
}

/** One answer, as its field's type says. What is not of that type (a form of long ago) is shown as it is written. */
export function AnswerValue({ field, value, answers }: ValueProps) {
  const { w, lang } = useAnswerWords();
  const option = (one: unknown) => field.options?.find((each) => each.value === one)?.label ?? String(one);
  if (!isFilled(value)) return <span className="soft">{w.empty}</span>;
  switch (field.type) {
    case "boolean": return <>{value === true ? w.yes : w.no}</>;
    case "amount": return <>{typeof value === "number" ? formatAmount(value, lang) : String(value)}</>;
    case "integer": case "decimal": return <>{typeof value === "number" ? formatNumber(value, lang) : String(value)}</>;
    case "date": return <>{typeof value === "string" ? formatDate(value, lang) : String(value)}</>;
    case "choice": return <>{option(value)}</>;
    case "choices": return <>{Array.isArray(value) ? value.map(option).join(", ") : String(value)}</>;
    case "commune": return <CommuneName insee={String(value)} />;
    case "organisation": return <>{isObject(value) ? String(value["name"] ?? "") : String(value)}</>;
    case "email": return <a href={`mailto:${String(value)}`}>{String(value)}</a>;
    case "phone": return <a href={`tel:${String(value).replaceAll(/[^+\d]/g, "")}`}>{String(value)}</a>;
    case "url": return <WebAddress text={String(value)} />;
    case "address": return <AddressLines value={value} />;
    case "sessions": return <SessionLines rows={rowsOf(value)} label={field.label} />;
    case "repetition": return <Rows field={field as Field} rows={rowsOf(value)} answers={answers} />;
    default: return <Plain value={value} />;
  }
}

const rowsOf = (value: unknown) => (Array.isArray(value) ? value.filter((row): row is Record<string, unknown> => isObject(row) && isFilled(row)) : []);

/** A value of which the form says nothing: texts, numbers, and what holds them. */
export function Plain({ value }: { value: unknown }) {
  const { w } = useAnswerWords();
  return <span className="answer__text">{plainText(value, w)}</span>;
}

/** The same as one text, for a difference or a list. */
export function plainText(value: unknown, w: { yes: string; no: string; empty: string }): string {
  if (!isFilled(value)) return w.empty;
  if (typeof value === "boolean") return value ? w.yes : w.no;
  if (Array.isArray(value)) return value.map((each) => plainText(each, w)).join(", ");
  if (isObject(value)) return Object.values(value).filter(isFilled).map((each) => plainText(each, w)).join(" · ");
  return String(value);
}

/** The name of a commune by its INSEE code; the code itself outside the territory. */
export function CommuneName({ insee }: { insee: string }) {
  const found = useQuery(communes(insee)).data?.find((each) => each.insee === insee);
  return <>{found ? `${found.name} (${found.department})` : insee}</>;
}

function WebAddress({ text }: { text: string }) {
  const href = safeUrl(text);
  return href ? <a href={href} rel="noopener noreferrer nofollow">{text}</a> : <>{text}</>;
}

function AddressLines({ value }: { value: unknown }) {
  if (!isObject(value)) return <>{String(value)}</>;
  const city = [value["postal_code"], value["city"]].filter(isFilled).join(" ");
  return <span className="answer__text">{[value["street"], city].filter(isFilled).join("\n")}</span>;
}

/** « samedi 2 octobre 2027, de 14 h à 18 h », in French time. */
export function SlotWords({ start, end }: { start: unknown; end: unknown }) {
  const { w, lang } = useAnswerWords();
  const [from, to] = [start, end].map((each) => (typeof each === "string" && !Number.isNaN(Date.parse(each)) ? inParis(each) : null));
  if (!from || !to) return <>{w.empty}</>;
  const day = (text: string) => formatDay(text, lang, { year: true });
  if (from.day === to.day) return <>{w.from(day(from.day), formatClock(from.clock, lang), formatClock(to.clock, lang))}</>;
  const moment = ({ day: on, clock }: { day: string; clock: string }) => `${formatDay(on, lang, { weekday: false, year: true })} (${formatClock(clock, lang)})`;
  return <>{w.fromTo(moment(from), moment(to))}</>;
}

function SessionLines({ rows, label }: { rows: Record<string, unknown>[]; label: string }) {
  const { w } = useAnswerWords();
  return (
    <ul role="list" className="answer__sessions" aria-label={w.sessions(label)}>
      {rows.map((row, index) => {
        const audience = Array.isArray(row["audience"]) ? row["audience"].map((each) => w.audience[String(each)] ?? String(each)) : [];
        const capacity = typeof row["capacity"] === "number" ? w.seats(row["capacity"]) : null;
        const more = [row["venue"], audience.join(", "), capacity].filter(isFilled).join(" · ");
        return (
          <li key={index}>
            <span className="answer__when"><SlotWords start={row["starts_at"]} end={row["ends_at"]} /></span>
            {(more || isFilled(row["commune"])) && <span className="soft">{isFilled(row["commune"]) && <><CommuneName insee={String(row["commune"])} />{more && " · "}</>}{more}</span>}
          </li>
        );
      })}
    </ul>
  );
}

interface Line {
  row: Record<string, unknown>;
  index: number;
}

/** The rows of a repetition: a table with the sum of its amounts. */
function Rows({ field, rows, answers }: { field: Field; rows: Record<string, unknown>[]; answers: Answers }) {
  const { w, lang } = useAnswerWords();
  const all = field.fields ?? [];
  const shown = rows.map((row) => shownRowFields(all, row, answers).map(({ id }) => id));
  const columns = all.filter(({ id }) => rows.some((row, index) => shown[index]?.includes(id) && isFilled(row[id])));
  const amounts = columns.filter(({ type }) => type === "amount");
  const shownIn = ({ row, index }: Line, each: RowField): ReactNode => (
    shown[index]?.includes(each.id) && isFilled(row[each.id]) ? <AnswerValue field={each} value={row[each.id]} answers={answers} /> : "–"
  );
  const sum = (id: string) => rows.reduce((total, row, index) => total + (shown[index]?.includes(id) && typeof row[id] === "number" ? (row[id] as number) : 0), 0);
  return (
    <div className="answer__rows">
      <DataTable
        caption={field.label} rows={rows.map((row, index) => ({ row, index }))} rowKey={({ index }) => String(index)}
        columns={columns.map((each) => ({ key: each.id, label: each.label, cell: (line: Line) => shownIn(line, each) }))}
      />
      {rows.length > 1 && amounts.map(({ id, label }) => <p key={id} className="answer__total">{amounts.length > 1 ? `${w.total}, ${w.ofLabel(label)}` : w.ofLabel(w.total)} <strong>{formatAmount(sum(id), lang)}</strong></p>)}
    </div>
  );
}
