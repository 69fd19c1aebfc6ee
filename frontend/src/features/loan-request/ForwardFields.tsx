import { Textarea, TextInput } from "@mantine/core";
import { todayInParis } from "@/lib/dates";
import type { Entry } from "@/space/kit/entry";
import { Part } from "@/space/kit/Page";
import { Borrower } from "./Borrower";
import type { Forwarding } from "./forwarding";
import { useForwardWords } from "./forwardWords";
import { usePlaceOf } from "./usePlaceOf";
import { useRequestWords } from "./words";

/** When, for whom and where, whom the lender answers, and a word. */
export function ForwardFields({ entry }: { entry: Entry<Forwarding> }) {
  const { w } = useForwardWords();
  const { w: r } = useRequestWords();
  const { values } = entry;
  usePlaceOf(values.organisation_id, entry);
  return (
    <>
      <Part title={w.when}>
        <div className="request__days">
          <TextInput {...entry.field("starts_on")} type="date" label={r.from} min={todayInParis()} />
          <TextInput {...entry.field("ends_on")} type="date" label={r.to} min={values.starts_on || todayInParis()} />
        </div>
      </Part>
      <Part title={w.where}>
        <div className="request__fields">
          <Borrower entry={entry} />
          <fieldset className="group">
            <legend>{w.contactTitle}</legend>
            <p className="soft">{w.contactText}</p>
            <div className="group__pair">
              <TextInput {...entry.field("contact.name")} label={w.contactName} maxLength={200} autoComplete="name" />
              <TextInput {...entry.field("contact.email")} type="email" label={w.contactEmail} maxLength={254} autoComplete="email" spellCheck={false} />
            </div>
          </fieldset>
          <Textarea {...entry.field("message")} label={r.message} description={r.messageHint} maxLength={5000} />
        </div>
      </Part>
    </>
  );
}
