import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Problem } from "@/lib/problem";
import { ProblemWords } from "@/space/kit/EntryForm";
import { canUsePasskeys, enterByPasskey, providers } from "./calls";
import { useEntered } from "./useEntered";
import { useSignInWords } from "./words";

/** A passkey, and the services that the team has chosen to trust. */
export function OtherWays({ next }: { next: string }) {
  const { w } = useSignInWords();
  const others = useQuery(providers()).data ?? [];
  if (!canUsePasskeys() && others.length === 0) return null;
  return (
    <section className="door__others" aria-label={w.otherWays}>
      <h2>{w.otherWays}</h2>
      {canUsePasskeys() && <PasskeyDoor next={next} />}
      {others.map(({ name, label }) => (
        <a key={name} className="button" href={`/api/v1/sign-in/oidc/${encodeURIComponent(name)}?next=${encodeURIComponent(next)}`}>{w.provider(label)}</a>
      ))}
    </section>
  );
}

function PasskeyDoor({ next }: { next: string }) {
  const { w } = useSignInWords();
  const entered = useEntered();
  const [failure, setFailure] = useState<Problem | "declined" | null>(null);
  const go = async () => {
    setFailure(null);
    try {
      const answer = await enterByPasskey(next);
      await entered(answer.next);
    } catch (error) {
      // The browser says the same whether one cancelled, waited too long or has no passkey here.
      setFailure(error instanceof Problem ? error : "declined");
    }
  };
  return (
    <>
      <Button onClick={() => void go()}>{w.passkey}</Button>
      <p className="soft">{w.passkeyHint}</p>
      {failure && <div className="trouble" role="alert">{failure === "declined" ? <p>{w.passkeyCancelled}</p> : <ProblemWords problem={failure} />}</div>}
    </>
  );
}
