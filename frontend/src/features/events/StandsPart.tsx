import { Autocomplete, Button, Textarea, TextInput } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useDeferredValue, useRef, useState } from "react";
import { del, post } from "@/api/write";
import { newName } from "@/lib/names";
import { Confirm } from "@/space/kit/Confirm";
import { useEntry } from "@/space/kit/entry";
import { EntryForm } from "@/space/kit/EntryForm";
import { formatSince } from "@/space/kit/moments";
import { Part } from "@/space/kit/Page";
import { Loaded, NothingYet } from "@/space/kit/States";
import { tell } from "@/space/kit/toasts";
import { useUnfolded } from "@/space/kit/useUnfolded";
import { useMe } from "@/space/kit/me";
import { isKept, may, organisationsLike, path, standsOf, type EventFacts, type Stands } from "./calls";
import { useEventWords } from "./words";

type Invitation = Stands["invitations"][number];

/** What stands in a village: each stand is written by the organisation that holds it. */
export function StandsPart({ event }: { event: EventFacts }) {
  const { w, lang } = useEventWords();
  const { organisations } = useMe();
  const client = useQueryClient();
  const query = useQuery(standsOf(event.id));
  const { open, show, close, button } = useUnfolded();
  const [taking, setTaking] = useState<Invitation | null>(null);
  const refresh = () => client.invalidateQueries({ queryKey: standsOf(event.id).queryKey });
  const mine = (id: string | null) => isKept(event) || organisations.some((each) => each.id === id);
  return (
    <Part title={w.stands} actions={query.data && may(query.data, "offer") && !open ? <Button ref={button} onClick={show}>{w.invite}</Button> : undefined}>
      <p className="soft">{w.standsLead}</p>
      {open && <OfferForm event={event} onDone={async () => { await refresh(); close(); }} onCancel={close} />}
      <Loaded query={query}>
        {({ items, invitations }) => (
          <>
            {items.length + invitations.length === 0 && <NothingYet><p>{w.standsNone}</p></NothingYet>}
            {invitations.length > 0 && (
              <ul role="list" className="lines" aria-label={w.invited}>
                {invitations.map((each) => (
                  <li key={each.id} className="line">
                    <div className="line__main"><span>{each.title}</span><span className="soft">{w.invitedWho(each.organisation_name ?? w.anOrganisation, formatSince(each.asked_at, lang))}</span></div>
                    <span className="flag">{w.noAnswer}</span>
                    {may(each, "withdraw") && <div className="line__actions"><Button size="xs" aria-label={w.takeOfferOf(each.title)} onClick={() => setTaking(each)}>{w.takeOffer}</Button></div>}
                  </li>
                ))}
              </ul>
            )}
            {items.length > 0 && (
              <ul role="list" className="lines" aria-label={w.standsHere}>
                {items.map((each) => (
                  <li key={each.id} className="line">
                    <div className="line__main">
                      {mine(each.organisation_id) ? <Link to="/espace/evenements/$id" params={{ id: each.id }}>{each.title}</Link> : <span>{each.title}</span>}
                      <span className="soft">{[each.organisation_name, w.sessionCount(each.session_count), !mine(each.organisation_id) && w.theirsToWrite].filter(Boolean).join(" · ")}</span>
                    </div>
                    <span className="flag">{w.publication[each.publication]}</span>
                  </li>
                ))}
              </ul>
            )}
          </>
        )}
      </Loaded>
      <Confirm
        opened={taking !== null} title={w.takeOfferTitle(taking?.title ?? "")} confirmLabel={w.takeOffer} onClose={() => setTaking(null)}
        onConfirm={async () => {
          if (!taking) return;
          await del(`/stand-invitations/${taking.id}`);
          await refresh();
          tell(w.offerTaken);
        }}
      >
        <p>{w.takeOfferText(taking?.organisation_name ?? w.anOrganisation)}</p>
      </Confirm>
    </Part>
  );
}

function OfferForm({ event, onDone, onCancel }: { event: EventFacts; onDone: () => Promise<void>; onCancel: () => void }) {
  const { w } = useEventWords();
  const key = useRef({ body: "", key: "" });
  const entry = useEntry({
    initial: { organisation: "", organisation_id: "", title: "", message: "" }, labels: { organisation: w.standWho, organisation_id: w.standWho, title: w.standTitle, message: w.standMessage },
    check: ({ organisation_id: id, title }) => ({ ...(!id && { organisation: w.standWhoNeeded }), ...(!title.trim() && { title: w.titleNeeded }) }),
    send: async ({ organisation_id, title, message }) => {
      const body = { organisation_id, title: title.trim(), message: message.trim() || null };
      const text = JSON.stringify(body);
      if (key.current.body !== text) key.current = { body: text, key: newName() };
      await post(`${path(event.id)}/stands`, body, key.current.key);
      tell(w.offered);
      await onDone();
    },
  });
  const { organisation, organisation_id: chosen } = entry.values;
  const asked = useDeferredValue(chosen ? "" : organisation.trim());
  const found = useQuery(organisationsLike(asked)).data ?? [];
  const nameOf = ({ name, commune_name: commune }: (typeof found)[number]) => [name, commune].filter(Boolean).join(", ");
  const options = chosen || !asked ? [] : found;
  return (
    <EntryForm entry={entry} submitLabel={w.inviteGo} label={w.invite} focusFirst onCancel={onCancel}>
      <Autocomplete
        {...entry.field("organisation")} label={w.standWho} description={w.standWhoHint} error={entry.errors.organisation ?? entry.errors.organisation_id} autoComplete="off" spellCheck={false} maxLength={200}
        data={options.map(nameOf).filter((name, index, all) => all.indexOf(name) === index)} filter={({ options: all }) => all}
        onOptionSubmit={(picked) => { const one = options.find((each) => nameOf(each) === picked); if (one) entry.set({ organisation: one.name, organisation_id: one.id }); }}
        onChange={(text) => { if (!options.some((each) => nameOf(each) === text)) entry.set({ organisation: text, organisation_id: "" }); }}
      />
      <TextInput {...entry.field("title")} label={w.standTitle} description={w.standTitleHint} maxLength={300} />
      <Textarea {...entry.field("message")} label={w.standMessage} description={w.standMessageHint} minRows={2} maxLength={2000} />
    </EntryForm>
  );
}
