import { Textarea } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { post } from "@/api/write";
import { useEntry } from "@/space/kit/entry";
import { EntryForm } from "@/space/kit/EntryForm";
import { tell } from "@/space/kit/toasts";
import { path } from "./calls";
import { useOrganisationWords } from "./words";

interface JoinFormProps {
  id: string;
  name: string;
  onCancel?: () => void;
  onDone?: () => void;
  /** Goes to the organisation once asked. */
  leaves?: boolean;
}

/** Asks an organisation to let one in. */
export function JoinForm({ id, name, onCancel, onDone, leaves = false }: JoinFormProps) {
  const { w } = useOrganisationWords();
  const client = useQueryClient();
  const navigate = useNavigate();
  const entry = useEntry({
    initial: { message: "" }, labels: { message: w.joinMessage },
    send: async ({ message }) => {
      await post(`${path(id)}/join-requests`, { message: message.trim() || null });
      await client.invalidateQueries({ queryKey: ["me-join-requests"] });
      tell(w.joined(name));
      if (leaves) await navigate({ to: "/espace/structures/$id", params: { id } });
    },
  });
  return (
    <EntryForm entry={entry} submitLabel={w.joinGo} label={w.joinOf(name)} focusFirst={onCancel !== undefined} onCancel={onCancel} onDone={onDone} explain={({ code }) => (code === "join_request_waiting" ? w.joinTwice : null)}>
      <Textarea {...entry.field("message")} label={w.joinMessage} description={w.joinHint} maxLength={1000} />
    </EntryForm>
  );
}
