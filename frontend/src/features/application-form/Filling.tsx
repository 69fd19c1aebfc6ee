import { Button } from "@mantine/core";
import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useCallback, useDeferredValue, useMemo, useState } from "react";
import { formatMoment } from "@/space/kit/moments";
import { Page } from "@/space/kit/Page";
import { tell } from "@/space/kit/toasts";
import { answersNow, type Application, type Autosave, type Snapshot } from "./autosave";
import { application as applicationQuery, attachments, changeRequests, formVersion, resubmit, submit, validation } from "./calls";
import { shownAnswers, shownSections } from "./conditions";
import { Contents } from "./Contents";
import { ofPurpose, type Definition } from "./definition";
import { errorsByField, standing } from "./errors";
import { AccessNotice, AskedNotice, FieldsNotice, FormerAnswers, StoppedNotice } from "./Notices";
import { fieldIdOf, sectionId } from "./progress";
import { SaveBar } from "./SaveBar";
import { Sections } from "./Sections";
import { SubmitDialogue } from "./SubmitDialogue";
import { VERIFY, VerifyPart } from "./VerifyPart";
import { useFormWords } from "./words";

interface FillingProps {
  first: Application;
  definition: Definition;
  form: Autosave;
  now: Snapshot;
}

const NO_PROBLEM: never[] = [];

/** The form while it is filled in. */
export function Filling({ first, definition: firstDefinition, form, now }: FillingProps) {
  const { w, lang } = useFormWords();
  const { application, pending, clashes, state } = now;
  const navigate = useNavigate();
  const client = useQueryClient();
  // The coordination may publish the form anew while one writes: what comes next is asked by the new one.
  const definition = useQuery({ ...formVersion(application.call.id, application.form.version_id), placeholderData: keepPreviousData }).data?.definition ?? firstDefinition;
  const answers = answersNow(now);
  const sections = useMemo(() => shownSections(definition, answers), [definition, answers]);
  const files = useQuery(attachments(application.id)).data ?? [];
  const filled = new Set(files.filter(({ scan }) => scan !== "infected").map(({ field_id: id }) => id ?? ""));
  const requests = useQuery({ ...changeRequests(application.id), enabled: application.status === "changes_requested" });
  const request = requests.data?.find(({ is_open: isOpen }) => isOpen);
  const check = useVerification(application, files.length, state === "quiet");
  const problems = standing(check.found?.problems ?? NO_PROBLEM, now);
  const errors = errorsByField(definition, now, check.found?.problems ?? NO_PROBLEM, w);
  const troubled = new Set([...errors.keys(), ...problems.map(({ pointer }) => fieldIdOf(pointer))]);
  const [isSending, setSending] = useState(false);
  const title = String(answers[ofPurpose(definition, "title")?.id ?? ""] ?? "").trim() || w.untitled;
  const mayEdit = application.allowed_actions.includes("edit");
  const onLetIn = useCallback((letIn: Application) => { form.refresh(letIn); form.retry(); }, [form]);

  const verify = async () => {
    await form.flush();
    await check.ask(form.read().application.version);
  };
  const ask = async () => {
    const isSaved = await form.flush();
    const found = await check.ask(form.read().application.version);
    if (found && found.problems.length === 0 && isSaved) setSending(true);
    else if (!isSaved) tell(w.notYet, { bad: true });
  };
  const send = async (answer: string | null) => {
    const isAgain = application.status === "changes_requested";
    const sent = await (isAgain ? resubmit(application.id, answer) : submit(application.id));
    form.refresh(sent);
    await Promise.all([client.invalidateQueries({ queryKey: applicationQuery(application.id).queryKey }), client.invalidateQueries({ queryKey: ["applications"] }), client.invalidateQueries({ queryKey: ["waiting"] })]);
    tell(isAgain ? w.resubmitted : w.submitted);
    void navigate({ to: `/espace/dossiers/${application.id}` });
  };
  const sendable = application.status === "draft" ? application.allowed_actions.includes("submit") : application.allowed_actions.includes("resubmit");
  const stale = application.stale_fields.filter((id) => !(id in pending));
  return (
    <Page
      title={title}
      lead={<p>{w.of(application.number, application.call.title)}{application.organisation?.name && <> · {application.organisation.name}</>}</p>}
    >
      <div className="notices">
        <AccessNotice application={application} onLetIn={onLetIn} />
        <StoppedNotice now={now} definition={definition} onLetIn={onLetIn} />
        {Object.keys(clashes).length > 0 && <FieldsNotice tone="bad" title={w.clashTitle(Object.keys(clashes).length)} text={w.clashText} ids={Object.keys(clashes)} definition={definition} />}
        {request && <AskedNotice request={request} />}
        {application.status === "changes_requested" && !mayEdit && <FieldsNotice tone="bad" title={w.notYours} text={w.notYoursText.late} ids={[]} definition={definition} />}
        {stale.length > 0 && <FieldsNotice title={w.staleTitle(stale.length)} text={w.staleText} ids={stale} definition={definition} />}
        {(application.form.is_newer || application.form.number > first.form.number) && <p className="notice">{w.formChanged}</p>}
        {mayEdit && <p className="soft">{w.intro}</p>}
      </div>
      <div className="filling">
        <Contents sections={sections} answers={answers} files={filled} troubled={troubled} stale={stale} last={sectionId(VERIFY)} />
        <form className="filling__main" noValidate aria-label={title} onSubmit={(event) => event.preventDefault()}>
          <fieldset disabled={!mayEdit} className="filling__all">
            <legend className="unseen">{title}</legend>
            <Sections
              sections={sections} definition={definition} answers={answers} above={shownAnswers(definition, answers)} errors={errors} stale={stale} asked={request?.fields.map(({ id }) => id) ?? []} now={now} form={form} filled={filled}
            />
          </fieldset>
          <FormerAnswers application={application} />
          {mayEdit && (
            <VerifyPart definition={definition} found={check.found} problems={problems} asked={check.asked} isBusy={check.isBusy} isUnsaved={check.found !== null && Object.keys(pending).length > 0} onVerify={() => void verify()}>
              {sendable && <Button variant="filled" onClick={() => void ask()}>{application.status === "draft" ? w.submit : w.resubmit}</Button>}
            </VerifyPart>
          )}
          <p className="soft"><Link to="/espace/dossiers">← {w.backToList}</Link> · <Link to={"/espace/dossiers/$id" as string} params={{ id: application.id } as never}>{w.overview}</Link>{application.access.until && ` · ${formatMoment(application.access.until, lang)}`}</p>
        </form>
      </div>
      <SaveBar now={now} definition={definition} onRetry={() => form.retry()}>
        {mayEdit && <Button size="xs" onClick={() => { document.getElementById(sectionId(VERIFY))?.scrollIntoView(); void verify(); }}>{w.verify}</Button>}
      </SaveBar>
      <SubmitDialogue opened={isSending} application={application} definition={definition} answers={answers} files={files.length} onSend={send} onClose={() => setSending(false)} />
    </Page>
  );
}

/** The check of what is saved: asked for once, it goes along with every save from then on. */
function useVerification(application: Application, files: number, isQuiet: boolean) {
  const client = useQueryClient();
  const [asked, setAsked] = useState(0);
  const [isBusy, setBusy] = useState(false);
  const version = useDeferredValue(application.version);
  const query = useQuery({ ...validation(application.id, version, files), enabled: asked > 0 && isQuiet, placeholderData: keepPreviousData });
  const ask = async (saved: number) => {
    setBusy(true);
    try {
      const now = await client.fetchQuery({ ...validation(application.id, saved, files), staleTime: 0 });
      setAsked((before) => before + 1);
      return now;
    } catch (error) {
      tell(error instanceof Error ? error.message : String(error), { bad: true });
      return null;
    } finally {
      setBusy(false);
    }
  };
  return { found: asked > 0 ? query.data ?? null : null, asked, isBusy, ask };
}
