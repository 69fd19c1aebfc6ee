import { useLayoutEffect, useState, type RefObject } from "react";

/** Lines drawn above and below those that one sees. */
const BESIDE = 6;
/** Lines are drawn anew when one has scrolled by so many. */
const STEP = 4;

interface Visible {
  first: number;
  /** One past the last. */
  last: number;
  /** Scrolls until a line is whole in sight. */
  bring: (index: number) => void;
}

/** Which lines of a fixed height a scrolling box shows: the others are not drawn. */
export function useVisible(box: RefObject<HTMLElement | null>, line: number, count: number): Visible {
  const [shown, setShown] = useState({ first: 0, last: 30 });
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    const look = () => {
      const first = Math.max(0, Math.floor(element.scrollTop / line / STEP) * STEP - BESIDE);
      const last = Math.ceil((element.scrollTop + element.clientHeight) / line / STEP) * STEP + BESIDE;
      setShown((before) => (before.first === first && before.last === last ? before : { first, last }));
    };
    look();
    element.addEventListener("scroll", look, { passive: true });
    const observer = new ResizeObserver(look);
    observer.observe(element);
    return () => {
      element.removeEventListener("scroll", look);
      observer.disconnect();
    };
  }, [box, line]);
  const bring = (index: number) => {
    const element = box.current;
    if (!element) return;
    const head = element.firstElementChild?.clientHeight ?? 0;
    const [top, bottom] = [index * line, (index + 1) * line];
    if (top < element.scrollTop) element.scrollTo({ top });
    else if (bottom > element.scrollTop + element.clientHeight - head) element.scrollTo({ top: bottom - element.clientHeight + head });
  };
  return { first: shown.first, last: Math.min(count, shown.last), bring };
}
