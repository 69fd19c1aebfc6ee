import { Button, Textarea } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { post } from "@/api/write";
import { Dialogue } from "@/space/kit/Dialogue";
import { useEntry } from "@/space/kit/entry";
import { EntryForm } from "@/space/kit/EntryForm";
import { Part } from "@/space/kit/Page";
import { tell } from "@/space/kit/toasts";
import { ownReviewPath } from "./calls";
import { useReviewWords } from "./words";

type Way = "declare" | "recuse";

/** The two ways not to review an application: a conflict of interest, or any other reason. */
export function StandBack({ id }: { id: string }) {
  const { w } = useReviewWords();
  const [way, setWay] = useState<Way | null>(null);
  return (
    <Part title={w.aside}>
      <p className="soft">{w.asideText}</p>
      <div className="line__actions">
        <Button size="xs" onClick={() => setWay("declare")}>{w.declare}</Button>
        <Button size="xs" onClick={() => setWay("recuse")}>{w.recuse}</Button>
      </div>
      <Dialogue opened={way !== null} onClose={() => setWay(null)} title={way === "recuse" ? w.recuseTitle : w.declareTitle}>
        {way && <ReasonForm key={way} id={id} way={way} onCancel={() => setWay(null)} />}
      </Dialogue>
    </Part>
  );
}

function ReasonForm({ id, way, onCancel }: { id: string; way: Way; onCancel: () => void }) {
  const { w } = useReviewWords();
  const client = useQueryClient();
  const navigate = useNavigate();
  const entry = useEntry({
    initial: { reason: "" }, labels: { reason: w.reason }, check: ({ reason }) => (reason.trim() ? {} : { reason: w.reasonNeeded }),
    send: async ({ reason }) => {
      if (way === "recuse") await post(`${ownReviewPath(id)}/recuse`, { reason });
      else await post("/conflicts-of-interest", { application_id: id, reason });
      tell(way === "recuse" ? w.recused : w.declared);
      await navigate({ to: "/espace/evaluations" });
      client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] === "reviews" && queryKey.includes(id) });
      await client.invalidateQueries({ queryKey: ["reviews", "mine"] });
      await client.invalidateQueries({ queryKey: ["waiting"] });
    },
  });
  return (
    <EntryForm entry={entry} submitLabel={way === "recuse" ? w.recuseGo : w.declareGo} focusFirst onCancel={onCancel}>
      <p>{way === "recuse" ? w.recuseText : w.declareText}</p>
      <Textarea {...entry.field("reason")} label={w.reason} description={w.reasonHint} maxLength={2_000} autosize minRows={3} />
    </EntryForm>
  );
}
