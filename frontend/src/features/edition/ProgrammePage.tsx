import { Button, Select } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { todayInParis } from "@/lib/dates";
import { formatDate } from "@/space/kit/moments";
import { Page, Part } from "@/space/kit/Page";
import { Loaded, NothingYet } from "@/space/kit/States";
import { useUnfolded } from "@/space/kit/useUnfolded";
import { currentEdition, editions, proposals, type Edition } from "./calls";
import { EditionForm, OpenEdition } from "./EditionForm";
import { PolicyTable } from "./PolicyTable";
import { ProjectsView } from "./ProjectsView";
import { ProposalsView } from "./ProposalsView";
import { PublicationView } from "./PublicationView";
import { useEditionWords } from "./words";
import "./edition.css";

const VIEWS = ["publier", "modifications", "projets", "reglages"] as const;
type View = (typeof VIEWS)[number];

/** The coordination's programme, an edition at a time: `?annee=` and `?vue=` choose. */
export function ProgrammePage() {
  const { w, lang } = useEditionWords();
  const { annee, vue } = useSearch({ strict: false }) as { annee?: number | string; vue?: string };
  const navigate = useNavigate();
  const query = useQuery(editions());
  const { open, show, close, button } = useUnfolded();
  const all = query.data ?? [];
  const edition = all.find(({ year }) => year === Number(annee)) ?? currentEdition(all, todayInParis());
  const view: View = VIEWS.find((each) => each === vue) ?? "publier";
  return (
    <Page
      title={edition ? w.titleOf(edition.year) : w.title} ready={!query.isPending}
      lead={edition && <p>{[edition.theme, w.dates(formatDate(edition.starts_on, lang), formatDate(edition.ends_on, lang)), w.place[edition.mastering]].filter(Boolean).join(" · ")}</p>}
      actions={
        <>
          {all.length > 1 && edition && <Select aria-label={w.edition} value={String(edition.year)} data={all.map(({ year }) => String(year))} onChange={(year) => void navigate({ to: "/espace/programme", search: { annee: Number(year), vue: view } as never })} />}
          {!open && <Button ref={button} onClick={show}>{w.open}</Button>}
        </>
      }
    >
      {open && <Part title={w.open}><OpenEdition year={(all[0]?.year ?? Number(todayInParis().slice(0, 4))) + 1} onDone={close} /></Part>}
      <Loaded query={query}>{() => (edition ? <OneEdition key={edition.year} edition={edition} view={view} /> : <NothingYet><p>{w.noEdition}</p></NothingYet>)}</Loaded>
    </Page>
  );
}

function OneEdition({ edition, view }: { edition: Edition; view: View }) {
  const { w } = useEditionWords();
  const waiting = useQuery(proposals(edition.year)).data?.length ?? 0;
  return (
    <>
      <nav className="views" aria-label={w.views}>
        {VIEWS.map((each) => (
          <Link key={each} to="/espace/programme" search={{ annee: edition.year, vue: each } as never} aria-current={each === view ? "page" : undefined}>
            {w.view[each]}{each === "modifications" && waiting > 0 && <span className="views__count">{waiting}</span>}
          </Link>
        ))}
      </nav>
      {view === "publier" && <PublicationView edition={edition} />}
      {view === "modifications" && <ProposalsView edition={edition} />}
      {view === "projets" && <ProjectsView edition={edition} />}
      {view === "reglages" && <><Part title={w.facts}><EditionForm key={edition.version} edition={edition} /></Part><PolicyTable edition={edition} /></>}
    </>
  );
}
