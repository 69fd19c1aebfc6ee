import { Select } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { todayInParis } from "@/lib/dates";
import { Problem } from "@/lib/problem";
import { CountingRules } from "@/programme/Figures";
import { AGENCY, loanReport } from "@/programme/loanReport";
import { useMe } from "@/space/kit/me";
import { formatDate } from "@/space/kit/moments";
import { OneOf } from "@/space/kit/OneOf";
import { Page, Part } from "@/space/kit/Page";
import { Loaded, NotAllowed, NothingYet } from "@/space/kit/States";
import { defaultYear, lendersOf, readAsked, toSearch, type Asked, type LenderChoice, type Measure } from "./address";
import { Breakdowns } from "./Breakdowns";
import { workbookAddress, type LoanReport } from "./calls";
import { Headline, MainFigures } from "./MainFigures";
import { useFigureWords } from "./words";
import { YearsPart } from "./YearsPart";

const MEASURES: readonly Measure[] = ["loans", "days"];

/** The figures of a year of loans: every number opens its rows, every plot has its table. */
export function FiguresPage() {
  const { w } = useFigureWords();
  const lenders = lendersOf(useMe());
  const asked = readAsked(useSearch({ strict: false }) as Record<string, unknown>);
  const lender = asked.lender ?? lenders[0]?.id;
  return (
    <Page title={w.title} lead={<p>{w.lead}</p>}>
      {lender ? <Year asked={asked} lender={lender} lenders={lenders} /> : <NotAllowed />}
    </Page>
  );
}

function Year({ asked, lender, lenders }: { asked: Asked; lender: string; lenders: readonly LenderChoice[] }) {
  const { w } = useFigureWords();
  const navigate = useNavigate();
  const present = Number(todayInParis().slice(0, 4));
  const first = useQuery(loanReport(lender, asked.year ?? present));
  const year = asked.year ?? (first.data ? defaultYear(first.data.years, present) : present);
  const query = useQuery({ ...loanReport(lender, year), placeholderData: keepPreviousData });
  const before = useQuery({ ...loanReport(lender, year - 1), enabled: query.data?.years.includes(year - 1) ?? false });
  const go = (next: Partial<Asked>) => void navigate({ to: "/espace/prets/chiffres", resetScroll: false, search: toSearch({ year: asked.year, lender: asked.lender, measure: asked.measure, ...next }) as never });
  if (first.error instanceof Problem && first.error.status === 404) {
    return <NothingYet><p>{w.notYours}</p><Link className="button" to="/espace/prets/chiffres" search={{} as never}>{w.yours}</Link></NothingYet>;
  }
  return (
    <Loaded query={query} waiting={w.loading}>
      {(found) => (
        <div className="figures" aria-busy={query.isPlaceholderData}>
          <Choices found={found} asked={asked} year={year} lender={lender} lenders={lenders} onGo={go} />
          <Counted found={found} before={before.data?.year === found.year - 1 ? before.data : null} lender={lender} measure={asked.measure} present={present} />
        </div>
      )}
    </Loaded>
  );
}

interface ChoicesProps {
  found: LoanReport;
  asked: Asked;
  year: number;
  lender: string;
  lenders: readonly LenderChoice[];
  onGo: (next: Partial<Asked>) => void;
}

function Choices({ found, asked, year, lender, lenders, onGo }: ChoicesProps) {
  const { w } = useFigureWords();
  const years = [...new Set([...found.years, year])].toSorted((a, b) => b - a);
  const known = lenders.some(({ id }) => id === lender) ? lenders : [...lenders, { id: lender, name: found.lender.name }];
  return (
    <div className="figures__choices">
      {known.length > 1 && (
        <Select label={w.lender} value={lender} data={known.map(({ id, name }) => ({ value: id, label: name ?? (id === AGENCY ? found.lender.id === null ? found.lender.name : w.agency : id) }))} onChange={(id) => id && onGo({ lender: id, year: null })} searchable={known.length > 8} />
      )}
      <OneOf label={w.years} values={years.slice(0, 6)} value={year} wordOf={String} onChoose={(each) => onGo({ year: each })} />
      <OneOf label={w.measure} values={MEASURES} value={asked.measure} wordOf={(each) => w.measures[each]} onChoose={(each) => onGo({ measure: each })} />
      <a className="button" href={workbookAddress(lender, year)} download aria-label={w.xlsxOf(year)}>{w.xlsx}</a>
    </div>
  );
}

interface CountedProps {
  found: LoanReport;
  before: LoanReport | null;
  lender: string;
  measure: Measure;
  present: number;
}

function Counted({ found, before, lender, measure, present }: CountedProps) {
  const { w, lang } = useFigureWords();
  const { year, loans } = found;
  return (
    <>
      {loans.loans > 0 ? <Headline report={found} lender={lender} /> : <NothingYet><p><strong>{w.noLoans(year)}</strong></p><p>{w.noLoansText}</p></NothingYet>}
      {year === present && <p className="soft">{w.soFar(formatDate(found.counted_at, lang))}</p>}
      {year > present && <p className="soft">{w.ahead}</p>}
      <Part title={w.main}><MainFigures report={found} lender={lender} /></Part>
      {loans.loans > 0 && <Breakdowns report={found} before={before} lender={lender} measure={measure} />}
      <YearsPart report={found} lender={lender} measure={measure} />
      <CountingRules title={w.rules(found.rules.version)} texts={found.rules.texts} names={{ ...w.plots, ...w.lines }} />
    </>
  );
}
