import { useEffect, useRef, type RefObject } from "react";

/** Longer than a dialogue takes to give focus back, in milliseconds. */
const A_LITTLE = 60;

/** Focus stays in the grid when the cell that had it is no more: released, moved, or cut anew by what one has just made. */
export function useKeptFocus(box: RefObject<HTMLElement | null>, isOpen: boolean): void {
  const isInside = useRef(false);
  useEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    const enter = () => { isInside.current = true; };
    const leave = (event: FocusEvent) => {
      const { relatedTarget: next } = event;
      // What opens over the grid comes back to it.
      if (next instanceof HTMLElement && !element.contains(next) && !next.closest("[role=dialog]")) isInside.current = false;
    };
    element.addEventListener("focusin", enter);
    element.addEventListener("focusout", leave);
    return () => {
      element.removeEventListener("focusin", enter);
      element.removeEventListener("focusout", leave);
    };
  }, [box]);
  useEffect(() => {
    if (isOpen) return undefined;
    const timer = setTimeout(() => {
      if (isInside.current && document.activeElement === document.body) box.current?.querySelector<HTMLElement>("[data-cell][tabindex='0']")?.focus({ preventScroll: true });
    }, A_LITTLE);
    return () => clearTimeout(timer);
  });
}
