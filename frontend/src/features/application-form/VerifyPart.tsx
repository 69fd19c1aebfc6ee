import { Button } from "@mantine/core";
import { useEffect, useRef, type ReactNode } from "react";
import { unbroken } from "@/lib/text";
import type { Validation } from "./calls";
import type { Definition } from "./definition";
import { wordsOf } from "./errors";
import { goTo } from "./fields/shared";
import { inputId, nameOf, sectionId } from "./progress";
import { useFormWords } from "./words";

export const VERIFY = "verifier";

interface VerifyPartProps {
  definition: Definition;
  found: Validation | null;
  problems: Validation["problems"];
  /** Grows each time that one asks: then what was found is brought to them. */
  asked: number;
  isBusy: boolean;
  isUnsaved: boolean;
  onVerify: () => void;
  children: ReactNode;
}

/** What keeps the application from being sent, each with the way to it, and how the charter is kept. */
export function VerifyPart({ definition, found, problems, asked, isBusy, isUnsaved, onVerify, children }: VerifyPartProps) {
  const { w } = useFormWords();
  const told = useRef<HTMLDivElement>(null);
  const isTold = found !== null && !isBusy;
  const shown = useRef(0);
  useEffect(() => {
    if (!isTold || shown.current === asked) return;
    shown.current = asked;
    told.current?.focus();
    told.current?.scrollIntoView({ block: "center" });
  }, [isTold, asked]);
  return (
    <section className="part" id={sectionId(VERIFY)} aria-labelledby="verify-title">
      <h2 id="verify-title">{w.verifyTitle}</h2>
      {isUnsaved && <p className="soft">{w.notSavedYet}</p>}
      {found && (
        <div ref={told} className={problems.length > 0 ? "trouble" : "allright"} tabIndex={-1} role="group" aria-label={problems.length > 0 ? w.problems(problems.length) : w.isWhole}>
          <strong>{problems.length > 0 ? w.problems(problems.length) : w.isWhole}</strong>
          {problems.length > 0 && (
            <ul className="verify__problems">
              {problems.map((problem) => (
                <li key={`${problem.pointer} ${problem.code}`}>
                  <a href={`#${inputId(problem.pointer)}`} onClick={(event) => { event.preventDefault(); goTo(problem.pointer); }}>{nameOf(definition, problem.pointer, w.row)}</a>{" "}
                  <span>{wordsOf(problem, w)}</span>
                </li>
              ))}
            </ul>
          )}
        </div>
      )}
      {found && found.charter.length > 0 && (
        <div className="charter">
          <h3>{w.charter}</h3>
          <ul role="list">
            {found.charter.map(({ rule, label, passed, evidence, pointer }) => (
              <li key={rule}>
                <span className={passed ? "flag" : "flag flag--stop"}>{passed ? w.passed : w.notPassed}</span>
                <span><strong>{label}</strong><br /><span className="soft">{unbroken(evidence)}</span></span>
                {!passed && pointer && <Button size="xs" aria-label={`${nameOf(definition, pointer, w.row)} : ${w.notPassed}`} onClick={() => goTo(pointer)}>{nameOf(definition, pointer, w.row)}</Button>}
              </li>
            ))}
          </ul>
        </div>
      )}
      {!found && <p className="soft">{w.verifyText}</p>}
      <div className="page__actions"><Button aria-disabled={isBusy} onClick={onVerify}>{isBusy ? w.verifying : w.verify}</Button>{children}</div>
    </section>
  );
}
