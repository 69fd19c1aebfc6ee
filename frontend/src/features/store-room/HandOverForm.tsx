import { NumberInput, Textarea, TextInput } from "@mantine/core";
import { post } from "@/api/write";
import { todayInParis } from "@/lib/dates";
import { useEntry, type Entry } from "@/space/kit/entry";
import { EntryForm } from "@/space/kit/EntryForm";
import { useMe } from "@/space/kit/me";
import { tell } from "@/space/kit/toasts";
import { useRequestName } from "@/space/kit/useRequestName";
import { loanPath, type Loan } from "./calls";
import { useReportWords } from "./reportWords";

export interface HandOverValues {
  on: string;
  given_by: string;
  taken_by: string;
  packages: number | string;
  remarks: string;
}

export const handOverBody = ({ on, given_by: by, taken_by: to, packages, remarks }: HandOverValues) => ({
  on, given_by: by.trim() || null, taken_by: to.trim() || null, packages: typeof packages === "number" ? packages : null, remarks: remarks.trim() || null,
});

interface HandOverFormProps {
  loan: Loan;
  onDone: () => Promise<void>;
  onClose: () => void;
}

/** The loan leaves: who gave what to whom, on which day. */
export function HandOverForm({ loan, onDone, onClose }: HandOverFormProps) {
  const { w } = useReportWords();
  const { account } = useMe();
  const { nameOf } = useRequestName();
  const entry = useEntry<HandOverValues>({
    initial: { on: todayInParis(), given_by: account.name, taken_by: "", packages: "", remarks: "" },
    labels: { on: w.handOverDay, given_by: w.givenBy, taken_by: w.takenBy, packages: w.packagesAsked, remarks: w.handOverRemarks },
    check: ({ on }) => (on ? {} : { on: w.dayNeeded }),
    send: (values) => {
      const body = handOverBody(values);
      return post(`${loanPath(loan.id)}/hand-over`, body, nameOf(body));
    },
  });
  const done = () => {
    tell(w.handedOver);
    onClose();
    void onDone();
  };
  return (
    <EntryForm entry={entry} submitLabel={w.handOverGo} label={w.handOver} focusFirst onDone={done} onCancel={onClose}>
      <TextInput {...entry.field("on")} type="date" label={w.handOverDay} max={todayInParis()} className="store-day" />
      <HandOverFields entry={entry} />
    </EntryForm>
  );
}

/** Who was there, and how many packages. */
export function HandOverFields<V extends HandOverValues>({ entry }: { entry: Entry<V> }) {
  const { w } = useReportWords();
  return (
    <>
      <div className="group__pair">
        <TextInput {...entry.field("given_by")} label={w.givenBy} maxLength={200} autoComplete="off" />
        <TextInput {...entry.field("taken_by")} label={w.takenBy} maxLength={200} autoComplete="off" />
      </div>
      <NumberInput {...entry.field("packages")} label={w.packagesAsked} min={0} max={10_000} allowDecimal={false} allowNegative={false} inputMode="numeric" className="store-day" />
      <Textarea {...entry.field("remarks")} label={w.handOverRemarks} minRows={2} maxLength={2000} />
    </>
  );
}
