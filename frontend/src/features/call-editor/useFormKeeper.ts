import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState, useSyncExternalStore } from "react";
import { put } from "@/api/write";
import { tell } from "@/space/kit/toasts";
import type { Definition } from "./definition";
import { useFormWords } from "./formWords";
import { FormKeeper, type Kept } from "./keeper";
import { formDraft, path, tagOf, type FormDraft } from "./queries";

/** What the parts of the editor work on: the form as it is, and a way to write it anew. */
export interface Editor {
  form: Definition;
  /** `place`: what is typed in; letters in a row there are one step back. */
  change: (form: Definition, place?: string) => void;
}

/** The form that is being written, from what was read when the page opened. */
export function useFormKeeper(id: string, draft: FormDraft): { keeper: FormKeeper; kept: Kept } {
  const { w } = useFormWords();
  const client = useQueryClient();
  const [keeper] = useState(() => new FormKeeper(draft, {
    write: async (definition, version) => {
      const now = await put<FormDraft>(`${path(id)}/form/draft`, { definition }, tagOf({ version }));
      client.setQueryData(formDraft(id).queryKey, now);
      return now;
    },
    read: () => client.fetchQuery({ ...formDraft(id), staleTime: 0 }),
  }, { onJoined: () => tell(w.joined) }));
  useEffect(() => () => keeper.stop(), [keeper]);
  return { keeper, kept: useSyncExternalStore(keeper.subscribe, keeper.state) };
}
