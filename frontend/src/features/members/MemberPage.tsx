import { TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useState, type ComponentType } from "react";
import { formatDay, todayInParis } from "@/lib/dates";
import { isUnknown } from "@/lib/problem";
import { useMemberWords } from "@/programme/memberWords";
import { hasRole, useMe } from "@/space/kit/me";
import { Page, Part } from "@/space/kit/Page";
import { Loaded } from "@/space/kit/States";
import { member as memberQuery, statusOn, type Member, type Status } from "./calls";
import { MovesPart } from "./MovesPart";
import { RepresentativesPart } from "./RepresentativesPart";
import { useMembersWords } from "./words";
import "./members.css";

/** What other parts of the workspace show on a member's page. */
export interface MemberPanels {
  below: readonly ComponentType<{ member: string; kind: Member["kind"] }>[];
}

/** A member: what it is today or on a day, its colleges, who speaks for it, what may be done. */
export function MemberPage({ panels }: { panels: MemberPanels }) {
  const { w } = useMembersWords();
  const { id } = useParams({ strict: false }) as { id: string };
  const query = useQuery({ ...memberQuery(id), staleTime: 0 });
  const isLost = isUnknown(query.error) && !query.data;
  if (isLost) return <Page key="none" title={w.unknown}><p><Link to={"/espace/adherents" as never}>← {w.title}</Link></p></Page>;
  if (!query.data) return <Page key="wait" title={w.page} ready={query.isError}><Loaded query={query} waiting={w.loading}>{() => null}</Loaded></Page>;
  return <Whole key={id} member={query.data.data} etag={query.data.etag} panels={panels} />;
}

function Whole({ member, etag, panels: { below } }: { member: Member; etag: string | null; panels: MemberPanels }) {
  const { w } = useMembersWords();
  const words = useMemberWords();
  const isTeam = hasRole(useMe(), "secretary", "treasurer", "administrator");
  return (
    <Page
      title={member.name ?? w.page}
      lead={<p>{[w.number(member.number), words.member[member.kind], words.fee_category[member.fee_category]].join(" · ")}</p>}
    >
      <StatusPart member={member} />
      <MovesPart member={member} etag={etag} />
      <RepresentativesPart member={member} />
      {below.map((Panel) => <Panel key={Panel.name} member={member.id} kind={member.kind} />)}
      {isTeam && <Part title={w.history}><p><Link to={"/espace/registre" as never} search={{ sujet: member.id } as never}>{w.register}</Link></p></Part>}
    </Page>
  );
}

/** What the member may do, today or on another day. */
function StatusPart({ member }: { member: Member }) {
  const { w, lang } = useMembersWords();
  const [on, setOn] = useState("");
  const asked = useQuery(statusOn(member.id, on));
  const status = on && asked.data ? asked.data : member.status;
  return (
    <Part title={w.facts}>
      {member.organisation && <p><Link to={"/espace/structures/$id" as never} params={{ id: member.organisation.id } as never}>{w.toOrganisation}</Link> <span className="soft">{[member.organisation.commune_name && `${member.organisation.commune_name} (${member.organisation.department})`, member.organisation.siret && `${w.siret} ${member.organisation.siret}`].filter(Boolean).join(" · ")}</span></p>}
      {member.person && <p className="soft">{[member.person.email, !member.person.has_account && (member.person.is_erased ? w.erased : w.noAccount)].filter(Boolean).join(" · ")}</p>}
      <div className="member-day">
        <TextInput type="date" label={w.statusOn} value={on || todayInParis()} onChange={({ currentTarget }) => setOn(currentTarget.value)} />
        <Marks status={status} />
      </div>
      <p className="unseen" role="status">{on && asked.data ? formatDay(on, lang, { weekday: false, year: true }) : ""}</p>
    </Part>
  );
}

function Marks({ status }: { status: Status }) {
  const { w } = useMembersWords();
  const words = useMemberWords();
  return (
    <ul role="list" className="member-marks">
      <Mark is={status.is_member} yes={status.college ? `${w.isMember}, ${words.college[status.college]}` : w.isMember} no={w.isNoMember} />
      {status.is_member && <Mark is={status.is_up_to_date} yes={w.paid} no={w.unpaid} />}
      {status.is_member && <Mark is={status.may_vote} yes={w.vote} no={w.noVote} />}
      {status.is_member && <Mark is={status.may_stand} yes={w.stand} no={w.noStand} />}
    </ul>
  );
}

function Mark({ is, yes, no }: { is: boolean; yes: string; no: string }) {
  return <li className="member-mark" data-no={!is || undefined}>{is ? yes : no}</li>;
}
