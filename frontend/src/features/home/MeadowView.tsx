import { Link, useNavigate } from "@tanstack/react-router";
import { memo, useCallback, useEffect, useMemo, useRef, useState, type CSSProperties, type KeyboardEvent, type MouseEvent } from "react";
import type { AgendaItem } from "@/api/types";
import { UmbelPaths } from "@/identity/Umbel";
import { clockOf, dayOf, formatClock, formatDay, type Day } from "@/lib/dates";
import { useWords, type Dictionary, type Lang } from "@/lib/i18n";
import { paths } from "@/lib/paths";
import { isOngoing, placeWords } from "@/programme/words";
import { plant, type MeadowFlower } from "./meadow";
import "./meadow.css";

/** Flowers grow the first time the home page is painted, not on each return to it. */
let grown = false;
function markGrown(): void {
  grown = true;
}

interface MeadowViewProps {
  items: readonly AgendaItem[];
  from: Day;
}

/**
 * The programme as a meadow, one flower per event, each a link. One stop for the Tab key: arrows go from flower to
 * flower, so that hundreds of links do not stand between a keyboard and the search.
 */
export const MeadowView = memo(function MeadowView({ items, from }: MeadowViewProps) {
  const { t, lang } = useWords();
  const navigate = useNavigate();
  const field = useRef<SVGSVGElement>(null);
  const meadow = useMemo(() => plant(items, from), [items, from]);
  const [current, setCurrent] = useState(0);
  const [told, setTold] = useState<string | null>(null);
  const [growing] = useState(() => !grown);
  useEffect(() => markGrown(), []);

  // Hundreds of flowers: these stay the same functions, so that telling one flower's name does not draw all of them again.
  const onKeyDown = useCallback((event: KeyboardEvent) => {
    const links = [...(field.current?.querySelectorAll("a") ?? [])];
    const target = stepFor(event.key, links.findIndex((link) => link === event.currentTarget), links.length);
    if (target === null) return;
    event.preventDefault();
    links[target]?.focus();
  }, []);
  const onClick = useCallback((event: MouseEvent) => {
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const slug = event.currentTarget instanceof Element ? event.currentTarget.getAttribute("data-slug") : null;
    if (!slug) return;
    event.preventDefault();
    void navigate({ to: "/agenda/$slug", params: { slug } });
  }, [navigate]);
  return (
    <nav className="meadow" aria-label={t.home.meadow}>
      <p className="unseen" id="meadow-keys">{t.home.meadowKeys}</p>
      <div className="meadow__pan">
        <div className="meadow__strip" style={{ "--ratio": meadow.width / meadow.height } as CSSProperties}>
          <svg
            ref={field} className="meadow__field" data-growing={growing} viewBox={`0 ${-meadow.height} ${meadow.width} ${meadow.height}`}
            role="group" aria-label={t.home.meadow} aria-describedby="meadow-keys"
          >
            {meadow.flowers.map((flower, index) => (
              <Flower
                key={flower.item.id} flower={flower} name={nameOf(flower.item, t, lang)} reachable={index === current} order={index}
                onFocus={setCurrent} onTell={setTold} onStep={onKeyDown} onFollow={onClick}
              />
            ))}
          </svg>
        <ol className="meadow__days" role="list">
          {meadow.days.map(({ day, width, count }, index) => (
            <li key={day} style={{ flexGrow: width }}>
              <Link to="/agenda" search={{ from: day, to: day }}>
                <span>{shortDay(day, lang, meadow.days[index - 1]?.day)}<span className="unseen"> : {t.agenda.results(count)}</span></span>
              </Link>
            </li>
          ))}
        </ol>
        </div>
      </div>
      <p className="meadow__told wrap" aria-hidden="true">{told ?? t.home.meadowHelp}</p>
    </nav>
  );
});

interface FlowerProps {
  flower: MeadowFlower;
  name: string;
  reachable: boolean;
  order: number;
  onFocus: (order: number) => void;
  onTell: (name: string | null) => void;
  onStep: (event: KeyboardEvent) => void;
  onFollow: (event: MouseEvent) => void;
}

const Flower = memo(function Flower({ flower: { item, drawing, x, size }, name, reachable, order, onFocus, onTell, onStep, onFollow }: FlowerProps) {
  return (
    <a
      href={paths.event(item.slug)} data-slug={item.slug} data-bloom={item.theme ?? "other"} tabIndex={reachable ? 0 : -1} aria-label={name}
      onFocus={() => {
        onFocus(order);
        onTell(name);
      }}
      onBlur={() => onTell(null)} onKeyDown={onStep} onClick={onFollow} onPointerEnter={() => onTell(name)} onPointerLeave={() => onTell(null)}
    >
      <g transform={`translate(${x.toFixed(1)} 0)`} data-fine={size < 150}>
        <g className="meadow__plant" data-turn={order % 7}><UmbelPaths drawing={drawing} /></g>
        <circle className="meadow__target" cx={drawing.headX} cy={drawing.headY} r={Math.max(18, drawing.reach * 0.8)} />
      </g>
    </a>
  );
});

function nameOf(item: AgendaItem, t: Dictionary, lang: Lang): string {
  const { starts_at } = item.first_session;
  const time = isOngoing(item.first_session) ? "" : `, ${formatClock(clockOf(starts_at), lang)}`;
  return `${item.title} — ${formatDay(dayOf(starts_at), lang)}${time}, ${placeWords(item, t)}`;
}

/** « sam. 2 »; with its month where that changes. */
function shortDay(day: Day, lang: Lang, before: Day | undefined): string {
  const weekday = formatDay(day, lang, { month: "none" }).slice(0, 3);
  return `${weekday}. ${formatDay(day, lang, { weekday: false, month: before?.slice(0, 7) === day.slice(0, 7) ? "none" : "short" })}`;
}

function stepFor(key: string, current: number, length: number): number | null {
  const target = { ArrowRight: current + 1, ArrowDown: current + 1, ArrowLeft: current - 1, ArrowUp: current - 1, Home: 0, End: length - 1 }[key];
  return target === undefined ? null : Math.min(length - 1, Math.max(0, target));
}
