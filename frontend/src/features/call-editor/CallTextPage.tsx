import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { Part } from "@/space/kit/Page";
import { Loaded } from "@/space/kit/States";
import { CallFrame } from "./CallFrame";
import { callText } from "./queries";
import { TextEditor } from "./TextEditor";
import { useTextWords } from "./textWords";

/** One text of a call, `mail.labelled` in the address. */
export function CallTextPage() {
  return <CallFrame part="texts">{({ id }) => <OneText id={id} />}</CallFrame>;
}

function OneText({ id }: { id: string }) {
  const { w } = useTextWords();
  const { text } = useParams({ strict: false }) as { text: string };
  const [kind = "", key = ""] = text.split(".");
  const query = useQuery({ ...callText(id, kind, key), staleTime: Infinity, refetchOnMount: "always" });
  return (
    <Part title={w.title(kind === "letter" ? w.letter : w.mail, w.names[key] ?? key)}>
      <p><Link to="/espace/appels/$id/textes" params={{ id }}>← {w.all}</Link></p>
      <p className="soft">{kind === "letter" ? w.letterWhen : w.when[key]}</p>
      <Loaded query={query} waiting={w.loading}>{(found) => (query.isFetchedAfterMount ? <TextEditor key={text} id={id} text={found} /> : null)}</Loaded>
    </Part>
  );
}
