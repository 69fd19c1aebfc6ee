import { Button, TextInput } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { post } from "@/api/write";
import { todayInParis } from "@/lib/dates";
import { useEntry } from "@/space/kit/entry";
import { EntryForm } from "@/space/kit/EntryForm";
import { formatDate } from "@/space/kit/moments";
import { Part } from "@/space/kit/Page";
import { Loaded } from "@/space/kit/States";
import { tell } from "@/space/kit/toasts";
import { useRequestName } from "@/space/kit/useRequestName";
import { useUnsaved } from "@/space/kit/Unsaved";
import { useUnfolded } from "@/space/kit/useUnfolded";
import { refresh, versions, type AssociationVersion } from "./calls";
import { useDeclarationWords } from "./words";

/** What the association is called and where it sits, since when. */
export function AssociationPart() {
  const { w } = useDeclarationWords();
  const query = useQuery(versions());
  const { open, show, close, button } = useUnfolded();
  return (
    <Part title={w.association}>
      <p>{w.associationLead}</p>
      <Loaded query={query}>
        {({ items, allowed_actions: actions }) => (
          <>
            {items.length > 0 && <ul role="list" className="lines" aria-label={w.association}>{items.map((each) => <Line key={each.id} version={each} />)}</ul>}
            {actions.includes("change") && !open && <div><Button ref={button} onClick={show}>{items.length > 0 ? w.enter : w.enterFirst}</Button></div>}
            {open && <VersionForm before={items[0]} onClose={close} />}
          </>
        )}
      </Loaded>
    </Part>
  );
}

function Line({ version: { name, acronym, address, postal_code: code, commune_name: city, since, until, rna, siren, email } }: { version: AssociationVersion }) {
  const { w, lang } = useDeclarationWords();
  const numbers = [rna && `${w.rna} ${rna}`, siren && `${w.siren} ${siren}`, email && `${w.reminders} ${email}`].filter(Boolean).join(" · ");
  return (
    <li className="line">
      <div className="line__main">
        <span>{name}{acronym && ` (${acronym})`}</span>
        <span>{`${address}, ${code} ${city}`}</span>
        <span className="soft">{[until ? w.between(formatDate(since, lang), formatDate(until, lang)) : w.since(formatDate(since, lang)), numbers].filter(Boolean).join(" · ")}</span>
      </div>
    </li>
  );
}

function VersionForm({ before, onClose }: { before: AssociationVersion | undefined; onClose: () => void }) {
  const { w } = useDeclarationWords();
  const client = useQueryClient();
  const { nameOf, forget } = useRequestName();
  const entry = useEntry({
    initial: {
      since: todayInParis(), name: before?.name ?? "", acronym: before?.acronym ?? "", address: before?.address ?? "", postal_code: before?.postal_code ?? "", commune_name: before?.commune_name ?? "",
      siren: before?.siren ?? "", rna: before?.rna ?? "", email: before?.email ?? "",
    },
    labels: { since: w.sinceField, name: w.associationName, acronym: w.acronym, address: w.address, postal_code: w.postcode, commune_name: w.city, siren: w.siren, rna: w.rna, email: w.email },
    check: (values) => Object.fromEntries((["since", "name", "address", "postal_code", "commune_name"] as const).filter((field) => !values[field].trim()).map((field) => [field, w.needed])),
    send: async (values) => {
      const body = { ...Object.fromEntries(Object.entries(values).map(([field, value]) => [field, value.trim() || null])), purpose: before?.purpose ?? null };
      await post("/association-versions", body, nameOf(body));
      forget();
      await refresh(client);
      tell(w.entered);
    },
  });
  useUnsaved(entry.changed && !entry.busy);
  return (
    <EntryForm entry={entry} submitLabel={before ? w.enter : w.enterFirst} label={before ? w.enter : w.enterFirst} focusFirst onCancel={onClose} onDone={onClose}>
      <TextInput {...entry.field("since")} type="date" label={w.sinceField} />
      <div className="group__pair">
        <TextInput {...entry.field("name")} label={w.associationName} maxLength={300} />
        <TextInput {...entry.field("acronym")} label={w.acronym} maxLength={50} />
      </div>
      <TextInput {...entry.field("address")} label={w.address} maxLength={300} />
      <div className="group__pair">
        <TextInput {...entry.field("postal_code")} label={w.postcode} inputMode="numeric" maxLength={5} />
        <TextInput {...entry.field("commune_name")} label={w.city} maxLength={100} />
      </div>
      <div className="group__pair">
        <TextInput {...entry.field("siren")} label={w.siren} inputMode="numeric" maxLength={9} />
        <TextInput {...entry.field("rna")} label={w.rna} maxLength={10} />
      </div>
      <TextInput {...entry.field("email")} type="email" label={w.email} description={w.emailHint} maxLength={254} />
    </EntryForm>
  );
}
