import { useEffect, useRef, type RefObject } from "react";
import { useWords } from "@/lib/i18n";

interface MoreButtonProps {
  list: RefObject<HTMLElement | null>;
  shown: number;
  total: number;
  busy: boolean;
  onMore: () => void;
}

/** « Voir la suite »: brings the next page and puts focus on its first event. */
export function MoreButton({ list, shown, total, busy, onMore }: MoreButtonProps) {
  const { t } = useWords();
  const awaited = useRef<number | null>(null);
  useEffect(() => {
    if (awaited.current === null || shown <= awaited.current) return;
    const links = list.current?.querySelectorAll<HTMLElement>(".row__title a");
    links?.[awaited.current]?.focus();
    awaited.current = null;
  }, [shown, list]);
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
