import { Textarea, TextInput } from "@mantine/core";
import { patch } from "@/api/write";
import { addDays, formatSpan, isDay, todayInParis } from "@/lib/dates";
import type { Problem } from "@/lib/problem";
import { unbroken } from "@/lib/text";
import { useEntry } from "@/space/kit/entry";
import { EntryForm } from "@/space/kit/EntryForm";
import { formatDate } from "@/space/kit/moments";
import { tell } from "@/space/kit/toasts";
import { loanPath, type Loan } from "./calls";
import { useAct, useLoanRefresh } from "./useAct";
import { useLoanWords } from "./words";

/** What the service says of days that cannot be had, with those that can next. */
function useWhyNot(): (problem: Problem) => string | null {
  const { w, lang } = useLoanWords();
  return (problem) => {
    if (problem.status !== 409) return null;
    const next = problem.body.next_free as { starts_on: string; ends_on: string } | null | undefined;
    return [unbroken(problem.message.replaceAll("'", "’")), next && w.nextFree(formatSpan(next.starts_on, next.ends_on, lang))].filter(Boolean).join(" ");
  };
}

interface DaysFormProps {
  loan: Loan;
  etag: string | null;
  onClose: () => void;
}

/** Other days for a loan that is not agreed on yet. */
export function DaysForm({ loan, etag, onClose }: DaysFormProps) {
  const { w } = useLoanWords();
  const refresh = useLoanRefresh();
  const entry = useEntry({
    initial: { starts_on: loan.starts_on, ends_on: loan.ends_on }, labels: { starts_on: w.from, ends_on: w.to },
    check: (values) => ({ ...(!isDay(values.starts_on) && { starts_on: w.daysNeeded }), ...(!isDay(values.ends_on) && { ends_on: w.daysNeeded }) }),
    send: async (values) => {
      await patch(loanPath(loan.id), values, etag);
      await refresh();
      tell(w.edited);
    },
  });
  return (
    <EntryForm entry={entry} submitLabel={w.editSave} label={w.editTitle} explain={useWhyNot()} onDone={onClose} onCancel={onClose} focusFirst>
      <p className="soft">{w.editHint}</p>
      <div className="group__pair">
        <TextInput {...entry.field("starts_on")} type="date" label={w.from} min={todayInParis()} />
        <TextInput {...entry.field("ends_on")} type="date" label={w.to} min={entry.values.starts_on} />
      </div>
    </EntryForm>
  );
}

interface EndFormProps {
  what: "ask" | "shorten";
  loan: Loan;
  onClose: () => void;
}

/** Another last day: an earlier one, which is had at once, or a later one, which is asked for. */
export function EndForm({ what, loan, onClose }: EndFormProps) {
  const { w, lang } = useLoanWords();
  const act = useAct();
  const isAsked = what === "ask";
  const { id, starts_on: first, ends_on: last, extension } = loan;
  const today = todayInParis();
  const entry = useEntry({
    initial: { ends_on: extension?.ends_on ?? (isAsked ? addDays(last > today ? last : today, 7) : ""), message: extension?.message ?? "" }, labels: { ends_on: w.newEnd, message: w.why },
    check: ({ ends_on: day }) => {
      if (!isDay(day)) return { ends_on: w.dayNeeded };
      if (isAsked ? day > last : day >= first && day < last) return {};
      return { ends_on: isAsked ? w.notLater(formatDate(last, lang)) : w.notEarlier(formatSpan(first, addDays(last, -1), lang)) };
    },
    send: async ({ ends_on: day, message }) => {
      await act(`${loanPath(id)}/${isAsked ? "ask-extension" : "shorten"}`, isAsked ? { ends_on: day, message: message.trim() || null } : { ends_on: day });
      tell(isAsked ? w.asked : w.shortened);
    },
  });
  return (
    <EntryForm entry={entry} submitLabel={isAsked ? w.askGo : w.shortenGo} label={isAsked ? w.askTitle : w.shortenTitle} explain={useWhyNot()} onDone={onClose} onCancel={onClose} focusFirst>
      <p className="soft">{isAsked ? w.askHint : w.shortenHint}</p>
      <TextInput {...entry.field("ends_on")} className="loan-day" type="date" label={w.newEnd} min={isAsked ? addDays(last, 1) : first} max={isAsked ? undefined : addDays(last, -1)} />
      {isAsked && <Textarea {...entry.field("message")} label={w.why} description={w.whyHint} maxLength={2000} />}
    </EntryForm>
  );
}
