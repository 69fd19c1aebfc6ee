import { Button, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Problem } from "@/lib/problem";
import { useEntry } from "@/space/kit/entry";
import { EntryForm } from "@/space/kit/EntryForm";
import { demo, enter } from "./calls";
import { useEntered } from "./useEntered";
import { useSignInWords } from "./words";

interface CodeFormProps {
  next: string;
  /** The code is good and its address has no account yet. */
  onNew: (code: string) => void;
  onAgain: () => void;
}

/** After the mail has left: the code can be typed here, the link opened in another tab. */
export function CodeForm({ next, onNew, onAgain }: CodeFormProps) {
  const { w } = useSignInWords();
  const entered = useEntered();
  const box = useQuery(demo()).data;
  const entry = useEntry({
    initial: { code: "" }, labels: { code: w.code },
    check: ({ code }) => (code.trim() ? {} : { code: w.codeNeeded }),
    send: async ({ code }) => {
      try {
        const answer = await enter({ code: code.trim() });
        await entered(answer.next ?? next);
      } catch (error) {
        if (!(error instanceof Problem) || error.code !== "account_needed") throw error;
        onNew(code.trim());
      }
    },
  });
  return (
    <>
      <EntryForm entry={entry} submitLabel={w.codeGo} explain={({ status, code }) => (status === 410 ? w.spent : code === "account_suspended" ? w.suspended : null)}>
        <TextInput
          {...entry.field("code")} className="door__code" label={w.code} description={w.codeHint} autoComplete="one-time-code" autoCapitalize="characters" spellCheck={false} maxLength={20}
        />
      </EntryForm>
      {box && <p>{w.demoMail} <Link to="/espace/courriels" target="_blank">{w.demoMailLink}</Link></p>}
      <div>
        <p className="soft">{w.sentNothing}</p>
        <Button variant="subtle" className="door__again" onClick={onAgain}>{w.again}</Button>
      </div>
    </>
  );
}
