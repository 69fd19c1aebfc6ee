import { useCallback, useEffect, useRef, useState, type RefObject } from "react";

interface Unfolded {
  open: boolean;
  show: () => void;
  close: () => void;
  /** For the button that unfolds: focus comes back to it. */
  button: RefObject<HTMLButtonElement | null>;
}

/** A form that opens in place of its button: give it `focusFirst`, and the button this `ref`. */
export function useUnfolded(): Unfolded {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const was = useRef(false);
  useEffect(() => {
    if (was.current && !open) button.current?.focus();
    was.current = open;
  }, [open]);
  return { open, button, show: useCallback(() => setOpen(true), []), close: useCallback(() => setOpen(false), []) };
}
