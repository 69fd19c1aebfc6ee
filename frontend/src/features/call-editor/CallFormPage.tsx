import { useQuery } from "@tanstack/react-query";
import { Loaded } from "@/space/kit/States";
import { CallFrame } from "./CallFrame";
import { FormEditor } from "./FormEditor";
import { useFormWords } from "./formWords";
import { formDraft, type Call } from "./queries";

export function CallFormPage() {
  return <CallFrame part="form">{(call) => <Form call={call} />}</CallFrame>;
}

/** What is being written is not read again behind the writer; each visit begins from what the API holds. */
function Form({ call }: { call: Call }) {
  const { w } = useFormWords();
  const query = useQuery({ ...formDraft(call.id), staleTime: Infinity, refetchOnMount: "always" });
  return <Loaded query={query} waiting={w.loading}>{(draft) => (query.isFetchedAfterMount ? <FormEditor key={call.id} call={call} draft={draft} /> : null)}</Loaded>;
}
