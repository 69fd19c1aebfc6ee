import { useQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { Umbel } from "@/identity/Umbel";
import { hideFragment, linkSecret, ownPath } from "@/lib/fragment";
import { Problem } from "@/lib/problem";
import { isSignedIn, me } from "@/space/kit/me";
import { Page } from "@/space/kit/Page";
import { AskForm, type Asked } from "./AskForm";
import { CodeForm } from "./CodeForm";
import { DemoDoors } from "./DemoDoors";
import { LinkDoor } from "./LinkDoor";
import { NewAccountForm } from "./NewAccountForm";
import { OtherWays } from "./OtherWays";
import type { Proof } from "./calls";
import { useSignInWords } from "./words";
import "./sign-in.css";

/** What one is doing at the door. A proof without an account leads to a newcomer's two questions; the proof stays good. */
type Step =
  | { at: "ask"; email: string; refused: Problem | null }
  | { at: "sent"; asked: Asked }
  | { at: "link"; token: string }
  | { at: "new"; proof: Proof };

function firstStep(): Step {
  const token = linkSecret(location.hash);
  return token ? { at: "link", token } : { at: "ask", email: "", refused: null };
}

/** The door of the workspace: a link by mail, its code, a passkey, a provider; in the demonstration, anyone in one click. */
export function SignInPage() {
  const { w } = useSignInWords();
  const { suite, erreur } = useSearch({ from: "/space/espace/entrer" });
  const [step, setStep] = useState<Step>(firstStep);
  useEffect(hideFragment, []);
  const next = ownPath(suite, "/espace");
  if (step.at === "link") {
    return <LinkDoor token={step.token} onNew={() => setStep({ at: "new", proof: { token: step.token } })} onRefused={(refused) => setStep({ at: "ask", email: "", refused })} />;
  }
  if (step.at === "new") {
    return (
      <Page key="new" title={w.newTitle} lead={<p>{w.newLead}</p>}>
        <NewAccountForm proof={step.proof} next={next} onSpent={(refused) => setStep({ at: "ask", email: "", refused })} />
      </Page>
    );
  }
  if (step.at === "sent") {
    return (
      <Page key="sent" title={w.sentTitle} lead={<p>{w.sent(step.asked.email)} {w.sentHow(step.asked.minutes)}</p>}>
        <CodeForm next={next} onNew={(code) => setStep({ at: "new", proof: { code } })} onAgain={() => setStep({ at: "ask", email: step.asked.email, refused: null })} />
      </Page>
    );
  }
  return (
    <Page key="ask" title={w.title} lead={<p>{suite ? w.wanted : w.lead}</p>}>
      <AlreadyIn next={next} />
      {step.refused && <Refused problem={step.refused} />}
      {erreur && !step.refused && <div className="trouble" role="alert"><p>{w.providerSaid[erreur] ?? w.providerFailed}</p></div>}
      <div className="door">
        <div className="door__ways">
          <AskForm initial={step.email} next={next} onSent={(asked) => setStep({ at: "sent", asked })} />
          <OtherWays next={next} />
        </div>
        <section className="door__then" aria-label={w.nextTitle}>
          <h2>{w.nextTitle}</h2>
          <ol>{w.next.map((each) => <li key={each}>{each}</li>)}</ol>
          <div className="door__flower"><Umbel seed="door" traits={{ rays: 3, florets: 7, stature: 0.7 }} bloom="health" /></div>
        </section>
      </div>
      <DemoDoors next={next} />
    </Page>
  );
}

/** Why a link opened nothing, and what to do. */
function Refused({ problem }: { problem: Problem }) {
  const { w } = useSignInWords();
  const told = problem.code === "other_browser" ? { title: w.otherTitle, text: w.other }
    : problem.code === "account_suspended" ? { title: w.suspendedTitle, text: w.suspended }
    : problem.status === 410 ? { title: w.spentTitle, text: w.spent }
    : { title: w.spentTitle, text: problem.message };
  return <div className="trouble" role="alert"><strong>{told.title}</strong><p>{told.text}</p></div>;
}

function AlreadyIn({ next }: { next: string }) {
  const { w } = useSignInWords();
  const { data } = useQuery(me());
  if (!data || !isSignedIn(data)) return null;
  return <p className="door__already">{w.already(data.account.name)} <a href={next}>{w.goOn}</a></p>;
}
