import { Button } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { del } from "@/api/write";
import { formatDate, formatSince } from "@/space/kit/moments";
import { Part } from "@/space/kit/Page";
import { tell } from "@/space/kit/toasts";
import { may, ownRequests } from "./calls";
import { JoinForm } from "./JoinForm";
import { useOrganisationWords } from "./words";

/** Asking an organisation to let one in, and what became of one's last request. */
export function OwnRequest({ id, name }: { id: string; name: string }) {
  const { w, lang } = useOrganisationWords();
  const client = useQueryClient();
  const query = useQuery(ownRequests());
  const request = query.data?.find(({ organisation }) => organisation.id === id);
  const withdraw = async () => {
    try {
      await del(`/me/join-requests/${encodeURIComponent(request?.id ?? "")}`);
      tell(w.joinWithdrawn);
    } catch (error) {
      tell(error instanceof Error ? error.message : String(error), { bad: true });
    }
    await Promise.all([client.invalidateQueries(ownRequests()), client.invalidateQueries({ queryKey: ["waiting"] })]);
  };
  if (query.isPending) return null;
  if (request?.state === "waiting") {
    return (
      <Part title={w.joinTitle}>
        <p role="status">{w.joinWaiting} <span className="soft">{formatSince(request.created_at, lang)}</span></p>
        {request.message && <p className="clash__value">{request.message}</p>}
        {may(request, "withdraw") && <div><Button onClick={() => void withdraw()}>{w.withdraw}</Button></div>}
      </Part>
    );
  }
  return (
    <Part title={w.joinTitle}>
      {request?.state === "refused" && (
        <div>
          <p><strong>{w.joinRefused(formatDate(request.settled_at ?? request.created_at, lang))}</strong></p>
          {request.reason && <p className="clash__value">{request.reason}</p>}
          <p>{w.joinAgain}</p>
        </div>
      )}
      <JoinForm id={id} name={name} />
    </Part>
  );
}
