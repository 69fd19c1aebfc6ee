import { Button } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { post } from "@/api/write";
import { Confirm } from "@/space/kit/Confirm";
import { formatSince } from "@/space/kit/moments";
import { Part } from "@/space/kit/Page";
import { tell } from "@/space/kit/toasts";
import { useMe } from "@/space/kit/me";
import { may, standInvitations, type StandInvitation } from "./calls";
import { useProjectWords } from "./words";

type Asking = { what: "accept" | "decline"; of: StandInvitation } | null;

/** Stands offered to one's organisations: taken, they are theirs to write. */
export function InvitationsPart() {
  const { w, lang } = useProjectWords();
  const { organisations } = useMe();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { data = [] } = useQuery(standInvitations());
  const [asking, setAsking] = useState<Asking>(null);
  // The coordination could answer for anybody: it is for those who are asked.
  const mine = data.filter((each) => may(each, "accept") && organisations.some(({ id }) => id === each.organisation_id));
  if (mine.length === 0 && asking === null) return null;
  const answer = async () => {
    if (!asking) return;
    const settled = await post<StandInvitation>(`/stand-invitations/${asking.of.id}/${asking.what === "accept" ? "acceptance" : "refusal"}`);
    await Promise.all([client.invalidateQueries({ queryKey: ["stand-invitations"] }), client.invalidateQueries({ queryKey: ["waiting"] })]);
    tell(asking.what === "accept" ? w.standTaken : w.standLeft);
    if (settled.stand_id) await navigate({ to: "/espace/evenements/$id", params: { id: settled.stand_id } });
  };
  const village = asking?.of.umbrella_title ?? "";
  return (
    <Part title={w.invitations}>
      <ul role="list" className="lines" aria-label={w.invitations}>
        {mine.map((each) => (
          <li key={each.id} className="line">
            <div className="line__main">
              <span>{w.standIn(each.title, each.umbrella_title)}</span>
              <span className="soft">{w.standBy(each.umbrella_organisation_name, each.organisation_name, formatSince(each.asked_at, lang))}</span>
              {each.message && <span className="project-quote">{each.message}</span>}
            </div>
            <div className="line__actions">
              <Button variant="filled" aria-label={w.takeOf(each.title)} onClick={() => setAsking({ what: "accept", of: each })}>{w.take}</Button>
              <Button aria-label={w.leaveOf(each.title)} onClick={() => setAsking({ what: "decline", of: each })}>{w.leave}</Button>
            </div>
          </li>
        ))}
      </ul>
      <Confirm
        opened={asking !== null} title={asking?.what === "decline" ? w.leaveTitle(asking.of.title) : w.takeTitle(asking?.of.title ?? "")} confirmLabel={asking?.what === "decline" ? w.leaveGo : w.takeGo}
        onClose={() => setAsking(null)} onConfirm={answer}
      >
        <p>{asking?.what === "decline" ? w.leaveText(village) : w.takeText(village)}</p>
      </Confirm>
    </Part>
  );
}
