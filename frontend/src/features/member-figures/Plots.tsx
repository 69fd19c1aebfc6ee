import { Link } from "@tanstack/react-router";
import { Bars } from "@/ui/plots/Bars";
import { Columns } from "@/ui/plots/Columns";
import { Plot } from "@/ui/plots/Plot";
import type { Breakdown, MemberReport } from "./calls";
import { BREAKDOWNS, toSearch } from "./lines";
import { RowsLink } from "./RowsLink";
import { useLabels } from "./useLabels";
import { useFigureWords } from "./words";

/** Who the members are: by college, department, kind and fee. */
export function Parts({ report }: { report: MemberReport }) {
  const [college, department, kind, category] = BREAKDOWNS.map((figure) => <PartBars key={figure} report={report} figure={figure} />);
  return (
    <>
      <div className="figures__pair">{college}{category}</div>
      <div className="figures__pair">{department}{kind}</div>
    </>
  );
}

function PartBars({ report, figure }: { report: MemberReport; figure: Breakdown }) {
  const { w } = useFigureWords();
  const label = useLabels();
  const { year } = report;
  const parts = report[figure];
  const { part, members, arrivals, departures } = w.columns;
  return (
    <Plot
      title={w.plots[figure]} tableLabel={w.table}
      table={{
        columns: [part, members, arrivals, departures],
        rows: parts.map((each) => ({ key: each.value, cells: [label(figure, each.value), w.number(each.members), w.number(each.arrivals), w.number(each.departures)] })),
      }}
    >
      <Bars
        label={w.plots[figure]} bars={parts.map((each) => ({ key: each.value, label: label(figure, each.value), value: each.members, told: w.members(each.members) }))}
        renderLink={({ key, value }, name) => (value > 0 ? <RowsLink figure={figure} value={key} year={year}>{name}</RowsLink> : name)}
      />
    </Plot>
  );
}

const yearLink = (year: number) => <Link to="/espace/association/chiffres" search={toSearch({ year }) as never}>{year}</Link>;

/** Ten years side by side: members, then what was received of what was called. */
export function Course({ report: { course } }: { report: MemberReport }) {
  const { w } = useFigureWords();
  if (course.length < 2) return null;
  const paid = course.filter((each) => each.called_eur > 0);
  const { year, members, arrivals, departures } = w.columns;
  return (
    <div className="figures__pair">
      <Plot
        title={w.coursePlot} tableLabel={w.table}
        table={{ columns: [year, members, arrivals, departures], rows: course.map((each) => ({ key: String(each.year), cells: [yearLink(each.year), w.number(each.members), w.number(each.arrivals), w.number(each.departures)] })) }}
      >
        <Columns columns={course.map((each) => ({ key: String(each.year), label: String(each.year), value: each.members }))} summary={w.courseSummary} />
      </Plot>
      {paid.length > 0 && (
        <Plot
          title={w.feesPlot} tableLabel={w.table} legend={[{ mark: "now", label: w.received }, { mark: "before", label: w.called }]}
          table={{ columns: [year, w.called, w.received], rows: paid.map((each) => ({ key: String(each.year), cells: [yearLink(each.year), w.euros(each.called_eur), w.euros(each.received_eur)] })) }}
        >
          <Columns columns={paid.map((each) => ({ key: String(each.year), label: String(each.year), value: each.received_eur, before: each.called_eur }))} summary={w.feesSummary} />
        </Plot>
      )}
    </div>
  );
}
