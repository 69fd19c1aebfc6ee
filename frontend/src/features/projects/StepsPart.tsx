import { Link } from "@tanstack/react-router";
import { Part } from "@/space/kit/Page";
import type { Project } from "./calls";
import { nextStep, stepsOf } from "./steps";
import { useProjectWords } from "./words";

/** The way to the public, step by step: what is done, what comes next, and what each event still misses. */
export function StepsPart({ project }: { project: Project }) {
  const { w } = useProjectWords();
  const steps = stepsOf(project);
  if (steps.length === 0) return null;
  const next = nextStep(steps);
  return (
    <Part title={w.steps}>
      {next === "done" ? <p><strong>{w.allDone}</strong></p> : <p>{w.nextStep[next]}</p>}
      <ol className="project-steps">
        {steps.map(({ step, isDone, events }) => (
          <li key={step} data-done={isDone} aria-current={step === next ? "step" : undefined}>
            <span className="project-steps__name">{w.step[step]}</span>
            <span className="project-steps__state">{isDone ? w.done : step === next ? w.now : w.later}</span>
            {step === "complete" && events.length > 0 && (
              <ul className="project-steps__events">
                {events.map((event) => (
                  <li key={event.id}><Link to="/espace/evenements/$id" params={{ id: event.id }}>{event.title}</Link> : {event.missing.filter(({ code }) => code !== "not_ready" && code !== "project_not_confirmed").map(({ text }) => text).join(" ")}</li>
                ))}
              </ul>
            )}
            {(step === "say_ready" || step === "enter") && !isDone && step === next && events.length > 0 && (
              <ul className="project-steps__events">{events.map((event) => <li key={event.id}><Link to="/espace/evenements/$id" params={{ id: event.id }}>{event.title}</Link></li>)}</ul>
            )}
          </li>
        ))}
      </ol>
    </Part>
  );
}
