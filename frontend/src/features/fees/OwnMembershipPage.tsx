import { useQuery } from "@tanstack/react-query";
import type { ComponentType } from "react";
import { useMemberWords } from "@/programme/memberWords";
import { formatDate } from "@/space/kit/moments";
import { Page, Part } from "@/space/kit/Page";
import { Loaded, NothingYet } from "@/space/kit/States";
import { Unsaved } from "@/space/kit/Unsaved";
import { ownMembers, type OwnMember } from "./calls";
import { MemberFees } from "./MemberFeesPart";
import { useFeeWords } from "./words";
import "./fees.css";

export interface OwnMembershipPanels {
  /** Shown under the members that one speaks for, such as the meetings to come. */
  below: readonly ComponentType[];
}

/** Where one stands with the association, for each member that one is or acts for. */
export function OwnMembershipPage({ panels }: { panels: OwnMembershipPanels }) {
  const { w } = useFeeWords();
  const query = useQuery(ownMembers());
  return (
    <Page title={w.ownTitle} lead={<p>{w.ownLead}</p>}>
      <Loaded query={query}>
        {(members) => (members.length === 0 ? (
          <NothingYet><p><strong>{w.ownNone}</strong></p><p>{w.ownNoneText}</p><a className="button" href="/association/adherer">{w.ownApply}</a></NothingYet>
        ) : (
          <Unsaved>
            {members.map((member) => <OwnPart key={member.id} member={member} />)}
            {panels.below.map((Panel) => <Panel key={Panel.displayName ?? Panel.name} />)}
          </Unsaved>
        ))}
      </Loaded>
    </Page>
  );
}

function OwnPart({ member }: { member: OwnMember }) {
  const { w, lang } = useFeeWords();
  const words = useMemberWords();
  const name = member.name ?? w.number(member.number);
  const since = member.since && w.sinceDay(formatDate(member.since, lang));
  return (
    <Part title={name}>
      <dl className="facts">
        <dt>{w.status}</dt>
        <dd>{member.is_member ? [w.isMember, since].filter(Boolean).join(" ") : w.isFormer}</dd>
        {member.is_member && member.college && <><dt>{w.college}</dt><dd>{words.college[member.college]}</dd></>}
        {member.is_member && (
          <>
            <dt>{w.fees}</dt><dd>{member.is_up_to_date ? w.upToDate : w.notUpToDate}</dd>
            <dt>{words.body.general_assembly}</dt><dd>{member.may_vote ? w.mayVote : w.mayNotVote}</dd>
          </>
        )}
        {member.kind === "legal" && <><dt>{w.representative}</dt><dd>{member.representative?.name ?? w.noRepresentative}</dd></>}
      </dl>
      <h3>{w.ownFees}</h3>
      <MemberFees member={member.id} />
    </Part>
  );
}
