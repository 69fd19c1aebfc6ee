import { formatClock, formatDay } from "@/lib/dates";
import { capital, safeUrl, unbroken } from "@/lib/text";
import { useMemberWords } from "@/programme/memberWords";
import type { Seat, Sitting } from "@/programme/sitting";
import { inParis } from "@/space/kit/moments";
import { useSeatWords } from "./words";

/** What meeting it is, how it stands, and in whose place one sits. */
export function SeatHead({ meeting, me }: { meeting: Sitting; me: Seat }) {
  const { w, lang } = useSeatWords();
  const words = useMemberWords();
  const link = safeUrl(meeting.online_url);
  return (
    <header className="seat__head">
      <p className="seat__body">{words.body[meeting.body]}{meeting.is_second_call && <> · {w.second}</>}</p>
      <h1>{unbroken(meeting.title)}</h1>
      <p className="seat__when">{capital(w.at(formatDay(meeting.held_on, lang, { year: true }), meeting.starts_at ? formatClock(inParis(meeting.starts_at).clock, lang) : null))}{meeting.place && <>, {meeting.place}</>}</p>
      <p><span className={meeting.state === "cancelled" ? "flag flag--stop" : "flag"}>{w.states[meeting.state]}</span></p>
      {link && meeting.state !== "cancelled" && <p><a href={link} rel="noopener noreferrer" target="_blank">{w.online}</a></p>}
      <p className="seat__me">{w.youAre} <strong>{me.name}</strong>{me.representative_name && <> ({me.representative_name})</>}{me.college && <>, {w.college(me.college)}</>}.</p>
      {!me.may_vote && <p className="seat__note">{w.noVote}</p>}
    </header>
  );
}
