import { Button, TextInput } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { del, patch, post } from "@/api/write";
import { Confirm } from "@/space/kit/Confirm";
import { useEntry } from "@/space/kit/entry";
import { EntryForm } from "@/space/kit/EntryForm";
import { Part } from "@/space/kit/Page";
import { Loaded, NothingYet } from "@/space/kit/States";
import { tell } from "@/space/kit/toasts";
import { useUnfolded } from "@/space/kit/useUnfolded";
import { contacts, may, path, type Contact, type Organisation } from "./calls";
import { useOrganisationWords } from "./words";

/** People of the organisation who have no account here. */
export function ContactsPart({ organisation }: { organisation: Organisation }) {
  const { w } = useOrganisationWords();
  const client = useQueryClient();
  const query = useQuery(contacts(organisation.id));
  const { open, show, close, button } = useUnfolded();
  const [leaving, setLeaving] = useState<Contact | null>(null);
  const refresh = () => client.invalidateQueries(contacts(organisation.id));
  const edits = may(organisation, "edit_contacts");
  return (
    <Part title={w.contacts} actions={edits && !open ? <Button ref={button} onClick={show}>{w.contactAdd}</Button> : undefined}>
      <p className="soft">{w.contactsLead}</p>
      {open && <ContactForm organisation={organisation} onClose={close} onSaved={refresh} />}
      <Loaded query={query}>
        {({ items }) => (items.length === 0 ? <NothingYet><p>{w.contactsNone}</p></NothingYet> : (
          <ul role="list" className="lines" aria-label={w.contacts}>
            {items.map((contact) => <ContactLine key={contact.id} contact={contact} organisation={organisation} onSaved={refresh} onRemove={() => setLeaving(contact)} />)}
          </ul>
        ))}
      </Loaded>
      <Confirm
        opened={leaving !== null} title={w.contactRemoveTitle(leaving?.name ?? "")} confirmLabel={w.removeOf(leaving?.name ?? "")} onClose={() => setLeaving(null)}
        onConfirm={async () => {
          if (!leaving) return;
          await del(`${path(organisation.id)}/contacts/${leaving.id}`);
          await refresh();
          tell(w.contactRemoved);
        }}
      >
        <p>{w.contactRemoveText}</p>
      </Confirm>
    </Part>
  );
}

interface ContactLineProps {
  contact: Contact;
  organisation: Organisation;
  onSaved: () => Promise<void>;
  onRemove: () => void;
}

function ContactLine({ contact, organisation, onSaved, onRemove }: ContactLineProps) {
  const { w } = useOrganisationWords();
  const { open, show, close, button } = useUnfolded();
  if (open) return <li className="line"><div className="line__main"><ContactForm organisation={organisation} contact={contact} onClose={close} onSaved={onSaved} /></div></li>;
  const { name, email, phone } = contact;
  return (
    <li className="line">
      <div className="line__main">
        <span>{name}</span>
        <span className="soft">{[contact.function, phone].filter(Boolean).join(" · ")}{email && <>{(contact.function || phone) && " · "}<a href={`mailto:${encodeURIComponent(email)}`}>{email}</a></>}</span>
      </div>
      <div className="line__actions">
        {may(contact, "edit") && <Button size="xs" ref={button} aria-label={w.contactEditOf(name)} onClick={show}>{w.edit1}</Button>}
        {may(contact, "remove") && <Button size="xs" aria-label={w.removeOf(name)} onClick={onRemove}>{w.remove}</Button>}
      </div>
    </li>
  );
}

interface ContactFormProps {
  organisation: Organisation;
  contact?: Contact;
  onClose: () => void;
  onSaved: () => Promise<void>;
}

function ContactForm({ organisation, contact, onClose, onSaved }: ContactFormProps) {
  const { w } = useOrganisationWords();
  const entry = useEntry({
    initial: { name: contact?.name ?? "", function: contact?.function ?? "", email: contact?.email ?? "", phone: contact?.phone ?? "" },
    labels: { name: w.contactName, function: w.contactFunction, email: w.email, phone: w.phone },
    check: ({ name }) => (name.trim() ? {} : { name: w.contactNameNeeded }),
    send: async (values) => {
      const body = { name: values.name.trim(), function: values.function.trim() || null, email: values.email.trim() || null, phone: values.phone.trim() || null };
      const all = `${path(organisation.id)}/contacts`;
      if (contact) await patch(`${all}/${contact.id}`, body, `"v${contact.version}"`);
      else await post(all, body);
      await onSaved();
    },
  });
  return (
    <EntryForm entry={entry} submitLabel={contact ? w.edit1 : w.contactAdd} label={contact ? w.contactEditOf(contact.name) : w.contactAdd} focusFirst onCancel={onClose} onDone={() => { onClose(); tell(w.contactSaved); }}>
      <div className="group__pair">
        <TextInput {...entry.field("name")} label={w.contactName} maxLength={200} autoComplete="off" />
        <TextInput {...entry.field("function")} label={w.contactFunction} maxLength={200} autoComplete="off" />
        <TextInput {...entry.field("email")} label={w.email} type="email" inputMode="email" maxLength={320} autoComplete="off" />
        <TextInput {...entry.field("phone")} label={w.phone} type="tel" inputMode="tel" maxLength={40} autoComplete="off" />
      </div>
    </EntryForm>
  );
}
