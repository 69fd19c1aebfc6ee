import { useId, type ReactNode } from "react";
import "./plots.css";

/** The table behind a plot: the same numbers, and those that the plot has no room for. */
export interface PlotTable {
  /** Headings of the columns, the first over what names each row. */
  columns: readonly string[];
  rows: readonly { key: string; cells: readonly ReactNode[] }[];
}

interface PlotProps {
  title: string;
  /** What one should know to read it. */
  note?: ReactNode;
  /** « Voir le tableau ». */
  tableLabel: string;
  table: PlotTable;
  /** Two series or more: what each mark is. */
  legend?: readonly LegendEntry[] | undefined;
  children: ReactNode;
}

export interface LegendEntry {
  /** The mark that is drawn: `before` is the outlined one of the year before, 1 to 4 those of a shared strip. */
  mark: Mark;
  label: string;
}

export type Mark = "now" | "before";

/** A plot with its title, and its numbers as a table behind a disclosure: nobody has to read a drawing. */
export function Plot({ title, note, tableLabel, table, legend, children }: PlotProps) {
  const id = useId();
  return (
    <figure className="plot" aria-labelledby={id}>
      <figcaption className="plot__head">
        <h3 id={id}>{title}</h3>
        {note && <p className="soft">{note}</p>}
        {legend && legend.length > 1 && <Legend entries={legend} />}
      </figcaption>
      {children}
      <details className="plot__data">
        {/* Several plots stand on a page: each summary says whose table it opens. */}
        <summary>{tableLabel}<span className="unseen"> : {title}</span></summary>
        <Data title={title} table={table} />
      </details>
    </figure>
  );
}

function Legend({ entries }: { entries: readonly LegendEntry[] }) {
  return (
    <ul role="list" className="plot__legend">
      {entries.map(({ mark, label }) => (
        <li key={label}>
          <svg width="16" height="12" aria-hidden="true" focusable="false"><rect className={`plot__mark plot__mark--${mark}`} x="1" y="1" width="14" height="10" /></svg>
          {label}
        </li>
      ))}
    </ul>
  );
}

function Data({ title, table: { columns, rows } }: { title: string; table: PlotTable }) {
  const [head, ...others] = columns;
  return (
    <table className="plot__table">
      <caption className="unseen">{title}</caption>
      <thead><tr><th scope="col">{head}</th>{others.map((column) => <th key={column} scope="col">{column}</th>)}</tr></thead>
      <tbody>
        {rows.map(({ key, cells: [name, ...cells] }) => (
          <tr key={key}>
            <th scope="row">{name}</th>
            {cells.map((cell, place) => <td key={columns[place + 1] ?? place}>{cell}</td>)}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
