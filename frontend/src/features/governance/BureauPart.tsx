import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { todayInParis } from "@/lib/dates";
import { useMemberWords } from "@/programme/memberWords";
import { formatDate } from "@/space/kit/moments";
import { Part } from "@/space/kit/Page";
import { Loaded, NothingYet } from "@/space/kit/States";
import { useKitWords } from "@/space/kit/words";
import { offices, ROLES, terms, useMove, versions, type Office } from "./calls";
import { ElectDialogue } from "./ElectDialogue";
import { EndDialogue } from "./EndDialogue";
import { officeName } from "./seats";
import { useGovernanceWords } from "./words";

/** The bureau of today; the board elects a new one among its members. */
export function BureauPart() {
  const { w } = useGovernanceWords();
  const today = todayInParis();
  const query = useQuery(offices(today));
  const board = useQuery(terms(today));
  const bylaws = useQuery(versions());
  const [isElecting, setElecting] = useState(false);
  const mayElect = board.data?.some((term) => term.allowed_actions.includes("end")) ?? false;
  return (
    <Part title={w.bureau} actions={mayElect && <Button onClick={() => setElecting(true)}>{w.elect}</Button>}>
      <Loaded query={query}>
        {(items) => (items.length === 0 ? <NothingYet><p>{w.noBureau}</p></NothingYet> : (
          <ul role="list" className="lines">{ROLES.flatMap((role) => items.filter((office) => office.role === role).toSorted((a, b) => a.rank - b.rank)).map((office) => <OfficeLine key={office.id} office={office} />)}</ul>
        ))}
      </Loaded>
      {isElecting && board.data && bylaws.data && <ElectDialogue board={board.data} bylaws={bylaws.data} onClose={() => setElecting(false)} />}
    </Part>
  );
}

function OfficeLine({ office }: { office: Office }) {
  const { w, lang } = useGovernanceWords();
  const { w: kit } = useKitWords();
  const words = useMemberWords();
  const move = useMove();
  const [isEnding, setEnding] = useState(false);
  const role = officeName(office.role, office.rank, words, w);
  const name = office.member.representative ?? office.member.name ?? "";
  const facts = [office.member.representative && office.member.name, w.sinceDay(formatDate(office.began_on, lang)), w.renewal(formatDate(office.expected_end_on, lang))].filter(Boolean).join(" · ");
  return (
    <li className="line">
      <div className="line__main"><span>{role}{kit.colon}{name}</span><span className="soft">{facts}</span></div>
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
