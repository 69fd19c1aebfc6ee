import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useMemo, useSyncExternalStore } from "react";
import { stage, unstage, type Desk } from "./calls";
import { Sheet, type Shown } from "./sheet";

/** The sheet of a batch, fed by what is read of it; leaving the page with something unsaved asks first. */
export function useSheet({ batch, candidates }: Desk): { sheet: Sheet; shown: Shown } {
  const client = useQueryClient();
  const { id } = batch;
  const sheet = useMemo(() => new Sheet(
    { stage: (lines) => stage(id, lines), unstage: (application, version) => unstage(id, application, version) },
    () => void client.invalidateQueries({ queryKey: ["decisions"] }),
  ), [client, id]);
  const shown = useSyncExternalStore(sheet.subscribe, sheet.current);
  useEffect(() => sheet.take(batch.items, candidates), [sheet, batch, candidates]);
  useEffect(() => {
    const again = () => void sheet.flush();
    const hold = (event: BeforeUnloadEvent) => { if (sheet.current().unsaved > 0) event.preventDefault(); };
    window.addEventListener("online", again);
    window.addEventListener("beforeunload", hold);
    return () => {
      window.removeEventListener("online", again);
      window.removeEventListener("beforeunload", hold);
      // Going elsewhere in the workspace: what was typed last leaves now, and what was read here is old.
      void sheet.flush().then(() => client.invalidateQueries({ queryKey: ["decisions"], refetchType: "none" }));
    };
  }, [sheet, client]);
  return { sheet, shown };
}
