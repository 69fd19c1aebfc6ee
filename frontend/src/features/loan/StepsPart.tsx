import { Part } from "@/space/kit/Page";
import type { Loan } from "./calls";
import { stepsOf } from "./steps";
import { useLoanWords } from "./words";

/** The way of the loan at a glance: what is done, where it is, what is left. */
export function StepsPart({ loan }: { loan: Loan }) {
  const { w } = useLoanWords();
  const steps = stepsOf(loan);
  if (steps.length === 0) return null;
  const next = steps.find(({ isDone }) => !isDone)?.step;
  return (
    <Part title={w.stands}>
      <ol role="list" className="loan-steps">
        {steps.map(({ step, isDone }) => (
          <li key={step} data-done={isDone} aria-current={step === next ? "step" : undefined}>
            <span className="loan-steps__name">{w.step[step]}</span>
            <span className="loan-steps__state">{isDone ? w.done : step === next ? w.now : w.later}</span>
          </li>
        ))}
      </ol>
    </Part>
  );
}
