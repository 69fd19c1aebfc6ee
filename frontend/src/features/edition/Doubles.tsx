import { Button } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { post } from "@/api/write";
import { Confirm } from "@/space/kit/Confirm";
import { Loaded } from "@/space/kit/States";
import { tell } from "@/space/kit/toasts";
import { useUnfolded } from "@/space/kit/useUnfolded";
import { candidates, type Candidate } from "./calls";
import { useEditionWords } from "./words";

/** Events that may be this one, where one sees that they are in the way: linked, or said to be two. */
export function Doubles({ event, title }: { event: string; title: string }) {
  const { w } = useEditionWords();
  const client = useQueryClient();
  const { open, show, button } = useUnfolded();
  const query = useQuery({ ...candidates(event), enabled: open });
  const [linking, setLinking] = useState<Candidate | null>(null);
  const settle = async (what: string, of: Candidate, body?: unknown) => {
    await post(`/duplicates/${of.id}/${what}`, body);
    await client.invalidateQueries({ queryKey: ["programme"] });
  };
  const apart = async (of: Candidate) => {
    await settle("apart", of);
    tell(w.toldApart);
  };
  if (!open) return <div className="line__actions"><Button size="xs" ref={button} aria-label={w.doublesOf(title)} onClick={show}>{w.doubles}</Button></div>;
  return (
    <div className="line__below doubles">
      <Loaded query={query}>
        {(items) => (items.length === 0 ? <p className="soft">{w.doublesNone}</p> : (
          <ul role="list" className="lines">
            {items.map((each) => (
              <li key={each.id} className="line">
                <div className="line__main"><a href={`/evenement/${each.slug}`} target="_blank" rel="noopener">{each.title}</a><span className="soft">{[each.is_in_feed ? w.inFeed(each.source_name) : w.here, w.alike(Math.round(each.similarity * 100))].join(" · ")}</span></div>
                <div className="line__actions">
                  <Button size="xs" aria-label={w.linkOf(each.title)} onClick={() => setLinking(each)}>{w.link}</Button>
                  <Button size="xs" aria-label={w.apartOf(each.title)} onClick={() => void apart(each)}>{w.apart}</Button>
                </div>
              </li>
            ))}
          </ul>
        ))}
      </Loaded>
      <Confirm
        opened={linking !== null} title={w.linkTitle} confirmLabel={w.link} onClose={() => setLinking(null)}
        onConfirm={async () => {
          if (!linking) return;
          // What the national agenda holds is what is shown: ours steps behind it.
          await settle("link", linking, { keep: linking.is_in_feed ? linking.event_id : event });
          tell(w.linked);
        }}
      >
        <p>{w.linkText(linking?.is_in_feed ? linking.title : title)}</p>
      </Confirm>
    </div>
  );
}
