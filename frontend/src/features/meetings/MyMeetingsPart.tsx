import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { formatClock, formatDay } from "@/lib/dates";
import { capital } from "@/lib/text";
import { inParis } from "@/space/kit/moments";
import { Part } from "@/space/kit/Page";
import { Loaded } from "@/space/kit/States";
import { myMeetings } from "./calls";
import { useMeetingWords } from "./words";

/** The meetings to which somebody may go in the place of a member: the way to their own place. */
export function MyMeetingsPart() {
  const { w, lang } = useMeetingWords();
  const query = useQuery(myMeetings());
  return (
    <Part title={w.mine}>
      <Loaded query={query} waiting={w.loading}>
        {(rows) => (rows.length === 0 ? <p className="soft">{w.mineNone}</p> : (
          <ul role="list" className="lines" aria-label={w.mine}>
            {rows.map(({ id, name, meeting, holder_name: holder, minutes_number: number }) => (
              <li key={id} className="line">
                <div className="line__main">
                  <Link to={"/espace/reunions/ma-place/$id" as string} params={{ id } as never}>{meeting.title}</Link>
                  <span>{capital(formatDay(meeting.held_on, lang, { year: true }))}{meeting.starts_at && <>, {formatClock(inParis(meeting.starts_at).clock, lang)}</>}{meeting.place && <>, {meeting.place}</>}</span>
                  <span className="soft">{name}{holder && <> · {w.holder(holder)}</>}</span>
                </div>
                <span className={meeting.state === "open" ? "flag" : "word"}>{w.states[meeting.state]}</span>
                {number !== null && <div className="line__actions"><a href={`/api/v1/me/meetings/${id}/minutes.pdf`} download>{w.minutesPdf}</a></div>}
              </li>
            ))}
          </ul>
        ))}
      </Loaded>
    </Part>
  );
}
