import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { formatSince } from "@/space/kit/moments";
import { Part } from "@/space/kit/Page";
import { Loaded } from "@/space/kit/States";
import { CallFrame } from "./CallFrame";
import { callTexts, type TextBrief } from "./queries";
import { useTextWords } from "./textWords";

/** The texts of a call, by what they tell. */
export function CallTextsPage() {
  return <CallFrame part="texts">{({ id }) => <Texts id={id} />}</CallFrame>;
}

function Texts({ id }: { id: string }) {
  const { w } = useTextWords();
  const query = useQuery(callTexts(id));
  return (
    <Loaded query={query} waiting={w.loading}>
      {({ items }) => (
        <>
          <Part title={w.mails}>
            <p>{w.lead}</p>
            <TextLines id={id} label={w.mails} items={items.filter(({ kind }) => kind === "mail")} />
          </Part>
          <Part title={w.letters}>
            <p className="soft">{w.letterWhen}</p>
            <TextLines id={id} label={w.letters} items={items.filter(({ kind }) => kind === "letter")} />
          </Part>
        </>
      )}
    </Loaded>
  );
}

function TextLines({ id, label, items }: { id: string; label: string; items: TextBrief[] }) {
  const { w, lang } = useTextWords();
  return (
    <ul role="list" className="lines" aria-label={label}>
      {items.map(({ kind, key, subject, is_shipped: isShipped, updated_at: at }) => (
        <li key={key} className="line">
          <div className="line__main">
            <Link to="/espace/appels/$id/textes/$text" params={{ id, text: `${kind}.${key}` }}>{w.names[key] ?? key}</Link>
            <span className="soft">{kind === "mail" ? w.when[key] : subject}</span>
          </div>
          {isShipped ? <span className="soft">{w.shipped}</span> : <span className="word">{w.changed(at ? formatSince(at, lang) : "")}</span>}
        </li>
      ))}
    </ul>
  );
}
