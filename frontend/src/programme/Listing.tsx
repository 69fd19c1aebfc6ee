import { useEffect, useState, type ReactNode } from "react";
import { announce } from "@/lib/announce";
import { useWords } from "@/lib/i18n";
import { Sheet } from "@/ui/Sheet";
import "./listing.css";

interface ListingProps {
  /** The facets: beside the list, in a sheet on a phone. */
  panel: ReactNode;
  /** What the panel is called. */
  label: string;
  /** How many there are in words, once it is known. */
  told: string | null;
  /** The list is that of what is asked for, and not still of what was before. */
  isSettled: boolean;
  /** How many values of facets are chosen. */
  chosen: number;
  /** What the sheet's way back to the list says. */
  show: string;
  onClear: () => void;
  /** How the list is shown and sorted. */
  tools?: ReactNode;
  children: ReactNode;
}

/** A list and its facets. How many there are is said each time that it changes. */
export function Listing({ panel, label, told, isSettled, chosen, show, onClear, tools, children }: ListingProps) {
  const { t } = useWords();
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    if (isSettled && told !== null) announce(told);
  }, [isSettled, told]);
  return (
    <>
      <div className="agenda__columns">
        <aside className="agenda__side" aria-label={label}>{panel}</aside>
        <div className="agenda__main">
          <div className="agenda__bar">
            <p className="total">{told ?? "\u00a0"}</p>
            {tools}
            <button type="button" className="button agenda__open" aria-haspopup="dialog" onClick={() => setOpen(true)}>
              {t.agenda.filters}{chosen > 0 && <span className="facet__chosen">{chosen}</span>}
            </button>
          </div>
          {children}
        </div>
      </div>
      <Sheet
        open={isOpen} onClose={() => setOpen(false)} title={t.agenda.filters} closeLabel={t.agenda.close}
        footer={(
          <>
            <button type="button" className="button" onClick={onClear}>{t.agenda.clear}</button>
            <button type="button" className="button button--strong" onClick={() => setOpen(false)}>{show}</button>
          </>
        )}
      >
        {panel}
      </Sheet>
    </>
  );
}
