import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useState, useSyncExternalStore } from "react";
import { put, read } from "@/api/write";
import { answersNow, Autosave, type Snapshot } from "@/features/application-form/autosave";
import { openLocalDraft } from "@/features/application-form/localDraft";
import { useMe } from "@/space/kit/me";
import { ownReview, ownReviewPath, type Review } from "./calls";
import { asForm, isFit, sender, type Sheet } from "./sheet";

export interface OpenSheet {
  /** What the API has. */
  review: Review;
  sheet: Sheet;
  snapshot: Snapshot;
  savedAt: Date | null;
  edit: (id: string, value: unknown) => void;
  settle: (id: string, value: unknown) => void;
  retry: () => void;
  /** Sends all that was written; true when the API has it. */
  flush: () => Promise<boolean>;
  /** Takes in what the API answered to something else than a save. */
  keep: (review: Review) => void;
}

function storage(): Storage | null {
  try {
    return localStorage;
  } catch {
    return null;
  }
}

/** One's own review, saved as it is written. `first` is what was read when the page opened. */
export function useSheet(id: string, first: Review): OpenSheet {
  const { account } = useMe();
  const client = useQueryClient();
  const [review, setReview] = useState(first);
  const [savedAt, setSavedAt] = useState<Date | null>(null);
  const keep = useCallback((kept: Review) => {
    setReview(kept);
    client.setQueryData(ownReview(id).queryKey, { data: kept, etag: `"v${kept.version}"` });
  }, [client, id]);
  const [engine] = useState(() => {
    // The page that this one comes after holds what it left for a moment more, the longer the busier the machine.
    const local = openLocalDraft(`avis.${id}`, account.id, { storage: storage(), locks: navigator.locks, onLeft: () => void opened.restore() });
    const opened: Autosave = new Autosave({
      application: asForm(first), account: account.id, isFit: isFit(first.criteria), local,
      send: sender({
        first, put: (body, etag) => put<Review>(ownReviewPath(id), body, etag), readAgain: async () => (await read<Review>(ownReviewPath(id))).data,
        onKept: (kept) => {
          keep(kept);
          setSavedAt(new Date());
        },
      }),
    });
    return opened;
  });
  const snapshot = useSyncExternalStore(engine.subscribe, engine.read);
  useEffect(() => {
    void engine.restore();
    const hidden = () => { if (document.visibilityState === "hidden") void engine.flush(); };
    const online = () => engine.retry();
    document.addEventListener("visibilitychange", hidden);
    addEventListener("online", online);
    return () => {
      document.removeEventListener("visibilitychange", hidden);
      removeEventListener("online", online);
      void engine.flush();
    };
  }, [engine]);
  return {
    review, sheet: answersNow(snapshot), snapshot, savedAt,
    keep: (kept) => {
      keep(kept);
      engine.refresh(asForm(kept));
    },
    edit: (field, value) => engine.edit(field, value), settle: (field, value) => engine.settle(field, value), retry: () => engine.retry(), flush: () => engine.flush(),
  };
}
