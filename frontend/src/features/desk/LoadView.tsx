import { Select } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { territory } from "@/api/queries";
import { formatDay, formatSpan } from "@/lib/dates";
import { Part } from "@/space/kit/Page";
import { Loaded, NothingYet } from "@/space/kit/States";
import { load, type EditionLoad } from "./calls";
import { everyDay, fullest, level, ofDepartment } from "./load";
import { useDeskWords } from "./words";

/** How full the edition's days are, and when applications came. */
export function LoadView({ call, year }: { call: string; year: number }) {
  const { w } = useDeskWords();
  const query = useQuery(load(year));
  return (
    <Loaded query={query} waiting={w.loading}>
      {(found) => (
        <>
          <Days found={found} />
          {found.calls.filter(({ id }) => id === call).map((each) => <CallArrivals key={each.id} call={each} />)}
        </>
      )}
    </Loaded>
  );
}

function Days({ found }: { found: EditionLoad }) {
  const { w, lang } = useDeskWords();
  const region = useQuery(territory());
  const [department, setDepartment] = useState("");
  const most = fullest(found);
  if (found.days.every(({ halves }) => halves.every(({ sessions }) => sessions === 0))) {
    return <Part title={`${w.loadTitle} ${found.year}`}><NothingYet><p>{w.loadNone(formatSpan(found.starts_on, found.ends_on, lang))}</p></NothingYet></Part>;
  }
  return (
    <Part title={`${w.loadTitle} ${found.year}`}>
      <p className="soft">{w.loadText}</p>
      <Select className="desk__department" label={w.department} value={department} data={[{ value: "", label: w.whole }, ...(region.data?.departments ?? []).map(({ code, name }) => ({ value: code, label: name }))]} onChange={(value) => setDepartment(value ?? "")} />
      <table className="load">
        <caption className="unseen">{`${w.loadTitle} ${found.year}`}</caption>
        <thead><tr><th scope="col">{w.day}</th><th scope="col">{w.morning}</th><th scope="col">{w.afternoon}</th></tr></thead>
        <tbody>
          {found.days.map(({ day, halves }) => (
            <tr key={day}>
              {/* On a narrow screen the line may end after the weekday. */}
              <th scope="row">{formatDay(day, lang).replace("\u00a0", " ")}</th>
              {halves.map((half) => {
                const { sessions, seats, without_seats: unknown } = ofDepartment(half, department);
                return (
                  <td key={half.half} data-level={level(sessions, most)}>
                    {sessions === 0 ? <span className="soft">{w.nothingThen}</span> : <><strong>{w.sessions(sessions)}</strong> <span>{seatsText(seats, unknown, sessions, w)}</span></>}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </Part>
  );
}

/** « 240 places, 3 sans jauge »; nobody reads the same number twice. */
function seatsText(seats: number, unknown: number, sessions: number, w: ReturnType<typeof useDeskWords>["w"]): string {
  if (unknown === sessions) return w.noSeats;
  return unknown === 0 ? w.seats(seats) : `${w.seats(seats)}, ${w.unknownSeats(unknown)}`;
}

function CallArrivals({ call }: { call: EditionLoad["calls"][number] }) {
  const { w, lang } = useDeskWords();
  const days = everyDay(call.days);
  const most = Math.max(1, ...days.map(({ begun, sent }) => Math.max(begun, sent)));
  return (
    <Part title={`${w.arrivals} : ${call.title}`}>
      {days.length === 0 ? <p>{w.arrivalsNone}</p> : (
        <div className="arrivals-scroll">
          <table className="arrivals">
            <caption className="unseen">{w.arrivalsCaption(call.title)}</caption>
            <thead><tr><th scope="col">{w.day}</th><th scope="col">{w.begun}</th><th scope="col">{w.sentMany}</th></tr></thead>
            <tbody>
              {days.filter(({ begun, sent }) => begun + sent > 0).map(({ day, begun, sent }) => (
                <tr key={day}>
                  <th scope="row">{formatDay(day, lang, { weekday: false })}</th>
                  <td><Bar value={begun} most={most} /></td>
                  <td><Bar value={sent} most={most} strong /></td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Part>
  );
}

function Bar({ value, most, strong = false }: { value: number; most: number; strong?: boolean }) {
  return <span className="bar" data-strong={strong || undefined}><span className="bar__mark" style={{ width: `${(100 * value) / most}%` }} aria-hidden="true" /><span className="bar__value">{value}</span></span>;
}
