import type { ReactNode } from "react";
import { usePage } from "@/lib/page";

interface PageProps {
  title: string;
  lead?: ReactNode;
  actions?: ReactNode;
  /** False while the title is not known yet. */
  ready?: boolean;
  children: ReactNode;
}

/** A page of the workspace: its heading, what can be done, its parts. Sets the document's title and where focus lands. */
export function Page({ title, lead, actions, ready = true, children }: PageProps) {
  usePage(title, ready);
  return (
    <div className="page">
      <header className="page__head">
        <h1>{title}</h1>
        {lead && <div className="page__lead">{lead}</div>}
        {actions && <div className="page__actions">{actions}</div>}
      </header>
      {children}
    </div>
  );
}

/** A part of a page, under a heading and an ink line. */
export function Part({ title, actions, children }: { title: string; actions?: ReactNode; children: ReactNode }) {
  return (
    <section className="part" aria-label={title}>
      {actions ? <div className="part__head"><h2>{title}</h2><div className="line__actions">{actions}</div></div> : <h2>{title}</h2>}
      {children}
    </section>
  );
}
