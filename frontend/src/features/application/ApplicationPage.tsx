import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Link, useParams, useSearch } from "@tanstack/react-router";
import { isUnknown } from "@/lib/problem";
import { Page } from "@/space/kit/Page";
import { Loaded } from "@/space/kit/States";
import { application, form, messages, type Application } from "./calls";
import { AnswersPart } from "./AnswersPart";
import { BudgetPart } from "./BudgetPart";
import { ExchangesPart } from "./ExchangesPart";
import { FilesPart } from "./FilesPart";
import { HistoryPart } from "./HistoryPart";
import { Invitation } from "./Invitation";
import { LettersPart } from "./LettersPart";
import { OtherActions } from "./OtherActions";
import { PartiesPart } from "./PartiesPart";
import { StateBand } from "./StateBand";
import { partsOf, type PartName } from "./state";
import { useApplicationWords } from "./words";
import "./application.css";

/** One application, for whoever may see it: what they may not read or do is not there. `?partie=` opens one of its parts. */
export function ApplicationPage() {
  const { w } = useApplicationWords();
  const { id } = useParams({ strict: false }) as { id: string };
  const query = useQuery(application(id));
  if (!query.data && isUnknown(query.error)) {
    return <Page key="none" title={w.unknown} lead={<p>{w.unknownText}</p>}><p><Link to={"/espace/dossiers" as never}>← {w.back}</Link></p></Page>;
  }
  const shown = query.data?.data;
  if (!shown) return <Page key="wait" title={w.title} ready={query.isError}><Loaded query={query} waiting={w.loading}>{() => null}</Loaded></Page>;
  return <Whole key={id} application={shown} />;
}

function Whole({ application: shown }: { application: Application }) {
  const { w } = useApplicationWords();
  const { partie } = useSearch({ strict: false }) as { partie?: string };
  const { number, title, organisation, call, standing } = shown;
  const definition = useQuery({ ...form(call.id, shown.form.version_id), enabled: standing !== "invited" }).data;
  const hasBudget = definition?.sections.some(({ fields }) => fields.some(({ purpose }) => purpose === "budget_expenses" || purpose === "budget_income" || purpose === "requested_amount")) ?? false;
  const parts = partsOf(shown, hasBudget);
  // The budget's own part is asked for before the form has come: it waits rather than giving way to another.
  const part = parts.find((each) => each === partie) ?? (partie === "budget" && !definition && shown.answers ? "budget" : "dossier");
  return (
    <Page
      title={title ?? w.untitled(number)}
      lead={(
        <>
          <p>{[title && w.number(number), organisation ? organisation.name : w.hidden, w.edition(call.title, call.edition)].filter(Boolean).join(" · ")}</p>
          {w.standing[standing] && <p>{w.standing[standing]}</p>}
        </>
      )}
    >
      {standing === "invited" ? <Invitation application={shown} /> : (
        <>
          <StateBand application={shown} />
          <nav aria-label={w.partsOf} className="dossier__parts">
            {parts.map((each) => (
              <Link key={each} to="." search={(each === "dossier" ? {} : { partie: each }) as never} resetScroll={false} activeOptions={{ exact: true, includeSearch: true, explicitUndefined: true }} aria-current={each === part ? "page" : undefined}>
                {w.parts[each]}{each === "echanges" && <Unread id={shown.id} />}
              </Link>
            ))}
          </nav>
          <PartShown name={part} application={shown} />
          <OtherActions application={shown} />
        </>
      )}
    </Page>
  );
}

function PartShown({ name, application: shown }: { name: PartName; application: Application }) {
  switch (name) {
    case "budget": return <BudgetPart application={shown} />;
    case "fichiers": return <FilesPart application={shown} />;
    case "echanges": return <ExchangesPart application={shown} />;
    case "participants": return <PartiesPart application={shown} />;
    case "historique": return <HistoryPart application={shown} />;
    case "lettres": return <LettersPart application={shown} />;
    default: return <AnswersPart application={shown} />;
  }
}

/** How many messages nobody of one's side has read. */
function Unread({ id }: { id: string }) {
  const { w } = useApplicationWords();
  const unread = useInfiniteQuery(messages(id)).data?.pages[0]?.unread ?? 0;
  return unread > 0 ? <span className="dossier__unread" aria-label={w.unread(unread)}>{unread}</span> : null;
}
