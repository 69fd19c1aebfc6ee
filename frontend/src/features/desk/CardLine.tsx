import { Checkbox } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { formatDay } from "@/lib/dates";
import type { Card } from "./filters";
import type { Selection } from "./useSelection";
import { useDeskWords } from "./words";

/** What deserves a look in an application, in words: nothing when all goes its way. */
export function Marks({ card }: { card: Card }) {
  const { w, lang } = useDeskWords();
  const request = card.change_request;
  const due = request?.due_on ? w.dueOn(formatDay(request.due_on, lang, { weekday: false })) : w.waits;
  return (
    <>
      {card.late.map((each) => <span key={each} className="flag flag--stop">{w.late[each]}</span>)}
      {card.has_conflict && <span className="flag">{w.own}</span>}
      {card.unread > 0 && <span className="flag">{w.unread(card.unread)}</span>}
      {request && !card.late.includes("answer_late") && <span className="word">{due}</span>}
      {card.staged && <span className="word">{w.staged[card.staged.decision]}</span>}
      {card.conflicts > 0 && <span className="word">{w.conflicts(card.conflicts)}</span>}
    </>
  );
}

/** « 4,2 »: a mean as it is read. */
export function scoreText(mean: number, lang: "fr" | "en"): string {
  return new Intl.NumberFormat(lang === "fr" ? "fr-FR" : "en-GB", { maximumFractionDigits: 1 }).format(mean);
}

function Reviews({ card }: { card: Card }) {
  const { w, lang } = useDeskWords();
  const { reviews } = card;
  if (!reviews || reviews.assigned === 0) return null;
  const mean = reviews.mean !== null && reviews.out_of !== null && w.mean(scoreText(reviews.mean, lang), String(reviews.out_of));
  return <span className="soft">{[w.given(reviews.submitted, reviews.assigned), mean].filter(Boolean).join(", ")}</span>;
}

/** An application on the board. */
export function CardLine({ card, selection }: { card: Card; selection: Selection }) {
  const { w } = useDeskWords();
  return (
    <li className="card" data-chosen={selection.has(card.id) || undefined}>
      <Checkbox className="card__choose" aria-label={w.choose(card.number)} checked={selection.has(card.id)} onChange={() => selection.toggle(card)} />
      <div className="card__body">
        <Link className="card__title" to="/espace/dossiers/$id" params={{ id: card.id }}><span className="card__number">{card.number}</span> {card.title ?? w.untitled}</Link>
        <span className="soft">{[card.organisation.name, card.commune?.name].filter(Boolean).join(" · ")}</span>
        <Reviews card={card} />
        <span className="card__marks"><Marks card={card} /></span>
      </div>
    </li>
  );
}
