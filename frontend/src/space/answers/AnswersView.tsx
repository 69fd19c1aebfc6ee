import { type ReactNode } from "react";
import type { components } from "@/api/__generated__/schema";
import { formatSize } from "@/lib/amounts";
import { unbroken } from "@/lib/text";
import { AnswerValue, Plain } from "./AnswerValue";
import { useAnswerWords } from "./answerWords";
import { isFilled, shownSections, type Answers, type Definition, type Field } from "./shown";
import "./answers.css";

type Schemas = components["schemas"];
export type AttachedFile = Pick<Schemas["AttachmentOut"], "id" | "application_id" | "field_id" | "name" | "size_bytes" | "scan">;
export type Standing = Schemas["ApplicationOut"]["standing"];

interface AnswersViewProps {
  /** The form that the answers were given with (`GET /calls/{call}/form-versions/{application.form.version_id}`). */
  definition: Definition;
  answers: Answers;
  formerAnswers?: readonly Schemas["FormerAnswer"][] | undefined;
  files?: readonly AttachedFile[] | undefined;
  /** In what capacity one reads: what the API keeps from it is left out rather than called unanswered. */
  standing?: Standing | undefined;
  /** Whether the call hides from reviewers who applies. */
  isAnonymous?: boolean | undefined;
  /** Said beside the label of a field: « À corriger ». */
  marks?: Readonly<Record<string, ReactNode>> | undefined;
  /** Of the sections' headings. */
  level?: 3 | 4 | undefined;
}

const BUDGET: readonly (string | null | undefined)[] = ["budget_expenses", "budget_income", "requested_amount"];

/** Whether the API keeps a field from a reader of this standing. */
export function isHiddenFrom(field: Field, standing: Standing | undefined, isAnonymous: boolean): boolean {
  if (standing === "reader") return BUDGET.includes(field.purpose);
  return standing === "reviewer" && isAnonymous && field.is_identifying;
}

/** Answers to a form, to be read: by section, in the form's order; what is unanswered is told in one line. Ids: `reponse-{field id}`. */
export function AnswersView({ definition, answers, formerAnswers = [], files = [], standing, isAnonymous = false, marks = {}, level = 3 }: AnswersViewProps) {
  const { w } = useAnswerWords();
  const Heading = `h${level}` as const;
  const sections = shownSections(definition, answers, (field) => isHiddenFrom(field, standing, isAnonymous)).map(({ section, fields }) => ({
    section, fields: fields.filter(({ type }) => type !== "explanation"),
  }));
  return (
    <div className="answers">
      {sections.filter(({ fields }) => fields.length > 0).map(({ section, fields }) => {
        const told = fields.filter(({ id }) => isFilled(answers[id]) || files.some((file) => file.field_id === id) || marks[id] !== undefined);
        const missing = fields.filter((field) => !told.includes(field));
        return (
          <section key={section.id} className="answers__section" aria-label={section.title}>
            <Heading>{section.title}</Heading>
            {told.length > 0 && (
              <dl className="answers__list">
                {told.map((field) => (
                  <div key={field.id} id={`reponse-${field.id}`} className="answer" data-wide={WIDE.includes(field.type) || undefined} data-marked={marks[field.id] !== undefined || undefined}>
                    <dt>{unbroken(field.label)}{marks[field.id] !== undefined && <> <span className="flag">{marks[field.id]}</span></>}</dt>
                    <dd>{field.type === "file" ? <FilesOf files={files.filter((file) => file.field_id === field.id)} /> : <AnswerValue field={field} value={answers[field.id]} answers={answers} />}</dd>
                  </div>
                ))}
              </dl>
            )}
            <Missing words={w.unanswered} fields={missing.filter(({ required }) => required !== "at_label")} />
            <Missing words={w.afterLabel} fields={missing.filter(({ required }) => required === "at_label")} />
          </section>
        );
      })}
      {formerAnswers.length > 0 && (
        <section className="answers__section" aria-label={w.former}>
          <Heading>{w.former}</Heading>
          <p className="soft">{w.formerText}</p>
          <dl className="answers__list">
            {formerAnswers.map(({ field_id: id, label, value }) => <div key={id} className="answer"><dt>{label}</dt><dd><Plain value={value} /></dd></div>)}
          </dl>
        </section>
      )}
    </div>
  );
}

/** Types whose values want the whole width. */
const WIDE: readonly string[] = ["repetition", "long_text"];

function Missing({ words, fields }: { words: string; fields: readonly Field[] }) {
  if (fields.length === 0) return null;
  return <p className="answers__missing soft">{words} {fields.map(({ label }) => unbroken(label)).join(" · ")}</p>;
}

export const fileAddress = ({ application_id: application, id }: Pick<AttachedFile, "application_id" | "id">) => `/api/v1/applications/${encodeURIComponent(application)}/attachments/${encodeURIComponent(id)}`;

/** Whether a file may be fetched: the others wait for the virus scanner, or were found infected. */
export const isServed = ({ scan }: Pick<AttachedFile, "scan">) => scan === "clean" || scan === "skipped";

function FilesOf({ files }: { files: readonly AttachedFile[] }) {
  const { w, lang } = useAnswerWords();
  if (files.length === 0) return <span className="soft">{w.noFile}</span>;
  return (
    <ul role="list" className="answer__files">
      {files.map((file) => (
        <li key={file.id}>{isServed(file) ? <a href={fileAddress(file)} download>{file.name}</a> : file.name} <span className="soft">({formatSize(file.size_bytes, lang)})</span></li>
      ))}
    </ul>
  );
}
