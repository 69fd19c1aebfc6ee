import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { todayInParis } from "@/lib/dates";
import { CountingRules, FiguresTable } from "@/programme/Figures";
import { hasRole, useMe } from "@/space/kit/me";
import { OneOf } from "@/space/kit/OneOf";
import { Page, Part } from "@/space/kit/Page";
import { Loaded, NotAllowed, NothingYet } from "@/space/kit/States";
import { memberReport, workbookAddress, type MemberReport } from "./calls";
import { Course, Parts } from "./Plots";
import { GROUPS, readAsked, toSearch, type Line } from "./lines";
import { RowsLink } from "./RowsLink";
import { useFigureWords } from "./words";

/** A year of the association: every number opens its rows, every plot has its table. */
export function FiguresPage() {
  const { w } = useFigureWords();
  const mayRead = hasRole(useMe(), "secretary", "treasurer", "administrator");
  return <Page title={w.title} lead={<p>{w.lead}</p>}>{mayRead ? <Year /> : <NotAllowed />}</Page>;
}

function Year() {
  const { w } = useFigureWords();
  const navigate = useNavigate();
  const present = Number(todayInParis().slice(0, 4));
  const year = readAsked(useSearch({ strict: false }) as Record<string, unknown>).year ?? present;
  const query = useQuery({ ...memberReport(year), placeholderData: keepPreviousData });
  return (
    <Loaded query={query} waiting={w.loading}>
      {(found) => (
        <div className="figures" aria-busy={query.isPlaceholderData}>
          <div className="figures__choices">
            <OneOf label={w.years} values={[...new Set([...found.years, year])].toSorted((a, b) => b - a).slice(0, 6)} value={year} wordOf={String} onChoose={(each) => void navigate({ to: "/espace/association/chiffres", resetScroll: false, search: toSearch({ year: each }) as never })} />
            <a className="button" href={workbookAddress(year)} download aria-label={w.xlsxOf(year)}>{w.xlsx}</a>
          </div>
          <Counted found={found} present={present} />
        </div>
      )}
    </Loaded>
  );
}

function Counted({ found, present }: { found: MemberReport; present: number }) {
  const { w } = useFigureWords();
  const { year, members, departures } = found;
  if (found.years.length === 0) return <NothingYet><p>{w.none(year)}</p></NothingYet>;
  return (
    <>
      <p className="figures__headline">{w.headline(year, members.members, members.new_members, departures.total)}</p>
      {year >= present && <p className="soft">{w.soFar}</p>}
      <Part title={w.main}><MainFigures report={found} /></Part>
      <Part title={w.parts}><Parts report={found} /></Part>
      <Part title={w.course}><Course report={found} /></Part>
      <CountingRules title={w.rules(found.rules.version)} texts={found.rules.texts} names={{ ...w.plots, ...w.lines, ...w.ruleNames }} />
    </>
  );
}

/** The figures of the yearly report, beside those of the year before. */
function MainFigures({ report }: { report: MemberReport }) {
  const { w } = useFigureWords();
  const { year, previous } = report;
  return (
    <FiguresTable
      caption={w.main} figure={w.figure} year={year} hasBefore={previous !== null}
      groups={GROUPS.map(({ group, lines }) => ({
        key: group, title: w.groups[group],
        lines: lines.map((line) => ({
          key: line.key, label: w.lines[line.key], now: <Value line={line} value={line.now(report)} year={year} />,
          before: previous && line.before && <Value line={line} value={line.before(previous)} year={year - 1} />,
        })),
      }))}
    />
  );
}

function Value({ line, value, year }: { line: Line; value: number; year: number }) {
  const { w } = useFigureWords();
  const text = line.unit === "euros" ? w.euros(value) : w.number(value);
  return line.opens && value > 0 ? <RowsLink figure={line.opens.figure} value={line.opens.value} year={year}>{text}</RowsLink> : <>{text}</>;
}
