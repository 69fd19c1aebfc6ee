import { useEffect, useRef, type RefObject } from "react";
import { useWords } from "@/lib/i18n";

interface MoreButtonProps {
  list: RefObject<HTMLElement | null>;
  shown: number;
  total: number;
  busy: boolean;
  /** The links of the list, of which the first new one takes focus. */
  links?: string;
  onMore: () => void;
}

/** « Voir la suite »: brings the next page and puts focus on the first of it. */
export function MoreButton({ list, shown, total, busy, links = ".row__title a", onMore }: MoreButtonProps) {
  const { t } = useWords();
  const awaited = useRef<number | null>(null);
  useEffect(() => {
    if (awaited.current === null || shown <= awaited.current) return;
    list.current?.querySelectorAll<HTMLElement>(links)[awaited.current]?.focus();
    awaited.current = null;
  }, [shown, list, links]);
  return (
    <p className="more">
      <button
        type="button" className="button" aria-disabled={busy}
        onClick={() => {
          if (busy) return;
          awaited.current = shown;
          onMore();
        }}
      >
        {busy ? t.agenda.moreBusy : t.agenda.more}
      </button>
      <span className="soft">{t.agenda.shown(shown, total)}</span>
    </p>
  );
}
