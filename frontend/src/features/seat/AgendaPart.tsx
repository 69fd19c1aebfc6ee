import type { Sitting } from "@/programme/sitting";
import { useSeatWords } from "./words";

type Documents = Sitting["documents"];

/** What is on the agenda, with its documents; once they are approved, the minutes. */
export function AgendaPart({ place, meeting }: { place: string; meeting: Sitting }) {
  const { w } = useSeatWords();
  return (
    <>
      {meeting.state === "minutes_approved" && <p><a className="button" href={`/api/v1${place}/minutes.pdf`} download>{w.minutes}</a></p>}
      {meeting.agenda.length > 0 && (
        <section className="seat__part" aria-label={w.agenda}>
          <h2>{w.agenda}</h2>
          <ol className="seat__agenda">
            {meeting.agenda.map(({ id, title, text, documents }) => <li key={id}><strong>{title}</strong>{text && <p className="seat__text">{text}</p>}<Files place={place} documents={documents} /></li>)}
          </ol>
        </section>
      )}
      {meeting.documents.length > 0 && <section className="seat__part" aria-label={w.documents}><h2>{w.documents}</h2><Files place={place} documents={meeting.documents} /></section>}
    </>
  );
}

function Files({ place, documents }: { place: string; documents: Documents }) {
  if (documents.length === 0) return null;
  return <ul role="list" className="seat__files">{documents.map(({ id, name }) => <li key={id}><a href={`/api/v1${place}/documents/${id}`} download>{name}</a></li>)}</ul>;
}
