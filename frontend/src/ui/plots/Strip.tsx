import { useId, type ReactNode } from "react";
import "./plots.css";

export interface Share {
  key: string;
  label: string;
  value: number;
}

interface StripProps {
  shares: readonly Share[];
  label: string;
  /** « 37 % », of a value and the whole. */
  told: (value: number, whole: number) => string;
  renderLink?: ((share: Share, name: ReactNode) => ReactNode) | undefined;
}

/** Parts of a whole on one strip, in the order of their list. The list names and counts them, each beside its own pattern. */
export function Strip({ shares, label, told, renderLink }: StripProps) {
  const id = useId();
  const whole = shares.reduce((sum, { value }) => sum + value, 0);
  const starts = shares.map((_, place) => shares.slice(0, place).reduce((sum, { value }) => sum + value, 0));
  return (
    <div className="strip">
      <svg className="strip__drawing" width="100%" height="34" aria-hidden="true" focusable="false">
        <Hatches id={id} />
        {shares.map(({ key, value }, place) => value > 0 && (
          <Segment key={key} place={place} id={id} x={(100 * starts[place]!) / whole} width={(100 * value) / whole} height={34} />
        ))}
      </svg>
      <ul role="list" className="strip__parts" aria-label={label}>
        {shares.map((share, place) => (
          <li key={share.key}>
            <svg width="18" height="14" aria-hidden="true" focusable="false"><Segment place={place} id={id} x={0} width={100} height={14} /></svg>
            <span className="strip__name">{renderLink ? renderLink(share, share.label) : share.label}</span>
            <span className="strip__value">{told(share.value, whole)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Lines across every second part: neighbours differ without their colours. */
function Hatches({ id }: { id: string }) {
  return (
    <defs>
      <pattern id={`${id}hatch`} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect className="strip__hatch" width="2.2" height="6" />
      </pattern>
    </defs>
  );
}

function Segment({ place, id, x, width, height }: { place: number; id: string; x: number; width: number; height: number }) {
  return (
    <>
      <rect className={`strip__part strip__part--${place % 6}`} x={`${x}%`} y="0" width={`${width}%`} height={height} />
      {place % 2 === 1 && <rect fill={`url(#${id}hatch)`} x={`${x}%`} y="0" width={`${width}%`} height={height} />}
    </>
  );
}
