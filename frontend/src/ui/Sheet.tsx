import { useEffect, useRef, type ReactNode } from "react";
import "./sheet.css";

interface SheetProps {
  open: boolean;
  onClose: () => void;
  title: string;
  closeLabel: string;
  children: ReactNode;
  footer: ReactNode;
}

/** A full-screen panel for phones. The platform's own dialog: focus stays in, Escape closes, what is behind is inert. */
export function Sheet({ open, onClose, title, closeLabel, children, footer }: SheetProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    if (!element || element.open === open) return;
    if (open) element.showModal();
    else element.close();
  }, [open]);
  return (
    <dialog ref={dialog} className="sheet" onClose={onClose} aria-labelledby="sheet-title">
      {open && (
        <>
          <div className="sheet__head">
            <h2 id="sheet-title">{title}</h2>
            <button type="button" className="button button--plain" onClick={onClose}>{closeLabel}</button>
          </div>
          <div className="sheet__body">{children}</div>
          {footer && <div className="sheet__foot">{footer}</div>}
        </>
      )}
    </dialog>
  );
}
