import { useMutation } from "@tanstack/react-query";
import { lazy, Suspense, useState, type FormEvent } from "react";
import { Waiting } from "@/ui/LostFlower";
import { changes, draftOf, unreadable } from "./correction";
import { askForCorrection, type Entry } from "./directory";
import { useDirectoryWords } from "./words";

// Few readers correct a page: its fields come when they are asked for.
const CorrectionFields = lazy(async () => ({ default: (await import("./CorrectionFields")).CorrectionFields }));

/** Anybody says what is wrong; the team decides. */
export function CorrectionForm({ entry }: { entry: Entry }) {
  const { w } = useDirectoryWords();
  const [isOpen, setOpen] = useState(false);
  const [draft, setDraft] = useState(() => draftOf(entry));
  const [isTold, setTold] = useState(false);
  const sending = useMutation({ mutationFn: (body: Parameters<typeof askForCorrection>[1]) => askForCorrection(entry.slug, body) });
  const fields = changes(entry, draft);
  const isEmpty = Object.keys(fields).length === 0 && !draft.message.trim();
  const unread = unreadable(draft);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (sending.isPending) return;
    setTold(true);
    if (isEmpty || unread.length > 0) return;
    sending.mutate({ fields, message: draft.message.trim() || null, email: draft.mail.trim() || null, trap: draft.trap });
  };
  const again = () => {
    sending.reset();
    setTold(false);
    setDraft(draftOf(entry));
  };
  if (sending.isSuccess) {
    return (
      <section className="directory-entry__wrong" role="status">
        {/* The form that had focus is gone: it is given to what answers it. */}
        <h2 ref={(heading) => heading?.focus()} tabIndex={-1}>{w.sentTitle}</h2>
        <p>{w.sent}</p>
        <p><button type="button" className="button" onClick={again}>{w.another}</button></p>
      </section>
    );
  }
  return (
    <section className="directory-entry__wrong">
      <h2>{w.wrong}</h2>
      <p>{w.wrongLead}</p>
      {isOpen
        ? (
          <Suspense fallback={<Waiting words={w.entryLoading} />}>
            <CorrectionFields
              entry={entry} draft={draft} unread={isTold ? unread : []} isEmpty={isTold && isEmpty && unread.length === 0} problem={sending.error} isBusy={sending.isPending}
              onChange={(part) => setDraft((before) => ({ ...before, ...part }))} onSubmit={submit}
            />
          </Suspense>
        )
        : <p><button type="button" className="button" onClick={() => setOpen(true)}>{w.open}</button></p>}
    </section>
  );
}
