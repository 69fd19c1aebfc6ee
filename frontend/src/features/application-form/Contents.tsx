import type { ShownSection } from "./conditions";
import type { Answers } from "./definition";
import { progressOf, sectionId, wholeProgress } from "./progress";
import { useFormWords, type FormWords } from "./words";

interface ContentsProps {
  sections: readonly ShownSection[];
  answers: Answers;
  files: ReadonlySet<string>;
  /** Ids of fields where something is to be corrected. */
  troubled: ReadonlySet<string>;
  /** Ids of fields that wait to be confirmed. */
  stale: readonly string[];
  /** What the last line leads to. */
  last: string;
}

function words(w: FormWords, { sections, answers, files, troubled, stale }: ContentsProps) {
  return sections.map(({ section, fields }) => {
    const { done, asked } = progressOf(fields, answers, files);
    const wrong = fields.filter(({ id }) => troubled.has(id)).length;
    const waiting = fields.filter(({ id }) => stale.includes(id)).length;
    const isWhole = asked > 0 && done === asked && wrong + waiting === 0;
    return { id: section.id, title: section.title, isWhole, wrong, told: wrong > 0 ? w.problemsIn(wrong) : waiting > 0 ? w.toConfirm(waiting) : asked === 0 ? w.nothingAsked : done === asked ? w.whole : w.progress(done, asked) };
  });
}

/** The form's sections, each with how far it is; beside the form on a desk, folded above it on a phone. */
export function Contents(props: ContentsProps) {
  const { w } = useFormWords();
  const { done, asked } = wholeProgress(props.sections, props.answers, props.files);
  const list = (
    <ol role="list" className="contents">
      {words(w, props).map(({ id, title, told, isWhole, wrong }) => (
        <li key={id}><a href={`#${sectionId(id)}`}>{title}</a><span className="contents__told" data-whole={isWhole || undefined} data-wrong={wrong > 0 || undefined}>{told}</span></li>
      ))}
      <li><a href={`#${props.last}`}>{w.verifyTitle}</a></li>
    </ol>
  );
  return (
    <>
      <nav className="filling__desk" aria-label={w.contents}>
        <p className="contents__head">{w.contents}</p>
        <progress className="contents__bar" max={Math.max(1, asked)} value={done} aria-label={w.wholeProgress(done, asked)} />
        <p className="contents__whole">{w.wholeProgress(done, asked)}</p>
        {list}
      </nav>
      <details className="filling__phone"><summary>{w.contentsOf(done, asked)}</summary>{list}</details>
    </>
  );
}
