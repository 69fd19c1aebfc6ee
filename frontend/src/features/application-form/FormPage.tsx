import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { Page } from "@/space/kit/Page";
import { Loaded, NothingYet } from "@/space/kit/States";
import { Waiting } from "@/ui/LostFlower";
import type { Application } from "./autosave";
import { application as applicationQuery, formVersion } from "./calls";
import type { Definition } from "./definition";
import { Filling } from "./Filling";
import { useAutosave } from "./useAutosave";
import { useFormWords } from "./words";
import "./application-form.css";

/** Whether the form is opened: while one holds it, even too late, so that what was typed elsewhere in time is found again. */
const isTheirs = ({ standing, status }: Application) => standing === "editor" && (status === "draft" || status === "changes_requested");

/** The form of an application, which saves itself. */
export function FormPage() {
  const { w } = useFormWords();
  const { id } = useParams({ strict: false }) as { id: string };
  // Read once: from then on, what is typed here and what the API answers to it are the truth.
  const query = useQuery({ ...applicationQuery(id), staleTime: 0, gcTime: 0, refetchOnWindowFocus: false, refetchOnReconnect: false });
  const application = query.isFetchedAfterMount ? query.data?.data : undefined;
  const form = useQuery({ ...formVersion(application?.call.id ?? "", application?.form.version_id ?? ""), enabled: application !== undefined });
  if (!application) return <Page key="wait" title={w.untitled} ready={query.isError}>{query.isError ? <Loaded query={query}>{() => null}</Loaded> : <Waiting words={w.loading} />}</Page>;
  if (!isTheirs(application)) return <NotTheirs application={application} />;
  if (!form.data) return <Page key="wait" title={application.title ?? w.untitled} ready={form.isError}><Loaded query={form} waiting={w.loading}>{() => null}</Loaded></Page>;
  return <Opened key={id} first={application} definition={form.data.definition} />;
}

function Opened({ first, definition }: { first: Application; definition: Definition }) {
  const { w } = useFormWords();
  const saving = useAutosave(first, definition);
  if (!saving) return <Page key="wait" title={first.title ?? w.untitled} ready={false}><Waiting words={w.loading} /></Page>;
  return <Filling first={first} definition={definition} {...saving} />;
}

function NotTheirs({ application }: { application: Application }) {
  const { w } = useFormWords();
  const { id, status, title } = application;
  const why = { ...w.notYoursText, changes_requested: w.notYoursText.draft, under_review: w.notYoursText.submitted }[status];
  return (
    <Page title={title ?? w.untitled} lead={<p>{w.of(application.number, application.call.title)}</p>}>
      <NothingYet>
        <p><strong>{w.notYours}</strong></p>
        <p>{why}</p>
        <Link className="button" to={"/espace/dossiers/$id" as string} params={{ id } as never}>{w.overview}</Link>
      </NothingYet>
    </Page>
  );
}
