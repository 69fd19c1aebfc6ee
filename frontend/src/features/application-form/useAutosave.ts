import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import { read } from "@/api/write";
import { useMe } from "@/space/kit/me";
import { tell } from "@/space/kit/toasts";
import { Autosave, type Application, type Snapshot } from "./autosave";
import { application as query, path, save } from "./calls";
import type { Definition } from "./definition";
import { openLocalDraft } from "./localDraft";
import { faultsOf } from "./values";
import { useFormWords } from "./words";

function storage(): Storage | null {
  try {
    return localStorage;
  } catch {
    return null;
  }
}

const NOTHING = { read: () => null, subscribe: () => () => undefined };

/** The application that saves itself as long as the page is open; null until what an earlier page left has been looked for. */
export function useAutosave(first: Application, definition: Definition): { form: Autosave; now: Snapshot } | null {
  const { w } = useFormWords();
  const { account } = useMe();
  const client = useQueryClient();
  const [form, setForm] = useState<Autosave | null>(null);
  // The form may be published anew while one writes; what opened the page stays what one started from.
  const known = useRef({ definition, first, restored: w.restored });
  useEffect(() => { known.current = { ...known.current, definition, restored: w.restored }; }, [definition, w]);
  useEffect(() => {
    const fields = () => known.current.definition.sections.flatMap(({ fields: each }) => each);
    const takeOver = () => void opened.restore().then((wasLeft) => { if (wasLeft && !isGone) tell(known.current.restored); });
    const local = openLocalDraft(first.id, account.id, { storage: storage(), locks: navigator.locks, onLeft: takeOver });
    const isFit = (id: string, value: unknown) => fields().every((field) => field.id !== id || faultsOf(field, value).length === 0);
    let isGone = false;
    const opened = new Autosave({ application: known.current.first, account: account.id, send: save(first.id), local, isFit });
    void opened.restore().then((wasLeft) => {
      if (isGone) return;
      setForm(opened);
      if (wasLeft) tell(known.current.restored);
    });
    const again = async () => {
      if (document.visibilityState === "hidden") {
        void opened.flush();
        return;
      }
      if (opened.read().state === "waiting" || opened.read().state === "stopped") opened.retry();
      else opened.refresh((await read<Application>(path(first.id))).data);
    };
    const look = () => void again().catch(() => undefined);
    const online = () => opened.retry();
    const leaving = (event: BeforeUnloadEvent) => {
      const { pending, isKeptHere } = opened.read();
      if (!isKeptHere && Object.keys(pending).length > 0) event.preventDefault();
    };
    document.addEventListener("visibilitychange", look);
    addEventListener("online", online);
    addEventListener("beforeunload", leaving);
    return () => {
      isGone = true;
      opened.close();
      document.removeEventListener("visibilitychange", look);
      removeEventListener("online", online);
      removeEventListener("beforeunload", leaving);
      // Other pages read what was saved here.
      void client.invalidateQueries({ queryKey: query(first.id).queryKey });
      void client.invalidateQueries({ queryKey: ["applications"] });
    };
  }, [first.id, account.id, client]);
  const source = form ?? NOTHING;
  const now = useSyncExternalStore<Snapshot | null>(source.subscribe, source.read);
  return form && now ? { form, now } : null;
}
