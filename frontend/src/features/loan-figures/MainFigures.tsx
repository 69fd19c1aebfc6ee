import { FiguresTable } from "@/programme/Figures";
import type { LoanFigures, LoanReport } from "./calls";
import { GROUPS, valueOf, type Line } from "./lines";
import { RowsLink } from "./RowsLink";
import { useFigureWords, type FigureWords } from "./words";

interface MainFiguresProps {
  report: LoanReport;
  lender: string;
}

/** The year in one sentence, each number a link. */
export function Headline({ report, lender }: MainFiguresProps) {
  const { w } = useFigureWords();
  const { year, loans } = report;
  const link = { year, lender };
  return (
    <p className="figures__headline">
      {w.inYear(year)}<RowsLink {...link} figure="loans">{w.loans(loans.loans)}</RowsLink> {w.tookOut(loans.loans)} <RowsLink {...link} figure="items_lent">{w.itemsOf(loans.items_lent, loans.items)}</RowsLink>{" "}
      {w.during} <RowsLink {...link} figure="days_out">{w.days(loans.days_out)}</RowsLink>
      {loans.audience > 0 && <>, {w.reaching} <RowsLink {...link} figure="audience">{w.people(loans.audience)}</RowsLink></>}.
    </p>
  );
}

/** The figures of the yearly report, beside those of the year before. */
export function MainFigures({ report, lender }: MainFiguresProps) {
  const { w } = useFigureWords();
  const { year, previous } = report;
  const value = (line: Line, of: LoanFigures | null, when: number) => <Value line={line} value={valueOf(of, line)} year={when} lender={lender} />;
  return (
    <FiguresTable
      caption={w.main} figure={w.figure} year={year} hasBefore={previous !== null}
      groups={GROUPS.map(({ group, lines }) => ({ key: group, title: w.groups[group], lines: lines.map((line) => ({ key: line.key, label: w.lines[line.key], now: value(line, report.loans, year), before: value(line, previous, year - 1) })) }))}
    />
  );
}

function told(value: number, { unit }: Line, w: FigureWords): string {
  if (unit === "percent") return w.percent(value);
  return unit === "euros" ? w.euros(value) : w.number(value);
}

function Value({ line, value, year, lender }: { line: Line; value: number | null; year: number; lender: string }) {
  const { w } = useFigureWords();
  if (value === null) return <>{w.unknown}</>;
  const text = told(value, line, w);
  if (line.opens === null || (value === 0 && line.unit !== "percent")) return <>{text}</>;
  const label = line.opens === "evaluations_missing" ? `${text}. ${w.missing(year)}` : undefined;
  return <RowsLink figure={line.opens} year={year} lender={lender} label={label}>{text}</RowsLink>;
}
