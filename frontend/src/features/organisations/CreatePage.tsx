import { useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { Button, Checkbox } from "@mantine/core";
import { post } from "@/api/write";
import { Problem } from "@/lib/problem";
import { useEntry } from "@/space/kit/entry";
import { EntryForm } from "@/space/kit/EntryForm";
import { hasRole, me, useMe } from "@/space/kit/me";
import { Page } from "@/space/kit/Page";
import { tell } from "@/space/kit/toasts";
import type { Organisation, Similar } from "./calls";
import { NO_FACTS, toBody } from "./facts";
import { checkFacts, factLabels, OrganisationFields, useLabels } from "./OrganisationFields";
import { JoinForm } from "./JoinForm";
import { useOrganisationWords } from "./words";
import "./organisations.css";

/** Making an organisation; those that resemble it are shown first, to join rather than to double. */
export function CreatePage() {
  const { w } = useOrganisationWords();
  const { nom } = useSearch({ strict: false }) as { nom?: string };
  const client = useQueryClient();
  const navigate = useNavigate();
  const [alike, setAlike] = useState<Similar[]>([]);
  const isKeeper = hasRole(useMe(), "coordinator", "secretary", "administrator");
  const [withoutMe, setWithoutMe] = useState(false);
  const create = async (values: typeof NO_FACTS, distinctFrom: string[]) => {
    const made = await post<Organisation>("/organisations", { ...toBody(values), distinct_from: distinctFrom, ...(isKeeper && { without_me: withoutMe }) });
    await Promise.all([client.invalidateQueries({ queryKey: ["organisations"] }), client.invalidateQueries(me())]);
    tell(w.created(made.name));
    await navigate({ to: "/espace/structures/$id", params: { id: made.id } });
  };
  const entry = useEntry({
    initial: { ...NO_FACTS, name: nom ?? "" }, labels: factLabels(w),
    check: (values) => checkFacts(values, w),
    send: async (values) => {
      try {
        await create(values, alike.map(({ id }) => id));
      } catch (error) {
        if (!(error instanceof Problem) || error.code !== "organisation_similar") throw error;
        setAlike((error.body["similar"] ?? []) as Similar[]);
      }
    },
  });
  if (alike.length > 0) return <SimilarOnes alike={alike} busy={entry.busy} problem={entry.problem} onOther={() => void entry.submit()} onBack={() => setAlike([])} />;
  return (
    <Page title={w.newTitle} lead={<p>{w.newLead}</p>}>
      <EntryForm entry={entry} submitLabel={w.newGo} label={w.newTitle}>
        <OrganisationFields entry={entry} />
        {isKeeper && <Checkbox checked={withoutMe} onChange={({ currentTarget }) => setWithoutMe(currentTarget.checked)} label={w.withoutMe} description={w.withoutMeHint} />}
      </EntryForm>
      <p><Link to="/espace/structures">← {w.back}</Link></p>
    </Page>
  );
}

interface SimilarOnesProps {
  alike: Similar[];
  busy: boolean;
  problem: Problem | null;
  onOther: () => void;
  onBack: () => void;
}

/** The look-alikes: join one of them, or say that it is another. What was typed is kept behind. */
function SimilarOnes({ alike, busy, problem, onOther, onBack }: SimilarOnesProps) {
  const { w } = useOrganisationWords();
  const labels = useLabels();
  const [joining, setJoining] = useState<Similar | null>(null);
  return (
    <Page key="alike" title={w.similarTitle} lead={<p>{w.similarText(alike.length)}</p>}>
      <ul role="list" className="lines" aria-label={w.similarTitle}>
        {alike.map((each) => (
          <li key={each.id} className="line">
            <div className="line__main">
              <Link to="/espace/structures/$id" params={{ id: each.id }} target="_blank">{each.name}</Link>
              <span className="soft">{[labels.name("items", each.kind), each.commune_name].filter(Boolean).join(" · ")}</span>
            </div>
            {each.siret_matches && <span className="flag">{w.similarSiret}</span>}
            {joining?.id !== each.id && <div className="line__actions"><Button variant="filled" aria-label={w.joinOf(each.name)} onClick={() => setJoining(each)}>{w.join}</Button></div>}
            {joining?.id === each.id && <div className="line__below"><JoinForm id={each.id} name={each.name} onCancel={() => setJoining(null)} leaves /></div>}
          </li>
        ))}
      </ul>
      {problem && <div className="trouble" role="alert"><p>{problem.message}</p></div>}
      <div className="page__actions">
        {!alike.some((each) => each.siret_matches) && <Button aria-disabled={busy} onClick={onOther}>{alike.length === 1 ? w.similarOther : w.similarNone}</Button>}
        <Button variant="subtle" onClick={onBack}>{w.similarBack}</Button>
      </div>
    </Page>
  );
}
