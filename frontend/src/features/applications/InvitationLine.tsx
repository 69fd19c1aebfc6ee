import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { post } from "@/api/write";
import { useMe } from "@/space/kit/me";
import { tell } from "@/space/kit/toasts";
import { parties, path, type Application, type Party } from "./calls";
import { useApplicationsWords } from "./words";

/** A part in somebody's application that one of my organisations is asked to take. */
export function InvitationLine({ application, onAnswered }: { application: Application; onAnswered: () => Promise<unknown> }) {
  const { w } = useApplicationsWords();
  const { organisations } = useMe();
  const { id, call } = application;
  const title = application.title ?? w.untitled;
  const own = new Map(organisations.map((each) => [each.id, each.name]));
  const query = useQuery(parties(id));
  const party = query.data?.find(({ state, organisation_id: organisation }) => state === "invited" && own.has(organisation ?? ""));
  const answer = async ({ id: place }: Party, what: "acceptance" | "refusal") => {
    try {
      await post(`${path(id)}/parties/${place}/${what}`);
      tell(what === "acceptance" ? w.accepted(title) : w.refused);
    } catch (error) {
      tell(error instanceof Error ? error.message : String(error), { bad: true });
    }
    await onAnswered();
  };
  return (
    <li className="line">
      <div className="line__main">
        <Link to={"/espace/dossiers/$id" as string} params={{ id } as never}>{title}</Link>
        <span>{query.isSuccess && !party && w.transfer(application.organisation?.name ?? w.someone)}{party && <>{w.invitedAs(party.role_label, application.organisation?.name ?? w.someone)}{own.size > 1 && ` (${w.invitedFor(own.get(party.organisation_id ?? "") ?? "")})`}{party.may_edit && ` : ${w.mayEdit}`}</>}</span>
        <span className="soft">{call.title}</span>
      </div>
      <div className="line__actions">
        {party ? (
          <>
            <Button variant="filled" aria-label={w.acceptOf(title)} onClick={() => void answer(party, "acceptance")}>{w.accept}</Button>
            <Button aria-label={w.refuseOf(title)} onClick={() => void answer(party, "refusal")}>{w.refuse}</Button>
          </>
        ) : <Link className="button" to={"/espace/dossiers/$id" as string} params={{ id } as never}>{w.answerThere}</Link>}
      </div>
    </li>
  );
}
