import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { Part as Section } from "@/space/kit/Page";
import { Bars } from "@/ui/plots/Bars";
import { Columns } from "@/ui/plots/Columns";
import { Plot, type LegendEntry, type PlotTable } from "@/ui/plots/Plot";
import { Strip } from "@/ui/plots/Strip";
import type { Measure } from "./address";
import type { LoanReport, Part } from "./calls";
import type { Split } from "./lines";
import { RowsLink } from "./RowsLink";
import { monthName, useLabels } from "./useLabels";
import { useFigureWords } from "./words";

interface BreakdownsProps {
  report: LoanReport;
  /** The year before, whole, where it holds loans. */
  before: LoanReport | null;
  lender: string;
  measure: Measure;
}

type Broken = "by_month" | "by_department" | "by_kind" | "by_channel" | "by_theme";

/** The year taken apart: over time, by place and borrower, by item, by what is said. */
export function Breakdowns(props: BreakdownsProps) {
  const { w } = useFigureWords();
  return (
    <>
      <Section title={w.overTime}><Months {...props} /></Section>
      <Section title={w.where}>
        <div className="figures__pair"><PartBars {...props} figure="by_department" /><ChannelStrip {...props} /></div>
        <PartBars {...props} figure="by_kind" />
      </Section>
      <Section title={w.which}>
        <PartBars {...props} figure="by_theme" note={w.themeNote} />
        <div className="figures__pair"><CountStrip {...props} figure="items_by_category" counts={props.report.loans.items_by_category} before={props.report.previous?.items_by_category} /><TopItems {...props} /></div>
      </Section>
      {props.report.loans.evaluations > 0 && (
        <Section title={w.said} actions={<Link className="button" to="/espace/prets/evaluations" search={{ annee: String(props.report.year) } as never}>{w.toEvaluations}</Link>}>
          <div className="figures__pair">
            <CountStrip {...props} figure="satisfaction" counts={props.report.loans.satisfaction} before={props.report.previous?.satisfaction} />
            <CountStrip {...props} figure="audience_method" counts={props.report.loans.audience_method} before={props.report.previous?.audience_method} />
          </div>
        </Section>
      )}
    </>
  );
}

/** What both years say, for a table behind a plot. */
function useTable({ report, before, lender }: BreakdownsProps, figure: Broken, head: string): PlotTable {
  const { w } = useFigureWords();
  const label = useLabels();
  const old = new Map(before?.[figure].map((part) => [part.value, part]));
  const year = (n: number, column: string) => (before ? `${column} ${n}` : column);
  const { loans, days, borrowers } = w.columns;
  return {
    columns: [head, year(report.year, loans), year(report.year, days), year(report.year, borrowers), ...(before ? [year(before.year, loans), year(before.year, days)] : [])],
    rows: report[figure].map((part) => ({
      key: part.value,
      cells: [
        label(figure, part.value),
        part.loans > 0 ? <RowsLink key="loans" figure={figure} value={part.value} year={report.year} lender={lender}>{w.number(part.loans)}</RowsLink> : "0",
        w.number(part.days), w.number(part.borrowers),
        ...(before ? [w.number(old.get(part.value)?.loans ?? 0), w.number(old.get(part.value)?.days ?? 0)] : []),
      ],
    })),
  };
}

function legendOf({ report, before }: BreakdownsProps): LegendEntry[] {
  return [{ mark: "now", label: String(report.year) }, ...(before ? [{ mark: "before" as const, label: String(before.year) }] : [])];
}

function Months(props: BreakdownsProps) {
  const { w, lang } = useFigureWords();
  const { report, before, lender, measure } = props;
  const table = useTable(props, "by_month", w.month);
  const most = report.by_month.reduce((best, each) => (each[measure] > best[measure] ? each : best));
  return (
    <Plot title={w.plots.by_month} tableLabel={w.table} table={table} legend={legendOf(props)}>
      <Columns
        columns={report.by_month.map((part, place) => ({ key: part.value, label: monthName(Number(part.value), lang, "narrow"), value: part[measure], before: before?.by_month[place]?.[measure] }))}
        summary={w.monthSummary(report.year, monthName(Number(most.value), lang), w[measure](most[measure]))}
        renderLink={({ key }, drawing) => <RowsLink figure="by_month" value={key} year={report.year} lender={lender} pointerOnly>{drawing}</RowsLink>}
      />
    </Plot>
  );
}

function PartBars({ figure, note, ...props }: BreakdownsProps & { figure: "by_department" | "by_kind" | "by_theme"; note?: ReactNode }) {
  const { w } = useFigureWords();
  const label = useLabels();
  const { report, before, lender, measure } = props;
  const heads = { by_department: w.department, by_kind: w.kind, by_theme: w.plots.by_theme };
  const table = useTable(props, figure, heads[figure]);
  const old = new Map(before?.[figure].map((part) => [part.value, part[measure]]));
  const parts = report[figure].toSorted((a: Part, b: Part) => b[measure] - a[measure]);
  return (
    <Plot title={w.plots[figure]} note={note} tableLabel={w.table} table={table} legend={legendOf(props)}>
      <Bars
        label={w.plots[figure]}
        bars={parts.map((part) => ({
          key: part.value, label: label(figure, part.value), value: part[measure], told: w[measure](part[measure]),
          ...(before && { before: old.get(part.value) ?? 0 }), ...(figure === "by_theme" && { bloom: part.value }),
        }))}
        renderLink={({ key }, name) => (report[figure].find(({ value }) => value === key)?.loans ? <RowsLink figure={figure} value={key} year={report.year} lender={lender}>{name}</RowsLink> : name)}
      />
    </Plot>
  );
}

function ChannelStrip(props: BreakdownsProps) {
  const { w } = useFigureWords();
  const label = useLabels();
  const { report, lender, measure } = props;
  const table = useTable(props, "by_channel", w.channel);
  return (
    <Plot title={w.plots.by_channel} tableLabel={w.table} table={table}>
      <Strip
        label={w.plots.by_channel} shares={report.by_channel.map((part) => ({ key: part.value, label: label("by_channel", part.value), value: part[measure] }))}
        told={(value, whole) => `${w[measure](value)} · ${w.percent(Math.round((100 * value) / (whole || 1)))}`}
        renderLink={({ key }, name) => <RowsLink figure="by_channel" value={key} year={report.year} lender={lender}>{name}</RowsLink>}
      />
    </Plot>
  );
}

type CountStripProps = Omit<BreakdownsProps, "before" | "measure"> & { figure: Split; counts: Record<string, number>; before: Record<string, number> | undefined };

function CountStrip({ report, lender, figure, counts, before }: CountStripProps) {
  const { w } = useFigureWords();
  const label = useLabels();
  const link = (value: string, n: number, text: ReactNode) => (n > 0 ? <RowsLink figure={figure} value={value} year={report.year} lender={lender}>{text}</RowsLink> : text);
  const entries = Object.entries(counts);
  const table = {
    columns: [w.plots[figure], String(report.year), ...(before ? [String(report.year - 1)] : [])],
    rows: entries.map(([value, n]) => ({ key: value, cells: [label(figure, value), link(value, n, w.number(n)), ...(before ? [w.number(before[value] ?? 0)] : [])] })),
  };
  return (
    <Plot title={w.plots[figure]} tableLabel={w.table} table={table}>
      <Strip
        label={w.plots[figure]} shares={entries.map(([key, value]) => ({ key, label: label(figure, key), value }))}
        told={(value, whole) => `${w.number(value)} · ${w.percent(Math.round((100 * value) / (whole || 1)))}`} renderLink={({ key, value }, name) => link(key, value, name)}
      />
    </Plot>
  );
}

function TopItems({ report, lender }: BreakdownsProps) {
  const { w } = useFigureWords();
  if (report.top_items.length === 0) return null;
  const link = (id: string, text: ReactNode) => <RowsLink figure="top_items" value={id} year={report.year} lender={lender}>{text}</RowsLink>;
  return (
    <Plot title={w.plots.top_items} tableLabel={w.table} table={{ columns: [w.item, w.columns.loans], rows: report.top_items.map(({ item_id: id, title, loans }) => ({ key: id, cells: [title, link(id, w.number(loans))] })) }}>
      <Bars label={w.plots.top_items} bars={report.top_items.map(({ item_id: key, title: label, loans }) => ({ key, label, value: loans, told: w.loans(loans) }))} renderLink={({ key }, name) => link(key, name)} />
    </Plot>
  );
}
