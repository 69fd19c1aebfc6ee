import type { ReactNode } from "react";
import { steps, type Scale } from "./scale";
import "./plots.css";

export interface Column {
  key: string;
  /** Under the column: « janv. ». */
  label: string;
  value: number;
  before?: number | undefined;
}

interface ColumnsProps {
  columns: readonly Column[];
  /** What the drawing shows, in a sentence: the table says the rest. */
  summary: string;
  /** Puts a column into a link for whoever points at it; the table holds the same links for the keyboard. */
  renderLink?: ((column: Column, drawing: ReactNode) => ReactNode) | undefined;
}

const HEIGHT = 190;
const TOP = 20;
const BOTTOM = 26;
const ROOM = HEIGHT - TOP - BOTTOM;
/** Percents of the drawing's width, left to the numbers of its lines. */
const LEFT = 6;

/** Values over time, one column each; the year before stands behind as an outline. Measured in percents: text never shrinks on a phone. */
export function Columns({ columns, summary, renderLink }: ColumnsProps) {
  const scale = steps(columns.flatMap(({ value, before }) => [value, before ?? 0]));
  const hasBefore = columns.some(({ before }) => before !== undefined);
  const width = (100 - LEFT) / columns.length;
  return (
    <>
      <p className="unseen">{summary}</p>
      <svg className="columns" width="100%" height={HEIGHT} aria-hidden="true" focusable="false">
        <Grid scale={scale} />
        {columns.map((column, place) => {
          const drawing = <OneColumn column={column} x={LEFT + place * width} width={width} scale={scale} hasBefore={hasBefore} />;
          return <g key={column.key}>{renderLink ? renderLink(column, drawing) : drawing}</g>;
        })}
      </svg>
    </>
  );
}

const yOf = (value: number, scale: Scale): number => TOP + ROOM * (1 - value / scale.top);

function Grid({ scale }: { scale: Scale }) {
  return (
    <>
      {scale.lines.map((value) => (
        <g key={value}>
          <line className={value === 0 ? "columns__base" : "columns__line"} x1={`${LEFT}%`} x2="100%" y1={yOf(value, scale)} y2={yOf(value, scale)} />
          <text className="columns__step" x={`${LEFT - 1}%`} y={yOf(value, scale) + 4} textAnchor="end">{value}</text>
        </g>
      ))}
    </>
  );
}

interface OneColumnProps {
  column: Column;
  x: number;
  width: number;
  scale: Scale;
  hasBefore: boolean;
}

function OneColumn({ column: { label, value, before = 0 }, x, width, scale, hasBefore }: OneColumnProps) {
  const bar = width * (hasBefore ? 0.38 : 0.6);
  const start = x + width * (hasBefore ? 0.12 : 0.2);
  const y = yOf(value, scale);
  return (
    <>
      <rect className="columns__ground" x={`${x}%`} y="0" width={`${width}%`} height={HEIGHT} />
      {value > 0 && <rect className="plot__mark plot__mark--now" x={`${start}%`} y={y} width={`${bar}%`} height={TOP + ROOM - y} />}
      {before > 0 && <rect className="plot__mark plot__mark--before" x={`${start + bar + width * 0.04}%`} y={yOf(before, scale)} width={`${bar * 0.85}%`} height={TOP + ROOM - yOf(before, scale)} />}
      {value > 0 && <text className="columns__value" x={`${start + bar / 2}%`} y={y - 5} textAnchor="middle">{value}</text>}
      <text className="columns__label" x={`${x + width / 2}%`} y={HEIGHT - 6} textAnchor="middle">{label}</text>
    </>
  );
}
