import { Button, NativeSelect, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { todayInParis } from "@/lib/dates";
import { memberWord, useMemberWords } from "@/programme/memberWords";
import { Dialogue } from "@/space/kit/Dialogue";
import { useEntry } from "@/space/kit/entry";
import { EntryForm } from "@/space/kit/EntryForm";
import { formatDate } from "@/space/kit/moments";
import { Part } from "@/space/kit/Page";
import { Loaded, NothingYet } from "@/space/kit/States";
import { tell } from "@/space/kit/toasts";
import { offices, ROLES, terms, useMove, type Office, type Term } from "./calls";
import { EndDialogue } from "./EndDialogue";
import { useGovernanceWords } from "./words";

/** The bureau of today; the board elects a new one among its members. */
export function BureauPart() {
  const { w } = useGovernanceWords();
  const today = todayInParis();
  const query = useQuery(offices(today));
  const board = useQuery(terms(today));
  const [isElecting, setElecting] = useState(false);
  const mayElect = board.data?.some((term) => term.allowed_actions.includes("end")) ?? false;
  return (
    <Part title={w.bureau} actions={mayElect && <Button onClick={() => setElecting(true)}>{w.elect}</Button>}>
      <Loaded query={query}>
        {(items) => (items.length === 0 ? <NothingYet><p>{w.noBureau}</p></NothingYet> : (
          <ul role="list" className="lines">{ROLES.flatMap((role) => items.filter((office) => office.role === role).toSorted((a, b) => a.rank - b.rank)).map((office) => <OfficeLine key={office.id} office={office} />)}</ul>
        ))}
      </Loaded>
      {isElecting && board.data && <ElectDialogue board={board.data} onClose={() => setElecting(false)} />}
    </Part>
  );
}

function OfficeLine({ office }: { office: Office }) {
  const { w, lang } = useGovernanceWords();
  const words = useMemberWords();
  const move = useMove();
  const [isEnding, setEnding] = useState(false);
  const role = memberWord(words, "office", office.role);
  const name = office.member.representative ?? office.member.name ?? "";
  const facts = [office.member.representative && office.member.name, w.sinceDay(formatDate(office.began_on, lang)), w.renewal(formatDate(office.expected_end_on, lang))].filter(Boolean).join(" · ");
  return (
    <li className="line">
      <div className="line__main"><span>{role} : {name}</span><span className="soft">{facts}</span></div>
      {office.allowed_actions.includes("end") && <div className="line__actions"><Button aria-label={w.endOfficeOf(role, name)} onClick={() => setEnding(true)}>{w.endOffice}</Button></div>}
      {isEnding && (
        <EndDialogue
          title={w.endOfficeTitle(role)} text={w.endOfficeText} goLabel={w.endOfficeGo} done={w.officeEnded} dayLabel={w.onEnd} dayHint={w.onEndHint} as={["resignation", "revocation"]} hasReason={false}
          send={(body) => move(`/offices/${office.id}/end`, body, office.version)} onClose={() => setEnding(false)}
        />
      )}
    </li>
  );
}

/** Offices that one bureau fills here; a second vice-president and a member of the bureau are none that it must. */
const SEATS = [["president", 1], ["vice_president", 1], ["vice_president", 2], ["treasurer", 1], ["secretary", 1], ["bureau_member", 1]] as const;

function ElectDialogue({ board, onClose }: { board: readonly Term[]; onClose: () => void }) {
  const { w } = useGovernanceWords();
  const words = useMemberWords();
  const move = useMove();
  const today = todayInParis();
  const chosen = (values: Record<string, string>) => SEATS.flatMap(([role, rank]) => (values[`${role}_${rank}`] ? [{ role, rank, member_id: values[`${role}_${rank}`] }] : []));
  const labelOf = (role: string, rank: number) => (rank === 1 ? memberWord(words, "office", role) : w.wholeOf(rank));
  const entry = useEntry<Record<string, string>>({
    initial: { on: today, ...Object.fromEntries(SEATS.map(([role, rank]) => [`${role}_${rank}`, ""])) },
    labels: { on: w.on, ...Object.fromEntries(SEATS.map(([role, rank]) => [`${role}_${rank}`, labelOf(role, rank)])) },
    check: (values) => ({ ...(!values["on"] && { on: w.dayNeeded }), ...(chosen(values).length === 0 && { president_1: w.oneNeeded }) }) as Record<string, string>,
    send: (values) => move("/offices", { on: values["on"], is_whole: true, offices: chosen(values) }),
  });
  const people = [{ value: "", label: w.nobody }, ...board.map(({ member }) => ({ value: member.id, label: [member.name, member.representative].filter(Boolean).join(", ") }))];
  return (
    <Dialogue opened onClose={onClose} title={w.electTitle}>
      <p>{w.electText}</p>
      <EntryForm entry={entry} submitLabel={w.electGo} label={w.electTitle} onCancel={onClose} cancelLabel={w.back} onDone={() => { tell(w.elected); onClose(); }}>
        <TextInput {...entry.field("on")} type="date" max={today} label={w.on} />
        {SEATS.map(([role, rank]) => <NativeSelect key={`${role}_${rank}`} {...entry.field(`${role}_${rank}`)} label={labelOf(role, rank)} data={people} />)}
      </EntryForm>
    </Dialogue>
  );
}
