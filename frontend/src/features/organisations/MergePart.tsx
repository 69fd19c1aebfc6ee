import { Button, TextInput } from "@mantine/core";
import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useDeferredValue, useState } from "react";
import { get } from "@/api/client";
import { post } from "@/api/write";
import { count } from "@/lib/text";
import { Dialogue } from "@/space/kit/Dialogue";
import { useEntry } from "@/space/kit/entry";
import { EntryForm } from "@/space/kit/EntryForm";
import { me } from "@/space/kit/me";
import { Part } from "@/space/kit/Page";
import { Loaded } from "@/space/kit/States";
import { tell } from "@/space/kit/toasts";
import { lookAlikes, path, type Brief, type Listed, type Organisation } from "./calls";
import { useLabels } from "./OrganisationFields";
import { useOrganisationWords } from "./words";

interface Other {
  id: string;
  name: string;
  kind: string;
  commune_name: string | null;
}

interface MergePreview {
  gone: { id: string; name: string };
  kept: { id: string; name: string };
  moves: Record<string, number>;
  fills: Record<string, unknown>;
}

/** The coordination makes one of two entries: what moves is shown before anything does. */
export function MergePart({ organisation }: { organisation: Organisation }) {
  const { w } = useOrganisationWords();
  const alike = useQuery(lookAlikes(organisation.id));
  const [text, setText] = useState("");
  const asked = useDeferredValue(text.trim());
  const [into, setInto] = useState<Other | null>(null);
  const found = useQuery({
    queryKey: ["organisations", "merge", asked] as const, enabled: asked.length >= 2, placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => (await get<Listed<Brief>>("/organisations", { q: asked, limit: 8 }, signal)).items,
  });
  const others = asked.length >= 2 ? (found.data ?? []).filter(({ id }) => id !== organisation.id) : [];
  return (
    <Part title={w.merge}>
      <p className="soft">{w.mergeLead}</p>
      <Loaded query={alike}>{({ items }) => (items.length === 0 ? <p>{w.mergeNone}</p> : <><h3>{w.mergeAlike}</h3><OtherLines label={w.mergeAlike} others={items} onPick={setInto} /></>)}</Loaded>
      <TextInput className="merge__search" type="search" label={w.mergeSearch} value={text} maxLength={200} onChange={({ currentTarget }) => setText(currentTarget.value)} />
      {others.length > 0 && <OtherLines label={w.mergeSearch} others={others} onPick={setInto} />}
      {into && <MergeDialog key={into.id} organisation={organisation} into={into} onClose={() => setInto(null)} />}
    </Part>
  );
}

function OtherLines({ label, others, onPick }: { label: string; others: Other[]; onPick: (other: Other) => void }) {
  const { w } = useOrganisationWords();
  const labels = useLabels();
  return (
    <ul role="list" className="lines" aria-label={label}>
      {others.map((other) => (
        <li key={other.id} className="line">
          <div className="line__main"><span>{other.name}</span><span className="soft">{[labels.name("items", other.kind), other.commune_name].filter(Boolean).join(" · ")}</span></div>
          <div className="line__actions"><Button size="xs" aria-label={w.mergePickOf(other.name)} onClick={() => onPick(other)}>{w.mergePick}</Button></div>
        </li>
      ))}
    </ul>
  );
}

function MergeDialog({ organisation, into, onClose }: { organisation: Organisation; into: Other; onClose: () => void }) {
  const { w } = useOrganisationWords();
  const client = useQueryClient();
  const navigate = useNavigate();
  const preview = useQuery({
    queryKey: ["organisation", organisation.id, "merge", into.id] as const, staleTime: 0, gcTime: 0,
    queryFn: () => post<MergePreview>(`${path(organisation.id)}/merge/preview`, { into: into.id }),
  });
  const entry = useEntry({
    initial: {}, labels: {},
    send: async () => {
      await post(`${path(organisation.id)}/merge`, { into: into.id });
      tell(w.merged(into.name));
      await navigate({ to: "/espace/structures/$id", params: { id: into.id }, replace: true });
      await Promise.all([
        client.invalidateQueries({ queryKey: ["organisation"] }), client.invalidateQueries({ queryKey: ["organisations"] }), client.invalidateQueries(me()),
      ]);
    },
  });
  return (
    <Dialogue opened onClose={onClose} title={w.mergeTitle}>
      <Loaded query={preview}>
        {({ gone, kept, moves, fills }) => (
          <EntryForm entry={entry} submitLabel={w.mergeGo} label={w.mergeTitle} onCancel={onClose}>
            <p><strong>{w.mergeSentence(gone.name, kept.name)}</strong></p>
            <Moves moves={moves} />
            {Object.keys(fills).length > 0 && <p>{w.mergeFills} : {[...new Set(Object.keys(fills).map((field) => w.fields[field] ?? field))].join(", ")}.</p>}
            <p>{w.mergeEvents}</p>
          </EntryForm>
        )}
      </Loaded>
    </Dialogue>
  );
}

function Moves({ moves }: { moves: Record<string, number> }) {
  const { w, lang } = useOrganisationWords();
  const lines = Object.entries(moves).filter(([, n]) => n > 0);
  if (lines.length === 0) return <p>{w.mergeNothing}</p>;
  return (
    <div>
      <h3>{w.mergeMoves}</h3>
      <ul className="moves">{lines.map(([what, n]) => { const [one, many] = w.moves[what] ?? [what, what]; return <li key={what}>{count(n, one, many, lang)}</li>; })}</ul>
    </div>
  );
}
