import { Button } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { post } from "@/api/write";
import { Confirm } from "@/space/kit/Confirm";
import { Part } from "@/space/kit/Page";
import { tell } from "@/space/kit/toasts";
import { candidatesOf, isKept, type Candidate, type EventFacts } from "./calls";
import { useEventWords } from "./words";

type Asking = { what: "theirs" | "ours" | "apart"; of: Candidate } | null;

/** Events that may be this one: linked by the coordination, never doubled. */
export function CandidatesPart({ event }: { event: EventFacts }) {
  const { w } = useEventWords();
  const client = useQueryClient();
  const { data = [] } = useQuery(candidatesOf(event.id));
  const [asking, setAsking] = useState<Asking>(null);
  if (data.length === 0) return null;
  const kept = isKept(event);
  const settle = async () => {
    if (!asking) return;
    const pair = `/duplicates/${asking.of.id}`;
    if (asking.what === "apart") await post(`${pair}/apart`);
    else await post(`${pair}/link`, { keep: asking.what === "theirs" ? asking.of.event_id : event.id });
    await client.invalidateQueries({ queryKey: ["event-facts", event.id] });
    tell(asking.what === "apart" ? w.toldApart : w.linked);
  };
  const words = asking && { theirs: [w.linkTitle, w.linkText(asking.of.title), w.linkGo], ours: [w.linkTitle, w.linkText(event.title), w.linkGo], apart: [w.apartTitle, w.apartText, w.apartGo] }[asking.what];
  return (
    <Part title={w.doubles}>
      <p>{kept ? w.doublesText : w.doublesHolder}</p>
      <ul role="list" className="lines" aria-label={w.doubles}>
        {data.map((each) => (
          <li key={each.id} className="line">
            <div className="line__main">
              {kept ? <Link to="/espace/evenements/$id" params={{ id: each.event_id }}>{each.title}</Link> : <span>{each.title}</span>}
              <span className="soft">{[each.is_in_feed ? w.inFeed(each.source_name) : w.writtenHere, w.alike(Math.round(each.similarity * 100))].join(" · ")}</span>
            </div>
            {kept && (
              <div className="line__actions">
                <Button aria-label={w.keepOtherOf(each.title)} onClick={() => setAsking({ what: "theirs", of: each })}>{w.keepOther}</Button>
                <Button aria-label={w.keepThisOf(each.title)} onClick={() => setAsking({ what: "ours", of: each })}>{w.keepThis}</Button>
                <Button variant="subtle" aria-label={w.apartOf(each.title)} onClick={() => setAsking({ what: "apart", of: each })}>{w.apart}</Button>
              </div>
            )}
          </li>
        ))}
      </ul>
      <Confirm opened={asking !== null} title={words?.[0] ?? ""} confirmLabel={words?.[2] ?? ""} onClose={() => setAsking(null)} onConfirm={settle}><p>{words?.[1]}</p></Confirm>
    </Part>
  );
}
