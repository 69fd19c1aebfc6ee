import { Button, Textarea, TextInput } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { put } from "@/api/write";
import { capital } from "@/lib/text";
import { useEntry } from "@/space/kit/entry";
import { EntryForm } from "@/space/kit/EntryForm";
import { Part } from "@/space/kit/Page";
import { Loaded, NothingYet } from "@/space/kit/States";
import { tell } from "@/space/kit/toasts";
import { useUnsaved } from "@/space/kit/Unsaved";
import { useUnfolded } from "@/space/kit/useUnfolded";
import { officers, refresh, tag, type Officer } from "./calls";
import { useDeclarationWords } from "./words";

/** What the form asks of those who administer the association, for the secretariat alone. */
export function OfficersPart() {
  const { w } = useDeclarationWords();
  const query = useQuery(officers());
  return (
    <Part title={w.officers}>
      <p>{w.officersLead}</p>
      <Loaded query={query}>
        {({ items }) => (items.length === 0
          ? <NothingYet><p>{w.officersNone}</p></NothingYet>
          : <ul role="list" className="lines" aria-label={w.officers}>{items.map((each) => <Line key={each.member_id} officer={each} />)}</ul>)}
      </Loaded>
    </Part>
  );
}

function Line({ officer }: { officer: Officer }) {
  const { w } = useDeclarationWords();
  const { open, show, close, button } = useUnfolded();
  const { name, representative, capacity, missing, person_id: person } = officer;
  const called = representative ?? name ?? "";
  const isWhole = missing.length === 0;
  return (
    <li className="line">
      <div className="line__main">
        <span>{name}</span>
        <span>{w.capacities[capacity] ?? capacity}</span>
        {officer.kind === "legal" && <span className="soft">{representative ? w.represented(representative) : w.noRepresentative}</span>}
      </div>
      <span className={isWhole ? "word" : "flag"}>{capital(isWhole ? w.whole : w.lacks(missing.length))}</span>
      {!open && person && <div className="line__actions"><Button size="xs" ref={button} aria-label={isWhole ? w.changeOf(called) : w.completeOf(called)} onClick={show}>{isWhole ? w.change : w.complete}</Button></div>}
      {open && person && <div className="line__below"><DetailsForm officer={officer} person={person} called={called} onClose={close} /></div>}
    </li>
  );
}

function DetailsForm({ officer: { details, version }, person, called, onClose }: { officer: Officer; person: string; called: string; onClose: () => void }) {
  const { w } = useDeclarationWords();
  const client = useQueryClient();
  const entry = useEntry({
    initial: {
      birth_date: details.birth_date ?? "", nationality: details.nationality ?? "", occupation: details.occupation ?? "", home: details.home ?? "", country_of_residence: details.country_of_residence ?? "",
    },
    labels: { birth_date: w.birth, nationality: w.nationality, occupation: w.occupation, home: w.home, country_of_residence: w.country },
    send: async (values) => {
      const body = Object.fromEntries(Object.entries(values).map(([field, value]) => [field, value.trim() || null]));
      await put(`/officers/${person}`, body, tag(version));
      await refresh(client);
      tell(w.kept);
    },
  });
  useUnsaved(entry.changed && !entry.busy);
  return (
    <EntryForm entry={entry} submitLabel={w.complete} label={w.completeOf(called)} focusFirst onCancel={onClose} onDone={onClose}>
      <div className="group__pair">
        <TextInput {...entry.field("birth_date")} type="date" label={w.birth} autoComplete="off" />
        <TextInput {...entry.field("nationality")} label={w.nationality} maxLength={100} autoComplete="off" />
      </div>
      <TextInput {...entry.field("occupation")} label={w.occupation} maxLength={200} autoComplete="off" />
      <Textarea {...entry.field("home")} label={w.home} maxLength={500} minRows={2} autosize autoComplete="off" />
      <TextInput {...entry.field("country_of_residence")} label={w.country} maxLength={100} autoComplete="off" />
    </EntryForm>
  );
}
