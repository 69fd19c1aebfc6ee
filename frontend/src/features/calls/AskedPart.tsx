import { useQuery } from "@tanstack/react-query";
import { Failure } from "@/ui/Failure";
import { Waiting } from "@/ui/LostFlower";
import { callForm, type Form } from "./calls";
import { useCallWords } from "./words";

type Section = Form["definition"]["sections"][number];
type Field = Section["fields"][number];

/** What the form asks, so that one knows before one begins. */
export function AskedPart({ id }: { id: string }) {
  const { w } = useCallWords();
  const query = useQuery(callForm(id));
  const sections = query.data?.definition.sections ?? [];
  const questions = sections.flatMap(({ fields }) => fields).filter(({ type }) => type !== "explanation");
  return (
    <section className="call-page__part" aria-labelledby="asked">
      <h2 id="asked">{w.asked}</h2>
      {query.isPending && <Waiting words={w.formLoading} />}
      {query.isError && <Failure error={query.error} onRetry={() => void query.refetch()} />}
      {query.isSuccess && <p>{w.askedText(questions.length)}</p>}
      <div className="asked">{sections.map((section) => <AskedSection key={section.id} section={section} />)}</div>
    </section>
  );
}

function AskedSection({ section }: { section: Section }) {
  const { w } = useCallWords();
  const fields = section.fields.filter(({ type }) => type !== "explanation");
  if (fields.length === 0) return null;
  const mark = ({ required, condition }: Field) => [required === "at_submission" ? (condition ?? section.condition ? null : w.needed) : required === "at_label" ? w.atLabel : null, condition ? w.sometimes : null].filter(Boolean).join(", ");
  return (
    <details className="asked__section">
      <summary><span>{section.title}</span> <span className="soft">{w.fields(fields.length)}{section.condition && `, ${w.sometimes}`}</span></summary>
      <ul>{fields.map((field) => <li key={field.id}>{field.type === "file" ? w.files(field.label) : field.label}{mark(field) && <span className="soft"> · {mark(field)}</span>}</li>)}</ul>
    </details>
  );
}
