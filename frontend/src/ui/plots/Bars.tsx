import type { ReactNode } from "react";
import { largest, partOf } from "./scale";
import "./plots.css";

export interface Bar {
  key: string;
  label: string;
  value: number;
  /** The value as it is read: « 24 prêts ». */
  told: string;
  /** The same of the year before, drawn as an outline under the bar. */
  before?: number | undefined;
  /** A theme of the programme: its colour. */
  bloom?: string | undefined;
}

interface BarsProps {
  bars: readonly Bar[];
  label: string;
  /** Puts a bar's name into a link; without it, names are plain. */
  renderLink?: ((bar: Bar, name: ReactNode) => ReactNode) | undefined;
}

/** Bars side by side with their names and values as text: a list that is read as well as seen. */
export function Bars({ bars, label, renderLink }: BarsProps) {
  const most = largest(bars.flatMap(({ value, before }) => [value, before ?? 0]));
  return (
    <ul role="list" className="bars" aria-label={label}>
      {bars.map((bar) => (
        <li key={bar.key} className="bars__row" data-bloom={bar.bloom}>
          <span className="bars__name">{renderLink ? renderLink(bar, bar.label) : bar.label}</span>
          <svg className="bars__drawing" height={bar.before === undefined ? 16 : 22} aria-hidden="true" focusable="false">
            <rect className="plot__mark plot__mark--now" x="0" y="0" width={partOf(bar.value, most)} height="14" />
            {bar.before !== undefined && bar.before > 0 && <rect className="plot__mark plot__mark--before" x="1" y="16" width={partOf(bar.before, most, 99)} height="5" />}
          </svg>
          <span className="bars__value">{bar.told}</span>
        </li>
      ))}
    </ul>
  );
}
