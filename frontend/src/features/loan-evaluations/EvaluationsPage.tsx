import { Button, Select } from "@mantine/core";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { todayInParis } from "@/lib/dates";
import { useLendingWords } from "@/programme/lendingWords";
import { AGENCY, loanReport } from "@/programme/loanReport";
import { hasRole, useMe } from "@/space/kit/me";
import { OneOf } from "@/space/kit/OneOf";
import { Page, Part } from "@/space/kit/Page";
import { Loaded, NothingYet } from "@/space/kit/States";
import { AnswersPart } from "./AnswersPart";
import { evaluationCounts, evaluationPages, EVALUATION_STATES, SATISFACTIONS, type Evaluation, type EvaluationFilters } from "./calls";
import { EvaluationLine } from "./EvaluationLine";
import { useEvaluationWords } from "./words";
import "./evaluations.css";

const YEARS = 4;
/** Fewer answers are read one by one. */
const FEW = 3;

/** What the address asks: `?annee=2026&etat=asked&satisfaction=satisfied`; the year is the present one, unless it says « toutes ». */
function useFilters() {
  const navigate = useNavigate();
  const search = useSearch({ strict: false }) as Record<string, unknown>;
  const present = Number(todayInParis().slice(0, 4));
  const asked = String(search.annee ?? "");
  const year = asked === "toutes" ? null : /^(19[9]\d|2[01]\d\d)$/.test(asked) ? Number(asked) : present;
  const filters: EvaluationFilters = {
    year, state: EVALUATION_STATES.find((each) => each === search.etat) ?? "answered", satisfaction: SATISFACTIONS.find((each) => each === search.satisfaction) ?? "",
  };
  const go = (next: Partial<EvaluationFilters>) => {
    const { year: to, state, satisfaction } = { ...filters, ...next };
    void navigate({
      to: "/espace/prets/evaluations", resetScroll: false,
      search: { annee: to === null ? "toutes" : to === present ? undefined : String(to), etat: state === "answered" ? undefined : state, satisfaction: (state === "answered" && satisfaction) || undefined } as never,
    });
  };
  return { filters, present, go };
}

/** The questionnaires of loans that are back: the response rate, what was answered, who was reminded. */
export function EvaluationsPage() {
  const { w } = useEvaluationWords();
  const { filters, present, go } = useFilters();
  const words = useLendingWords();
  const pages = useInfiniteQuery(evaluationPages(filters));
  const items = pages.data?.pages.flatMap((page) => page.items) ?? [];
  const total = pages.data?.pages[0]?.total ?? 0;
  const years = Array.from({ length: YEARS }, (_, back) => present - back);
  return (
    <Page title={w.title} lead={<p>{w.lead}</p>}>
      <div className="evaluations__choices">
        <OneOf label={w.years} values={[...years.map(String), "toutes"]} value={filters.year === null ? "toutes" : String(filters.year)} wordOf={(each) => (each === "toutes" ? w.everyYear : each)} onChoose={(each) => go({ year: each === "toutes" ? null : Number(each) })} />
        <OneOf label={w.state} values={EVALUATION_STATES} value={filters.state} wordOf={(each) => w.states[each]} onChoose={(state) => go({ state })} />
        {filters.state === "answered" && (
          <Select label={w.satisfaction} value={filters.satisfaction || null} placeholder={w.anySatisfaction} clearable data={SATISFACTIONS.map((value) => ({ value, label: words.satisfaction[value] }))} onChange={(value) => go({ satisfaction: (value as EvaluationFilters["satisfaction"]) ?? "" })} />
        )}
      </div>
      <Rate year={filters.year} />
      {filters.state === "answered" && filters.satisfaction === "" && total >= FEW && <AnswersPart answers={pages.data!.pages[0]!.answers} />}
      <Part title={w.states[filters.state]}>
        <Loaded<Evaluation[]> query={{ ...pages, data: pages.data && items } as never} waiting={w.loading}>
          {() => (items.length === 0 ? <NothingYet><p>{w.none[filters.state]}</p></NothingYet> : (
            <>
              <p className="soft" role="status">{w.found(total)}</p>
              <ul role="list" className="lines" aria-label={w.states[filters.state]}>{items.map((each) => <EvaluationLine key={each.loan_id} evaluation={each} />)}</ul>
            </>
          ))}
        </Loaded>
        {pages.hasNextPage && <div><Button aria-disabled={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>{w.more}</Button></div>}
      </Part>
    </Page>
  );
}

/** The rate of the yearly report, for whoever lends; what was asked for through here, for the others. */
function Rate({ year }: { year: number | null }) {
  const { w } = useEvaluationWords();
  const lends = hasRole(useMe(), "lender", "administrator");
  const found = useQuery({ ...loanReport(AGENCY, year ?? 0), enabled: lends && year !== null });
  const counts = useQuery({ ...evaluationCounts(year), enabled: !lends || year === null }).data;
  if (lends && year !== null) {
    if (!found.data) return null;
    const { evaluations, evaluation_rate_percent: rate } = found.data.loans;
    if (rate === null) return <p>{w.rateNone(year)}</p>;
    return (
      <div className="evaluations__rate">
        <p><strong className="evaluations__share">{w.rate(rate)}</strong> {w.rateText(evaluations, year)}</p>
        <p className="soft">{w.reminders}</p>
        <p>
          <Link to="/espace/prets/chiffres/$figure" params={{ figure: "evaluations_missing" }} search={{ annee: String(year) } as never}>{w.missing}</Link>
          {" · "}
          <Link to="/espace/prets/chiffres" search={{ annee: String(year) } as never}>{w.toFigures}</Link>
        </p>
      </div>
    );
  }
  return counts && counts.total > 0 ? <p>{w.rateHere(counts.answered, counts.total)}</p> : null;
}
