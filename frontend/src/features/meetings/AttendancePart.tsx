import { Button, Select, TextInput } from "@mantine/core";
import { useEffect, useRef, useState, type ReactNode } from "react";
import { formatClock } from "@/lib/dates";
import { Problem } from "@/lib/problem";
import type { DeskSeat, DeskSitting } from "@/programme/sitting";
import { DataTable, type Column } from "@/space/kit/DataTable";
import { inParis } from "@/space/kit/moments";
import { Part } from "@/space/kit/Page";
import { tell } from "@/space/kit/toasts";
import { arrive, depart, endProxy, giveProxy } from "./calls";
import { isUnderWay, momentOf, usualClock } from "./hours";
import { useMeetingWords, type MeetingWords } from "./words";

interface AttendancePartProps {
  id: string;
  told: DeskSitting;
  onDone: () => Promise<unknown>;
}

const folded = (text: string): string => text.normalize("NFD").replaceAll(/\p{Diacritic}/gu, "").toLowerCase();

type Cell = (seat: DeskSeat) => ReactNode;

function columnsOf(w: MeetingWords, presence: Cell, proxy: Cell, door: Cell | null): Column<DeskSeat>[] {
  return [
    { key: "name", label: w.member, cell: ({ name, representative_name: speaks, struck_as: struck }) => (struck ? <s>{name}</s> : speaks ? `${name} (${speaks})` : name) },
    { key: "college", label: w.college, cell: ({ college, may_vote: votes, struck_as: struck }) => [college, votes || struck ? null : w.mayNot].filter(Boolean).join(" ") },
    { key: "status", label: w.status, cell: presence },
    { key: "proxy", label: w.proxyTo, cell: proxy },
    ...(door ? [{ key: "act", label: w.attendance, actions: true, cell: door }] : []),
  ];
}

function PresenceCell({ seat }: { seat: DeskSeat }) {
  const { w, lang } = useMeetingWords();
  const at = (instant: string | null) => (instant ? `, ${formatClock(inParis(instant).clock, lang)}` : "");
  if (seat.struck_as) return <span className="meetings__struck">{w.struck(seat.struck_as)}</span>;
  const words = seat.is_present ? `${seat.mode === "online" ? w.hereOnline : w.here}${at(seat.arrived_at)}` : seat.left_at ? `${w.gone}${at(seat.left_at)}` : w.away;
  return <>{words}{seat.voted.length > 0 && <> · {w.voted}</>}</>;
}

function DoorCell({ id, seat: { id: entry, name, is_present: isHere, struck_as: struck }, hour, attempt }: { id: string; seat: DeskSeat; hour: string | null; attempt: (work: () => Promise<unknown>) => Promise<void> }) {
  const { w } = useMeetingWords();
  if (struck) return null;
  if (isHere) return <Button size="xs" variant="subtle" aria-label={w.leaveOf(name)} onClick={() => void attempt(() => depart(id, entry, hour))}>{w.leave}</Button>;
  return (
    <span className="line__actions">
      <Button size="xs" aria-label={w.arriveOf(name)} onClick={() => void attempt(() => arrive(id, entry, "on_site", hour))}>{w.arrive}</Button>
      <Button size="xs" variant="subtle" aria-label={w.onlineOf(name)} onClick={() => void attempt(() => arrive(id, entry, "online", hour))}>{w.onlineShort}</Button>
    </span>
  );
}

/** Who is there and whose voice they hold, kept at the door. */
export function AttendancePart({ id, told, onDone }: AttendancePartProps) {
  const { w } = useMeetingWords();
  const [q, setQ] = useState("");
  const [clock, setClock] = useState(usualClock(told.meeting));
  const hour = momentOf(told.meeting.held_on, clock);
  const keeps = told.allowed_actions.includes("attend");
  const names = new Map(told.roll.map((seat) => [seat.id, seat.name]));
  const attempt = async (work: () => Promise<unknown>) => {
    try {
      await work();
      await onDone();
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      tell(error.errors[0]?.detail ?? error.message, { bad: true });
    }
  };
  const columns = columnsOf(
    w, (seat) => <PresenceCell seat={seat} />,
    (seat) => <ProxyCell id={id} seat={seat} told={told} holder={seat.holder_id ? names.get(seat.holder_id) ?? null : null} keeps={keeps} attempt={attempt} />,
    keeps ? (seat) => <DoorCell id={id} seat={seat} hour={hour} attempt={attempt} /> : null,
  );
  const rows = told.roll.filter(({ name, representative_name: speaks }) => folded(`${name} ${speaks ?? ""}`).includes(folded(q)));
  return (
    <Part title={w.attendance}>
      {keeps && <TextInput className="meetings__hour" type="time" label={w.hour} description={isUnderWay(told.meeting.held_on) ? w.hourNow : w.pastHour} value={clock} onChange={({ currentTarget }) => setClock(currentTarget.value)} />}
      <TextInput type="search" label={w.find} value={q} onChange={({ currentTarget }) => setQ(currentTarget.value)} />
      <DataTable caption={w.attendance} columns={columns} rows={rows} rowKey={({ id: key }) => key} />
    </Part>
  );
}

interface ProxyCellProps {
  id: string;
  seat: DeskSeat;
  told: DeskSitting;
  holder: string | null;
  keeps: boolean;
  attempt: (work: () => Promise<unknown>) => Promise<void>;
}

function ProxyCell({ id, seat, told, holder, keeps, attempt }: ProxyCellProps) {
  const { w } = useMeetingWords();
  if (holder) {
    return (
      <span className="line__actions">
        {holder}
        {keeps && seat.proxy_id && <Button size="xs" variant="subtle" aria-label={w.endProxy(seat.name)} onClick={() => void attempt(() => endProxy(id, seat.proxy_id!))}>{w.endShort}</Button>}
      </span>
    );
  }
  if (!keeps || seat.is_present || !seat.may_vote || seat.is_staff_seat) return null;
  return <GiveProxy id={id} seat={seat} told={told} attempt={attempt} />;
}

/** A list to choose from is drawn for who asks for it: sixty rows that each hold one are slow to draw, and to listen to. */
function GiveProxy({ id, seat, told, attempt }: Omit<ProxyCellProps, "holder" | "keeps">) {
  const { w } = useMeetingWords();
  const [isAsked, setIsAsked] = useState(false);
  const list = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (isAsked) list.current?.focus(); // which opens it
  }, [isAsked]);
  const label = w.proxyFor(seat.name);
  const mayHold = ({ id: other, is_present: isHere, may_vote: votes, is_staff_seat: isStaff }: DeskSeat) => other !== seat.id && isHere && votes && !isStaff;
  if (!told.roll.some(mayHold)) return null;
  if (!isAsked) return <Button size="xs" variant="subtle" aria-label={w.proxyGive(seat.name)} onClick={() => setIsAsked(true)}>{w.proxyShort}</Button>;
  return (
    <Select
      size="xs" aria-label={label} placeholder={w.proxyTo} value={null} searchable ref={list}
      data={told.roll.filter(mayHold).map(({ id: value, name }) => ({ value, label: name }))}
      onBlur={() => setIsAsked(false)} onChange={(to) => { if (to) void attempt(() => giveProxy(id, seat.id, to)); }}
    />
  );
}
