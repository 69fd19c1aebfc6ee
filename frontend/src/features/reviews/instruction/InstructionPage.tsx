import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { CallFrame } from "@/features/call-editor/CallFrame";
import { NothingYet } from "@/space/kit/States";
import type { Call } from "./calls";
import { CommitteePart } from "./CommitteePart";
import { ConflictsPart } from "./ConflictsPart";
import { OneDossier } from "./OneDossier";
import { PlanPart } from "./PlanPart";
import { ProgressPart } from "./ProgressPart";
import { useInstructionWords } from "./words";
import "../reviews.css";
import "./instruction.css";

const PARTS = ["avancement", "comite", "repartition", "conflits"] as const;
export type InstructionPart = (typeof PARTS)[number];

/** The instruction of a call: how far the committee is, who sits, who reads what, who may not. */
export function InstructionPage() {
  return <CallFrame part="review">{(call) => (call.has_committee ? <Instruction call={call} /> : <WithoutCommittee call={call} />)}</CallFrame>;
}

function WithoutCommittee({ call }: { call: Call }) {
  const { w } = useInstructionWords();
  return (
    <NothingYet>
      <p><strong>{w.off}</strong></p>
      <p>{w.offText}</p>
      <p className="line__actions"><Link to="/espace/decisions" className="button">{w.toDecisions}</Link><Link to="/espace/appels/$id" params={{ id: call.id }} className="button button--plain">{w.toSettings}</Link></p>
    </NothingYet>
  );
}

/** What the address chooses: a part, and in the first one an application. */
export function useInstructionAddress(call: string) {
  const navigate = useNavigate();
  const { partie, dossier } = useSearch({ strict: false }) as { partie?: string; dossier?: string };
  return {
    part: PARTS.find((each) => each === partie) ?? "avancement", dossier,
    go: (search: { partie?: InstructionPart; dossier?: string }) => void navigate({ to: "/espace/appels/$id/instruction", params: { id: call }, search: search as never, resetScroll: false }),
  };
}

function Instruction({ call }: { call: Call }) {
  const { w } = useInstructionWords();
  const { part, dossier, go } = useInstructionAddress(call.id);
  const open = (id: string) => go({ dossier: id });
  return (
    <div className="instruction">
      <nav className="instruction__parts" aria-label={w.parts}>
        {PARTS.map((each) => <Link key={each} to="/espace/appels/$id/instruction" params={{ id: call.id }} search={{ partie: each } as never} resetScroll={false} aria-current={each === part ? "page" : undefined}>{w.part[each]}</Link>)}
      </nav>
      {part === "avancement" && (dossier ? <OneDossier key={dossier} call={call} id={dossier} /> : <ProgressPart call={call} onOpen={open} />)}
      {part === "comite" && <CommitteePart call={call} />}
      {part === "repartition" && <PlanPart call={call} />}
      {part === "conflits" && <ConflictsPart call={call} />}
    </div>
  );
}
