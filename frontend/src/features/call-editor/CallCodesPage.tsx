import { AccessCodesPart } from "./AccessCodesPart";
import { CallFrame } from "./CallFrame";

export function CallCodesPage() {
  return <CallFrame part="codes">{(call) => <AccessCodesPart key={call.id} call={call} />}</CallFrame>;
}
