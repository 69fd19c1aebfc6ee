import { useQuery } from "@tanstack/react-query";
import { Part } from "@/space/kit/Page";
import { Loaded, NothingYet } from "@/space/kit/States";
import { AnswersView } from "@/space/answers/AnswersView";
import { attachments, changeRequests, form, type Application } from "./calls";
import { useApplicationWords } from "./words";

/** What the application says, with the fields that are to be changed or confirmed marked. */
export function AnswersPart({ application }: { application: Application }) {
  const { w } = useApplicationWords();
  const { id, call, answers, standing, status } = application;
  const definition = useQuery({ ...form(call.id, application.form.version_id), enabled: answers !== null });
  const files = useQuery({ ...attachments(id), enabled: answers !== null });
  const isAsked = status === "changes_requested" && (standing === "editor" || standing === "coordination");
  const request = useQuery({ ...changeRequests(id), enabled: isAsked }).data?.find((each) => each.is_open);
  const marks = Object.fromEntries([
    ...(application.allowed_actions.includes("edit") ? application.stale_fields.map((field) => [field, w.toConfirm]) : []),
    ...(isAsked ? (request?.fields ?? []).map((field) => [field.id, w.toMend]) : []),
  ] as [string, string][]);
  return (
    <Part title={w.parts["dossier"]}>
      {answers === null ? <NothingYet><p>{w.draftHidden}</p></NothingYet> : (
        <Loaded query={definition}>
          {(loaded) => <AnswersView definition={loaded} answers={answers} formerAnswers={application.former_answers} files={files.data ?? []} standing={standing} isAnonymous={application.organisation === null} marks={marks} />}
        </Loaded>
      )}
    </Part>
  );
}
