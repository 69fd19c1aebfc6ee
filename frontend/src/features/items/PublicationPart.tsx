import { Button, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { del, post } from "@/api/write";
import { todayInParis } from "@/lib/dates";
import { Problem } from "@/lib/problem";
import { Confirm } from "@/space/kit/Confirm";
import { useEntry } from "@/space/kit/entry";
import { EntryForm, ProblemWords } from "@/space/kit/EntryForm";
import { formatDate } from "@/space/kit/moments";
import { Part } from "@/space/kit/Page";
import { tell } from "@/space/kit/toasts";
import { useUnfolded } from "@/space/kit/useUnfolded";
import { item as itemQuery, may, path, type Item } from "./calls";
import { usePublicationWords } from "./publicationWords";
import { useItemWords } from "./words";

type Asked = "unpublish" | "archive" | "remove" | null;

/** Where the item stands: in the catalogue or not, lent or not; and what ends it. */
export function PublicationPart({ item }: { item: Item }) {
  const { w } = useItemWords();
  const { w: words } = usePublicationWords();
  const act = useAct(item);
  const navigate = useNavigate();
  const [asked, setAsked] = useState<Asked>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const publish = async () => {
    setProblem(null);
    try {
      await act("publish", words.published);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      setProblem(error);
    }
  };
  const questions = {
    unpublish: { title: words.unpublishTitle, text: words.unpublishText, label: words.unpublish, go: () => act("unpublish", words.unpublished) },
    archive: { title: words.archiveTitle, text: words.archiveText, label: words.archive, go: () => act("archive", words.archived) },
    remove: { title: words.removeTitle(item.title), text: words.removeText, label: words.remove, go: () => act("remove", words.removed(item.title)).then(() => navigate({ to: "/espace/outils" as string })) },
  };
  const question = asked ? questions[asked] : null;
  return (
    <Part title={w.publicationPart}>
      <p>{words.states[item.publication]}</p>
      {problem && <div className="trouble" role="alert"><ProblemWords problem={problem} /></div>}
      <div className="line__actions">
        {may(item, "publish") && <Button variant="filled" onClick={() => void publish()}>{words.publish}</Button>}
        {may(item, "unpublish") && <Button onClick={() => setAsked("unpublish")}>{words.unpublish}</Button>}
        {may(item, "archive") && <Button onClick={() => setAsked("archive")}>{words.archive}</Button>}
        {may(item, "remove") && <Button variant="subtle" onClick={() => setAsked("remove")}>{words.remove}</Button>}
      </div>
      {may(item, "retire") && <Retirement item={item} />}
      <Confirm opened={question !== null} title={question?.title ?? ""} confirmLabel={question?.label ?? ""} onClose={() => setAsked(null)} onConfirm={async () => { await question?.go(); }}>
        <p>{question?.text}</p>
      </Confirm>
    </Part>
  );
}

/** Does something with an item and says so. Raises Problem. */
function useAct(item: Item) {
  const client = useQueryClient();
  return async (action: "publish" | "unpublish" | "archive" | "remove" | "retire", told: string, body?: object): Promise<void> => {
    if (action === "remove") {
      await del(path(item.id));
      client.removeQueries(itemQuery(item.id));
    } else {
      client.setQueryData(itemQuery(item.id).queryKey, await post<Item>(`${path(item.id)}/${action}`, body));
    }
    await client.invalidateQueries({ queryKey: ["items"] });
    tell(told);
  };
}

function Retirement({ item }: { item: Item }) {
  const { w, lang } = usePublicationWords();
  const act = useAct(item);
  const { open, show, close, button } = useUnfolded();
  const { retired_on: retired } = item;
  const entry = useEntry({
    initial: { retired_on: retired ?? todayInParis() }, labels: { retired_on: w.retireDate }, check: ({ retired_on: date }) => (date ? {} : { retired_on: w.dateNeeded }),
    send: (values) => act("retire", w.retired, values),
  });
  const unretire = async () => {
    try {
      await act("retire", w.unretired, { retired_on: null });
    } catch (error) {
      tell(error instanceof Error ? error.message : String(error), { bad: true });
    }
  };
  const said = retired === null ? w.lent : retired <= todayInParis() ? w.retiredOn(formatDate(retired, lang)) : w.retiresOn(formatDate(retired, lang));
  return (
    <section className="retirement" aria-label={w.retirement}>
      <h3>{w.retirement}</h3>
      <p>{said}</p>
      {open ? (
        <EntryForm entry={entry} submitLabel={w.retireGo} label={w.retirement} focusFirst onCancel={close} onDone={close}>
          <TextInput {...entry.field("retired_on")} type="date" label={w.retireDate} description={w.retireHint} />
        </EntryForm>
      ) : (
        <div className="line__actions">
          <Button ref={button} onClick={show}>{retired ? w.retireChange : w.retire}</Button>
          {retired && <Button onClick={() => void unretire()}>{w.unretire}</Button>}
        </div>
      )}
    </section>
  );
}
