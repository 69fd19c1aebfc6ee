import { Button, Textarea, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useEntry } from "@/space/kit/entry";
import { EntryForm } from "@/space/kit/EntryForm";
import { formatDate } from "@/space/kit/moments";
import { tell } from "@/space/kit/toasts";
import { useUnfolded } from "@/space/kit/useUnfolded";
import { returnsKey, tellReturn, type Return } from "./calls";
import { check, toldOf } from "./told";
import { useReturnWords } from "./words";

/** What one contributor tells of a year. Lenders may write down what they were told by telephone. */
export function ReturnLine({ told, lends }: { told: Return; lends: boolean }) {
  const { w, lang } = useReturnWords();
  const { open, show, close, button } = useUnfolded();
  const { contributor, year, loans, days, answered_at: answered, asked_at: asked, known_loans: knownLoans, known_days: knownDays } = told;
  const name = contributor.name ?? w.agencyName;
  const said = loans === null ? w.notYet : loans === 0 ? w.nothingLent : `${w.loansOf(loans)}, ${w.daysOf(days ?? 0)}`;
  return (
    <li className="line">
      <div className="line__main">
        <span>{contributor.id ? <Link to="/espace/structures/$id" params={{ id: contributor.id }}>{name}</Link> : name}</span>
        <span className={loans === null ? "soft" : "returns__said"}>{said}</span>
        <span className="soft">
          {[answered ? w.answeredOn(formatDate(answered, lang)) : w.askedOn(formatDate(asked, lang)), knownLoans > 0 && w.knownHere(knownLoans, knownDays)].filter(Boolean).join(" · ")}
          {knownLoans > 0 && <> · <Link to="/espace/prets/chiffres" search={{ annee: String(year), preteur: contributor.id ?? undefined } as never} aria-label={w.figuresOf(name)}>{w.figures}</Link></>}
        </span>
        {told.note && <span className="note">{told.note}</span>}
      </div>
      {told.allowed_actions.includes("answer") && !open && (
        <div className="line__actions">
          <Button ref={button} size="xs" variant={loans === null && !lends ? "filled" : "default"} aria-label={loans !== null ? w.correctOf(name) : (lends ? w.tellForOf : w.tellOf)(name)} onClick={show}>{loans !== null ? w.correct : lends ? w.tellFor : w.tell}</Button>
        </div>
      )}
      {open && <div className="line__below"><ReturnForm told={told} name={name} onClose={close} /></div>}
    </li>
  );
}

function ReturnForm({ told, name, onClose }: { told: Return; name: string; onClose: () => void }) {
  const { w } = useReturnWords();
  const client = useQueryClient();
  const entry = useEntry({
    initial: toldOf(told), labels: { loans: w.loans, days: w.days, note: w.note },
    check: (values) => Object.fromEntries(Object.entries(check(values)).map(([field, trouble]) => [field, w.troubles[trouble]])),
    send: async ({ loans, days, note }) => {
      await tellReturn(told, { loans: Number(loans), days: Number(days), note: note.trim() || null });
      tell(w.thanks);
    },
  });
  const done = () => {
    onClose();
    void client.invalidateQueries({ queryKey: returnsKey });
  };
  return (
    <EntryForm entry={entry} submitLabel={w.save} label={w.tellOf(name)} focusFirst onDone={done} onCancel={onClose}>
      <TextInput {...entry.field("loans")} label={w.loansLabel(told.year)} description={w.loansHint} inputMode="numeric" autoComplete="off" maxLength={8} />
      <TextInput {...entry.field("days")} label={w.daysLabel} inputMode="numeric" autoComplete="off" maxLength={8} />
      <Textarea {...entry.field("note")} label={w.note} maxLength={2000} />
    </EntryForm>
  );
}
