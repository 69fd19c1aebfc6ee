import { Button, Radio, Select, Textarea, TextInput } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { del, post } from "@/api/write";
import type { components } from "@/api/__generated__/schema";
import { useEntry } from "@/space/kit/entry";
import { EntryForm } from "@/space/kit/EntryForm";
import { mailHtml } from "@/space/kit/mailHtml";
import { formatDate } from "@/space/kit/moments";
import { tell } from "@/space/kit/toasts";
import { invitations, may, path, type Invitation, type Organisation } from "./calls";
import { useOrganisationWords } from "./words";
import "@/space/kit/mail.css";

type Preview = components["schemas"]["MailPreview"];
const NOTHING = { email: "", role: "editor", message: "", locale: "fr" };

/** Two steps: what one writes, then the mail as it will go. Nothing leaves before it was read. */
export function InviteForm({ organisation, onClose }: { organisation: Organisation; onClose: () => void }) {
  const { w } = useOrganisationWords();
  const client = useQueryClient();
  const [preview, setPreview] = useState<Preview | null>(null);
  const all = `${path(organisation.id)}/invitations`;
  const entry = useEntry({
    initial: NOTHING, labels: { email: w.inviteEmail, role: w.inviteRole, message: w.inviteMessage, locale: w.inviteLocale },
    check: ({ email }) => (email.trim() ? {} : { email: w.emailNeeded }),
    send: async (values) => {
      const body = { ...values, email: values.email.trim(), message: values.message.trim() || null };
      if (!preview) return setPreview(await post<Preview>(`${all}/preview`, body));
      await post(all, body);
      await client.invalidateQueries(invitations(organisation.id));
      tell(w.invited(body.email));
      onClose();
      return undefined;
    },
  });
  if (preview) return <EntryForm key="preview" entry={entry} submitLabel={w.send} label={w.previewTitle} onCancel={() => setPreview(null)}><PreviewedMail preview={preview} /></EntryForm>;
  return (
    <EntryForm key="write" entry={entry} submitLabel={w.preview} label={w.invite} focusFirst onCancel={onClose}>
      <TextInput {...entry.field("email")} label={w.inviteEmail} type="email" inputMode="email" maxLength={320} autoComplete="off" />
      <Radio.Group {...entry.field("role")} label={w.inviteRole}>
        <Radio value="editor" label={w.role.editor} description={w.roleHint.editor} />
        <Radio value="administrator" label={w.role.administrator} description={w.roleHint.administrator} />
      </Radio.Group>
      <Textarea {...entry.field("message")} label={w.inviteMessage} maxLength={1000} />
      <Select {...entry.field("locale")} label={w.inviteLocale} data={[{ value: "fr", label: w.french }, { value: "en", label: w.english }]} />
    </EntryForm>
  );
}

function PreviewedMail({ preview: { to, subject, html } }: { preview: Preview }) {
  const { w } = useOrganisationWords();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <>
      <h3 ref={heading} tabIndex={-1} className="previewed">{w.previewTitle}</h3>
      <dl className="facts"><dt>{w.mailTo}</dt><dd>{to}</dd><dt>{w.mailSubject}</dt><dd>{subject}</dd></dl>
      <div className="mail__paper">{mailHtml(html)}</div>
    </>
  );
}

/** Invitations that nobody has answered yet. */
export function InvitationLines({ organisation }: { organisation: Organisation }) {
  const { w, lang } = useOrganisationWords();
  const client = useQueryClient();
  const query = useQuery(invitations(organisation.id));
  const waiting = (query.data?.items ?? []).filter(({ state }) => state === "waiting");
  if (waiting.length === 0) return null;
  const cancel = async ({ id }: Invitation) => {
    try {
      await del(`${path(organisation.id)}/invitations/${id}`);
      tell(w.cancelled);
    } catch (error) {
      tell(error instanceof Error ? error.message : String(error), { bad: true });
    }
    await client.invalidateQueries(invitations(organisation.id));
  };
  return (
    <>
      <h3>{w.waitingInvitations}</h3>
      <ul role="list" className="lines" aria-label={w.waitingInvitations}>
        {waiting.map((each) => (
          <li key={each.id} className="line">
            <div className="line__main"><span>{each.email ?? w.erased}</span><span className="soft">{w.role[each.role]} · {w.until(formatDate(each.expires_at, lang))}</span></div>
            {may(each, "cancel") && <div className="line__actions"><Button size="xs" aria-label={w.cancelOf(each.email ?? w.erased)} onClick={() => void cancel(each)}>{w.cancelInvitation}</Button></div>}
          </li>
        ))}
      </ul>
    </>
  );
}
