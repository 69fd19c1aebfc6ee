import { Button, Checkbox } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { post } from "@/api/write";
import { Problem } from "@/lib/problem";
import { Dialogue } from "@/space/kit/Dialogue";
import { ProblemWords } from "@/space/kit/EntryForm";
import { Loaded } from "@/space/kit/States";
import { tell } from "@/space/kit/toasts";
import { useKitWords } from "@/space/kit/words";
import { path, type Project, type Publication } from "./calls";
import { useProjectWords } from "./words";

interface PublishProjectProps {
  project: Project;
  opened: boolean;
  onClose: () => void;
  onDone: () => Promise<void>;
}

/** What publishing a project would show, event by event, and what it would leave; then it is done. */
export function PublishProject({ project, opened, onClose, onDone }: PublishProjectProps) {
  const { w } = useProjectWords();
  const { w: kit } = useKitWords();
  const [drafts, setDrafts] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const what = { include_drafts: drafts };
  const preview = useQuery({ queryKey: ["project", project.id, "publish", drafts] as const, queryFn: () => post<Publication>(`${path(project.id)}/publish/preview`, what), enabled: opened, staleTime: 0 });
  const close = () => { setProblem(null); onClose(); };
  const publish = async () => {
    if (busy) return;
    setBusy(true);
    setProblem(null);
    try {
      const { published } = await post<{ published: string[] }>(`${path(project.id)}/publish`, what);
      await onDone();
      tell(w.published(published.length));
      close();
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      setProblem(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialogue opened={opened} onClose={close} title={w.publishTitle(project.title)}>
      {problem && <div className="trouble" role="alert"><ProblemWords problem={problem} /></div>}
      <Checkbox label={w.withDrafts} description={w.withDraftsHint} checked={drafts} onChange={({ currentTarget }) => setDrafts(currentTarget.checked)} />
      <Loaded query={preview}>
        {({ items, publishable_count: ready, warnings }) => (
          <>
            {warnings.map(({ code, text }) => <p key={code} className="project-notes">{text}</p>)}
            {items.length === 0 && <p>{w.nothingWaits}</p>}
            <ul className="project-publish">
              {items.map((each) => (
                <li key={each.event_id}>
                  <span><Link to="/espace/evenements/$id" params={{ id: each.event_id }}>{each.title}</Link> <span className={each.can_be_published ? "flag" : "flag flag--stop"}>{each.can_be_published ? w.willShow : w.willWait}</span></span>
                  {[...each.missing, ...each.warnings].length > 0 && <span className="soft">{[...each.missing, ...each.warnings].map(({ text }) => text).join(" ")}</span>}
                </li>
              ))}
            </ul>
            <div className="entry__actions">
              {ready > 0 && <Button variant="filled" aria-disabled={busy} onClick={() => void publish()}>{busy ? kit.loading : w.publishGo(ready)}</Button>}
              <Button variant="subtle" onClick={close}>{ready > 0 ? kit.cancel : kit.close}</Button>
            </div>
          </>
        )}
      </Loaded>
    </Dialogue>
  );
}
