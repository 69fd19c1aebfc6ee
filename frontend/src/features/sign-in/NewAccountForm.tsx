import { Checkbox, TextInput } from "@mantine/core";
import { Problem } from "@/lib/problem";
import { useEntry } from "@/space/kit/entry";
import { EntryForm } from "@/space/kit/EntryForm";
import { enter, type Proof } from "./calls";
import { useEntered } from "./useEntered";
import { useSignInWords } from "./words";

/** A newcomer's two questions. */
export function NewAccountForm({ proof, next, onSpent }: { proof: Proof; next: string; onSpent: (problem: Problem) => void }) {
  const { w } = useSignInWords();
  const entered = useEntered();
  const entry = useEntry({
    initial: { name: "", is_15_or_older: false }, labels: { name: w.name, is_15_or_older: w.age },
    check: ({ name, is_15_or_older: old }) => ({ ...(!name.trim() && { name: w.nameNeeded }), ...(!old && { is_15_or_older: w.ageNeeded }) }),
    send: async ({ name }) => {
      try {
        const answer = await enter(proof, { name: name.trim(), is_15_or_older: true });
        await entered(answer.next ?? next);
      } catch (error) {
        if (!(error instanceof Problem) || (error.status !== 410 && error.code !== "other_browser")) throw error;
        onSpent(error);
      }
    },
  });
  return (
    <EntryForm entry={entry} submitLabel={w.create}>
      <TextInput {...entry.field("name")} label={w.name} description={w.nameHint} autoComplete="name" maxLength={100} />
      <Checkbox {...entry.check("is_15_or_older")} label={w.age} description={w.ageWhy} />
    </EntryForm>
  );
}
