import { Button } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { post } from "@/api/write";
import { formatSince } from "@/space/kit/moments";
import { Page, Part } from "@/space/kit/Page";
import { Loaded } from "@/space/kit/States";
import { tell } from "@/space/kit/toasts";
import { deadLetters, SERVICES, type DeadLetter, type Service } from "./calls";
import { useAdministrationWords } from "./words";
import "./administration.css";

/** Messages that did not arrive, by the service that sent them: one that is down hides nothing of the others. */
export function LettersPage() {
  const { w } = useAdministrationWords();
  return (
    <Page title={w.letters} lead={<p>{w.lettersLead}</p>}>
      {SERVICES.map((service) => <Letters key={service} service={service} />)}
    </Page>
  );
}

function Letters({ service }: { service: Service }) {
  const { w } = useAdministrationWords();
  const client = useQueryClient();
  const query = useQuery(deadLetters(service));
  const replay = async ({ id }: DeadLetter) => {
    try {
      await post(`/dead-letters/${service}/${id}/replay`);
      tell(w.replayed);
    } catch (error) {
      tell(error instanceof Error ? error.message : String(error), { bad: true });
    }
    await client.invalidateQueries(deadLetters(service));
  };
  return (
    <Part title={w.services[service]}>
      <Loaded query={query}>
        {(items) => (items.length === 0 ? <p className="soft">{w.lettersNone}</p> : (
          <ul role="list" className="lines" aria-label={w.services[service]}>{items.map((letter) => <LetterLine key={letter.id} letter={letter} onReplay={() => void replay(letter)} />)}</ul>
        ))}
      </Loaded>
    </Part>
  );
}

function LetterLine({ letter, onReplay }: { letter: DeadLetter; onReplay: () => void }) {
  const { w, lang } = useAdministrationWords();
  const { type, key, version, subscriber, tries, last_error: why, died_at: died } = letter;
  return (
    <li className="line">
      <div className="line__main">
        <span>{w.types[type] ?? type}</span>
        <span className="soft">{w.to} {w.services[subscriber as Service] ?? subscriber} · {died && w.died(formatSince(died, lang))} · {w.tries(tries)} · {w.version} {version}</span>
        <span className="soft">{w.key} <span className="log__id">{key ?? w.erased}</span></span>
        {why && <span className="log__why">{why}</span>}
      </div>
      {letter.allowed_actions?.includes("replay") && <div className="line__actions"><Button size="xs" aria-label={w.replayOf(type, key ?? "")} onClick={onReplay}>{w.replay}</Button></div>}
    </li>
  );
}
