import { Button } from "@mantine/core";
import { useEffect, useRef, useState, type ReactNode } from "react";
import { announce } from "@/lib/announce";
import { rowsOf, type Row } from "../definition";
import { useFormWords } from "../words";

let last = 0;
const newKey = () => { last += 1; return last; };

interface RowsProps {
  value: unknown;
  onChange: (value: unknown) => void;
  most: number;
  addLabel: string;
  empty: string;
  /** What a row is called: « Animations, ligne 2 ». */
  nameOf: (place: number, row: Row) => string;
  /** A new row, from the one before it. */
  make: (before: Row | undefined) => Row;
  children: (row: Row, place: number, set: (row: Row) => void) => ReactNode;
  /** Under the rows: their total. */
  footer?: ReactNode;
  /** Rows of a few short fields stand closer. */
  isTight?: boolean;
}

/** Rows that are added and taken away; what is taken away can be put back. */
export function Rows({ value, onChange, most, addLabel, empty, nameOf, make, children, footer, isTight = false }: RowsProps) {
  const { w } = useFormWords();
  const rows = rowsOf(value);
  // Each row keeps its inputs when another one goes.
  const [keys, setKeys] = useState<number[]>([]);
  const known = rows.map((_row, place) => keys[place] ?? -place - 1);
  const [gone, setGone] = useState<{ row: Row; place: number } | null>(null);
  const [added, setAdded] = useState<number | null>(null);
  const list = useRef<HTMLOListElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (added !== null) list.current?.children[added]?.querySelector<HTMLElement>("input, textarea")?.focus();
  }, [added]);
  const put = (next: readonly Row[], nextKeys: number[]) => {
    setKeys(nextKeys);
    onChange(next.length > 0 ? next : null);
  };
  const remove = (place: number) => {
    const row = rows[place];
    if (!row) return;
    setGone(Object.keys(row).length > 0 ? { row, place } : null);
    put(rows.toSpliced(place, 1), known.toSpliced(place, 1));
    announce(w.rowRemoved);
    button.current?.focus();
  };
  const restore = () => {
    if (!gone) return;
    put(rows.toSpliced(gone.place, 0, gone.row), known.toSpliced(gone.place, 0, newKey()));
    setAdded(gone.place);
    setGone(null);
  };
  return (
    <div className="rows" data-tight={isTight || undefined}>
      {rows.length === 0 && <p className="soft">{empty}</p>}
      <ol role="list" ref={list} className="rows__list">
        {rows.map((row, place) => (
          <li key={known[place]} className="rows__row" aria-label={nameOf(place, row)}>
            <div className="rows__head">
              <span className="rows__name" aria-hidden="true">{nameOf(place, row)}</span>
              <Button size="xs" variant="subtle" aria-label={w.removeRowOf(nameOf(place, row))} onClick={() => remove(place)}>{w.removeRow}</Button>
            </div>
            {children(row, place, (next) => onChange(rows.with(place, next)))}
          </li>
        ))}
      </ol>
      {footer}
      {gone && <p className="rows__gone" role="status">{w.rowRemoved} <Button size="xs" onClick={restore}>{w.restoreRow}</Button></p>}
      <Button
        ref={button} disabled={rows.length >= most} className="rows__add"
        onClick={() => { put([...rows, make(rows.at(-1))], [...known, newKey()]); setAdded(rows.length); setGone(null); }}
      >
        + {addLabel}
      </Button>
      {rows.length >= most && <p className="soft">{w.mostRows(most)}</p>}
    </div>
  );
}
