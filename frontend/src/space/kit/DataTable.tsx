// oxlint-disable jsx-a11y/no-interactive-element-to-noninteractive-role -- rows and cells are no controls; see below
import type { ReactNode } from "react";

export interface Column<Row> {
  key: string;
  label: string;
  cell: (row: Row) => ReactNode;
  /** Buttons, at the end of the row; the heading is for assistive technology. */
  actions?: boolean;
  /** Figures, compared by their ends. */
  numeric?: boolean;
  /** A heading that one presses to sort by it. */
  sortable?: boolean;
}

export interface Sorting {
  key: string;
  descending: boolean;
}

interface DataTableProps<Row> {
  /** What the table holds, for assistive technology. */
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** What the rows are sorted by, for tables with sortable columns; rows come sorted (`sorted`). */
  sorting?: Sorting | undefined;
  onSort?: ((key: string) => void) | undefined;
}

/** A table where people compare; on a phone each row becomes a block whose cells say their own name. The first column names the row. */
export function DataTable<Row>({ caption, columns, rows, rowKey, sorting, onSort }: DataTableProps<Row>) {
  // Roles are spelt out: laid out as blocks on a phone, the elements alone would no longer be a table.
  return (
    <table className="table" role="table">
      <caption className="unseen">{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map(({ key, label, actions, numeric, sortable }) => {
            const order = sorting?.key === key ? (sorting.descending ? "descending" : "ascending") : undefined;
            return (
              <th key={key} role="columnheader" scope="col" data-end={actions || undefined} data-number={numeric || undefined} aria-sort={order}>
                {actions && <span className="unseen">{label}</span>}
                {!actions && (sortable && onSort ? <button type="button" className="table__sort" onClick={() => onSort(key)}>{label}{order && <span aria-hidden="true">{sorting?.descending ? "↓" : "↑"}</span>}</button> : label)}
              </th>
            );
          })}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr key={rowKey(row)} role="row">
            {columns.map(({ key, label, cell, actions, numeric }) => (
              <td key={key} role="cell" data-end={actions || undefined} data-number={numeric || undefined}>
                <span className="table__label" aria-hidden="true">{label}</span>
                <span className="table__value">{cell(row)}</span>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
