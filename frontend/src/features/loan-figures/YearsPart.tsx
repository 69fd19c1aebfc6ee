import { useQueries } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { loanReport, type LoanReport } from "@/programme/loanReport";
import { Part } from "@/space/kit/Page";
import { Waiting } from "@/ui/LostFlower";
import { Columns } from "@/ui/plots/Columns";
import { Plot } from "@/ui/plots/Plot";
import { toSearch, type Measure } from "./address";
import { useFigureWords } from "./words";

/** As many years as are drawn side by side. */
const MOST = 6;

interface YearsPartProps {
  report: LoanReport;
  lender: string;
  measure: Measure;
}

/** The years one after the other. Each is a report of its own: they come when the page has shown the one asked for. */
export function YearsPart({ report, lender, measure }: YearsPartProps) {
  const { w } = useFigureWords();
  const years = report.years.slice(0, MOST).toSorted((a, b) => a - b);
  const found = useQueries({ queries: years.map((year) => loanReport(lender, year)) });
  if (years.length < 2) return null;
  const reports = found.flatMap(({ data }) => data ?? []);
  const search = (year: number) => toSearch({ year, lender, measure }) as never;
  const link = (year: number) => <Link to="/espace/prets/chiffres" search={search(year)}>{year}</Link>;
  return (
    <Part title={w.yearOnYear}>
      {reports.length < years.length ? <Waiting words={w.loading} /> : (
        <Plot
          title={w.yearOnYearPlot(measure)} tableLabel={w.table}
          table={{
            columns: [w.year, w.lines.loans, w.lines.days_out, w.lines.items_lent, w.lines.use_rate_percent, w.lines.cancelled, w.lines.audience],
            rows: reports.map(({ year, loans }) => ({
              key: String(year),
              cells: [link(year), w.number(loans.loans), w.number(loans.days_out), w.number(loans.items_lent), loans.use_rate_percent === null ? w.unknown : w.percent(loans.use_rate_percent), w.number(loans.cancelled), w.number(loans.audience)],
            })),
          }}
        >
          <Columns
            columns={reports.map(({ year, loans }) => ({ key: String(year), label: String(year), value: measure === "loans" ? loans.loans : loans.days_out }))} summary={w.yearsSummary}
            renderLink={({ key }, drawing) => <Link to="/espace/prets/chiffres" search={search(Number(key))} tabIndex={-1}>{drawing}</Link>}
          />
        </Plot>
      )}
    </Part>
  );
}
