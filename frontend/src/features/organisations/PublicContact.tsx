import { Checkbox } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { Problem } from "@/lib/problem";
import { ProblemWords } from "@/space/kit/EntryForm";
import { tell } from "@/space/kit/toasts";
import { contactShown, showContact, type ContactShown, type Organisation } from "./calls";
import { useOrganisationWords } from "./words";

/** Which of its contact data an organisation shows on its public page: a consent of its own, taken back at any time. */
export function PublicContact({ organisation: { id, is_public: isPublic } }: { organisation: Organisation }) {
  const { w } = useOrganisationWords();
  const client = useQueryClient();
  const query = useQuery({ ...contactShown(id), enabled: isPublic });
  const [problem, setProblem] = useState<Problem | null>(null);
  if (!isPublic || !query.data) return null;
  const { shows_email: email, shows_phone: phone, allowed_actions: actions } = query.data;
  const change = async (next: Pick<ContactShown, "shows_email" | "shows_phone">) => {
    setProblem(null);
    try {
      client.setQueryData(contactShown(id).queryKey, await showContact(id, next));
      tell(w.publicContactSaved);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      setProblem(error);
    }
  };
  const mayNot = !actions.includes("edit");
  return (
    <fieldset className="public-contact">
      <legend>{w.publicContact}</legend>
      <Checkbox label={w.publicEmail} checked={email} disabled={mayNot} onChange={({ currentTarget }) => void change({ shows_email: currentTarget.checked, shows_phone: phone })} />
      <Checkbox label={w.publicPhone} checked={phone} disabled={mayNot} onChange={({ currentTarget }) => void change({ shows_email: email, shows_phone: currentTarget.checked })} />
      {problem && <div className="trouble" role="alert"><ProblemWords problem={problem} /></div>}
      <p><Link to="/annuaire/$slug" params={{ slug: id }}>{w.publicPage}</Link></p>
    </fieldset>
  );
}
