import { CallFrame } from "./CallFrame";
import { CriteriaPart } from "./CriteriaPart";

export function CallCriteriaPage() {
  return <CallFrame part="criteria">{(call) => <CriteriaPart key={call.id} call={call} />}</CallFrame>;
}
