import type { ReactNode } from "react";
import { useWords, type Lang } from "@/lib/i18n";
import "./figures.css";

interface FigureLine {
  key: string;
  label: string;
  now: ReactNode;
  /** The same of the year before. */
  before: ReactNode;
}

interface FiguresTableProps {
  caption: string;
  /** What the first column is called. */
  figure: string;
  year: number;
  hasBefore: boolean;
  groups: readonly { key: string; title: string; lines: readonly FigureLine[] }[];
}

/** The figures of a year's report, beside those of the year before. */
export function FiguresTable({ caption, figure, year, hasBefore, groups }: FiguresTableProps) {
  return (
    <table className="figures__table">
      <caption className="unseen">{caption}</caption>
      <thead><tr><th scope="col">{figure}</th><th scope="col">{year}</th>{hasBefore && <th scope="col">{year - 1}</th>}</tr></thead>
      {groups.map(({ key, title, lines }) => (
        <tbody key={key}>
          <tr><th scope="rowgroup" colSpan={hasBefore ? 3 : 2}>{title}</th></tr>
          {lines.map((line) => <tr key={line.key}><th scope="row">{line.label}</th><td>{line.now}</td>{hasBefore && <td>{line.before}</td>}</tr>)}
        </tbody>
      ))}
    </table>
  );
}

interface CountingRulesProps {
  title: string;
  texts: Record<string, Record<Lang, string>>;
  /** What the figures are called. */
  names: Record<string, string>;
}

/** By which rules was counted, in the words of the report. */
export function CountingRules({ title, texts, names }: CountingRulesProps) {
  const { lang } = useWords();
  return (
    <details className="figures__rules">
      <summary>{title}</summary>
      <dl className="facts">{Object.entries(texts).map(([name, rule]) => <div key={name} className="figures__rule"><dt>{names[name] ?? name}</dt><dd>{rule[lang]}</dd></div>)}</dl>
    </details>
  );
}
