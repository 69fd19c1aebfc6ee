import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { isUnknown, Problem } from "@/lib/problem";
import { Page, Part } from "@/space/kit/Page";
import { hasRole, useMe } from "@/space/kit/me";
import { formatDate } from "@/space/kit/moments";
import { Loaded, NothingYet } from "@/space/kit/States";
import { isWhole, may, organisation, tokensOf, type Organisation, type Shown } from "./calls";
import { ContactsPart } from "./ContactsPart";
import { EventsPart } from "./EventsPart";
import { FactsPart } from "./FactsPart";
import { HistoryPart } from "./HistoryPart";
import { MergePart } from "./MergePart";
import { NotesPart } from "./NotesPart";
import { useLabels } from "./OrganisationFields";
import { OwnRequest } from "./OwnRequest";
import { TeamPart } from "./TeamPart";
import { useOrganisationWords } from "./words";
import "./organisations.css";

/** All that concerns one organisation, in one place. */
export function OrganisationPage() {
  const { w } = useOrganisationWords();
  const { id } = useParams({ strict: false }) as { id: string };
  const query = useQuery(organisation(id));
  const problem = query.error instanceof Problem && !query.data ? query.error : null;
  if (problem?.code === "organisation_merged") return <Gone problem={problem} />;
  if (isUnknown(problem)) return <Page key="none" title={w.unknown}><p><Link to="/espace/structures">← {w.back}</Link></p></Page>;
  const shown = query.data?.data;
  if (!shown) return <Page key="wait" title={w.title} ready={query.isError}><Loaded query={query} waiting={w.loading}>{() => null}</Loaded></Page>;
  return <Whole key={id} shown={shown} etag={query.data?.etag ?? null} />;
}

/** An organisation that lives on in another. */
function Gone({ problem }: { problem: Problem }) {
  const { w } = useOrganisationWords();
  const into = problem.body["merged_into"] as { id: string; name: string } | string | undefined;
  const id = typeof into === "string" ? into : (into?.id ?? "");
  const kept = useQuery({ ...organisation(id), enabled: id !== "" }).data?.data;
  return (
    <Page key="gone" title={kept ? w.gone(kept.name) : problem.message} lead={<p>{w.goneText}</p>}>
      {id && <p><Link to="/espace/structures/$id" params={{ id }} className="button button--strong">{w.goneGo}</Link></p>}
    </Page>
  );
}

function Whole({ shown, etag }: { shown: Shown; etag: string | null }) {
  const { w, lang } = useOrganisationWords();
  const labels = useLabels();
  const { roles } = useMe();
  const place = [labels.name("items", shown.kind), shown.commune_name].filter(Boolean).join(" · ");
  if (!isWhole(shown)) {
    return (
      <Page title={shown.name} lead={<><p>{place}</p><p>{w.strangerText}</p></>}>
        {may(shown, "ask_to_join") && <OwnRequest id={shown.id} name={shown.name} />}
      </Page>
    );
  }
  const isTeam = roles.length > 0;
  const sections = [
    ["fiche", w.facts], may(shown, "read_memberships") && ["equipe", w.team], ["evenements", w.events], shown.role && ["programmes", w.tokens], ["contacts", w.contacts],
    may(shown, "read_notes") && ["notes", w.notes], may(shown, "read_history") && ["historique", w.history], may(shown, "merge") && ["reunir", w.merge],
  ].filter((each): each is [string, string] => Array.isArray(each));
  return (
    <Page
      title={shown.name}
      lead={<><p>{place}</p><p>{shown.role ? w.you(w.role[shown.role]) : w.since(formatDate(shown.created_at, lang))}</p>{shown.unadministered_since && <p><strong>{w.noAdmin}</strong></p>}</>}
    >
      <nav aria-label={w.sections} className="sections">{sections.map(([anchor, label]) => <a key={anchor} href={`#${anchor}`}>{label}</a>)}</nav>
      <div id="fiche"><FactsPart organisation={shown} etag={etag} /></div>
      {may(shown, "read_memberships") && <div id="equipe"><TeamPart organisation={shown} /></div>}
      <div id="evenements"><EventsPart organisation={shown} /></div>
      {shown.role && <div id="programmes"><TokensPart organisation={shown} /></div>}
      <div id="contacts"><ContactsPart organisation={shown} /></div>
      {isTeam && may(shown, "read_notes") && <div id="notes"><NotesPart organisation={shown} /></div>}
      {may(shown, "read_history") && <div id="historique"><HistoryPart organisation={shown} /></div>}
      {may(shown, "merge") && hasRole({ ...NOBODY, roles }, "coordinator", "secretary", "administrator") && <div id="reunir"><MergePart organisation={shown} /></div>}
    </Page>
  );
}

const NOBODY = { account: null, roles: [], organisations: [], is_demo: false, passkeys: 0, allowed_actions: [] };

/** How many programs act for it; the tokens have a page of their own. */
function TokensPart({ organisation: { id } }: { organisation: Organisation }) {
  const { w } = useOrganisationWords();
  const query = useQuery(tokensOf(id));
  return (
    <Part title={w.tokens}>
      <Loaded query={query}>
        {(tokens) => <NothingOr count={tokens.filter((token) => token.is_live).length} />}
      </Loaded>
      <p><Link to="/espace/jetons" search={{ structure: id } as never}>{w.tokensGo}</Link></p>
    </Part>
  );
}

function NothingOr({ count }: { count: number }) {
  const { w } = useOrganisationWords();
  return count === 0 ? <NothingYet><p>{w.tokensText(0)}</p></NothingYet> : <p>{w.tokensText(count)}</p>;
}
