import { capital } from "@/lib/text";
import { useLendingWords } from "@/programme/lendingWords";
import { Part } from "@/space/kit/Page";
import { Bars } from "@/ui/plots/Bars";
import { Plot } from "@/ui/plots/Plot";
import { Strip } from "@/ui/plots/Strip";
import type { Evaluations } from "./calls";
import { useEvaluationWords } from "./words";

type Counts = Evaluations["answers"];
type Question = keyof Counts;

const SATISFIED: readonly Question[] = ["satisfaction", "satisfaction_welcome", "satisfaction_logistics"];
const LISTED: readonly Question[] = ["audience_types", "how_known"];

/** What the answers say together: how content people are, how they heard of us, whom they welcomed. */
export function AnswersPart({ answers }: { answers: Counts }) {
  const { w } = useEvaluationWords();
  const words = useLendingWords();
  return (
    <Part title={w.together}>
      <div className="evaluations__plots">
        {SATISFIED.map((question) => <SharesPlot key={question} question={question} counts={answers[question]} labels={words.satisfaction} />)}
        {LISTED.map((question) => <ListPlot key={question} question={question} counts={answers[question]} />)}
        <SharesPlot question="first_time" counts={answers.first_time} labels={{ true: capital(w.yes), false: capital(w.no) }} />
      </div>
    </Part>
  );
}

interface SharesPlotProps {
  question: Question;
  counts: Record<string, number>;
  /** All answers that may be given, in their order: what nobody said is told too. */
  labels: Record<string, string>;
}

function SharesPlot({ question, counts, labels }: SharesPlotProps) {
  const { w } = useEvaluationWords();
  const shares = Object.entries(labels).map(([key, label]) => ({ key, label, value: counts[key] ?? 0 }));
  if (shares.every(({ value }) => value === 0)) return null;
  return (
    <Plot title={w.facts[question]} tableLabel={w.table} table={{ columns: [w.facts[question], w.answersColumn], rows: shares.map(({ key, label, value }) => ({ key, cells: [label, value] })) }}>
      <Strip label={w.facts[question]} shares={shares} told={(value, whole) => w.share(value, Math.round((100 * value) / (whole || 1)))} />
    </Plot>
  );
}

function ListPlot({ question, counts }: { question: Question; counts: Record<string, number> }) {
  const { w } = useEvaluationWords();
  const words = useLendingWords();
  const names: Record<string, string> = question === "how_known" ? words.how_known : words.audience;
  const bars = Object.entries(counts).toSorted(([, a], [, b]) => b - a).map(([key, value]) => ({ key, label: names[key] ?? key, value, told: String(value) }));
  if (bars.length === 0) return null;
  return (
    <Plot title={w.facts[question]} tableLabel={w.table} table={{ columns: [w.facts[question], w.answersColumn], rows: bars.map(({ key, label, value }) => ({ key, cells: [label, value] })) }}>
      <Bars label={w.facts[question]} bars={bars} />
    </Plot>
  );
}
