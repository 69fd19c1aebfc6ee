import { Button } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { post } from "@/api/write";
import { formatAmount } from "@/lib/amounts";
import { CancelProject } from "./CancelProject";
import { may, path, project as projectQuery, type Project } from "./calls";
import { ContactPart } from "./ContactPart";
import { EventsPart } from "./EventsPart";
import { PublishProject } from "./PublishProject";
import { SheetPart } from "./SheetPart";
import { StepsPart } from "./StepsPart";
import { Confirm } from "@/space/kit/Confirm";
import { formatDate } from "@/space/kit/moments";
import { Page, Part } from "@/space/kit/Page";
import { Loaded } from "@/space/kit/States";
import { tell } from "@/space/kit/toasts";
import { useProjectWords } from "./words";
import "./projects.css";

/** A labelled project: whether it takes place, what remains to do, its events, who takes part. */
export function ProjectPage() {
  const { w } = useProjectWords();
  const { id } = useParams({ strict: false }) as { id: string };
  const query = useQuery({ ...projectQuery(id), staleTime: 0 });
  if (!query.data) return <Page key="wait" title={w.one} ready={query.isError}><Loaded query={query}>{() => null}</Loaded></Page>;
  return <ProjectView key={id} project={query.data.data} etag={query.data.etag} />;
}

type Asking = "confirm" | "cancel" | "publish" | null;

function ProjectView({ project, etag }: { project: Project; etag: string | null }) {
  const { w, lang } = useProjectWords();
  const client = useQueryClient();
  const [asking, setAsking] = useState<Asking>(null);
  const refresh = async () => {
    await Promise.all([["project", project.id], ["projects"], ["waiting"]].map((queryKey) => client.invalidateQueries({ queryKey })));
  };
  const { lifecycle, amount_granted_cents: amount } = project;
  return (
    <Page
      title={project.title}
      lead={
        <p className="project-lead">
          <span className={lifecycle === "cancelled" ? "flag flag--stop" : "flag"}>{w.lifecycle[lifecycle]}</span>
          <span>{w.ofEdition(project.edition)}</span>
          <Link to="/espace/structures/$id" params={{ id: project.organisation_id }}>{project.organisation_name ?? w.anOrganisation}</Link>
          <Link to="/espace/dossiers/$id" params={{ id: project.application_id }}>{w.application(project.number)}</Link>
          {amount !== null && <span>{w.granted(formatAmount(amount, lang))}</span>}
        </p>
      }
      actions={
        <>
          {may(project, "confirm") && <Button variant="filled" onClick={() => setAsking("confirm")}>{w.confirm}</Button>}
          {may(project, "publish") && <Button variant={may(project, "confirm") ? "default" : "filled"} onClick={() => setAsking("publish")}>{w.publish}</Button>}
          {may(project, "cancel") && <Button variant="subtle" onClick={() => setAsking("cancel")}>{w.cancel}</Button>}
        </>
      }
    >
      {lifecycle === "cancelled" && <div className="project-notes"><p><strong>{w.cancelledOn(project.cancelled_at ? formatDate(project.cancelled_at, lang) : "")}</strong></p><p className="project-quote">{project.cancelled_reason}</p></div>}
      {lifecycle !== "cancelled" && project.allowed_actions.length === 0 && <p className="soft">{w.onlyRead}</p>}
      <StepsPart project={project} />
      <EventsPart project={project} onAdded={refresh} />
      {project.mastering === "nationally" && <SheetPart project={project} />}
      <Part title={w.parties}>
        <ul role="list" className="lines" aria-label={w.parties}>
          {project.parties.map((party, place) => (
            // oxlint-disable-next-line react/no-array-index-key -- two may bear one name, and one role
            <li key={place} className="line">
              <div className="line__main">
                {party.organisation_id ? <Link to="/espace/structures/$id" params={{ id: party.organisation_id }}>{party.name ?? w.anOrganisation}</Link> : <span>{party.name}</span>}
                <span className="soft">{[party.role !== "lead" && (party.accepted_at ? w.tookPart(formatDate(party.accepted_at, lang)) : party.organisation_id ? w.noAnswer : w.named), party.role === "co_holder" && party.may_edit && w.mayEdit].filter(Boolean).join(" · ")}</span>
              </div>
              <span className="flag">{w.role[party.role]}</span>
            </li>
          ))}
        </ul>
      </Part>
      {(may(project, "edit") || project.contact_email !== null) && <ContactPart project={project} etag={etag} />}
      <Confirm
        opened={asking === "confirm"} title={w.confirmTitle} confirmLabel={w.confirmGo} onClose={() => setAsking(null)}
        onConfirm={async () => {
          await post(`${path(project.id)}/confirm`);
          await refresh();
          tell(w.confirmed);
        }}
      >
        <p>{w.confirmText}</p>
      </Confirm>
      <CancelProject project={project} opened={asking === "cancel"} onClose={() => setAsking(null)} onDone={refresh} />
      {may(project, "publish") && <PublishProject project={project} opened={asking === "publish"} onClose={() => setAsking(null)} onDone={refresh} />}
    </Page>
  );
}
