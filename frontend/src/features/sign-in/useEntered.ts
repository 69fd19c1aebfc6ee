import { useRouter } from "@tanstack/react-router";
import { useCallback } from "react";
import { ownPath } from "@/lib/fragment";
import { useNewIdentity } from "@/space/kit/me";

const HOME = "/espace";

/** What follows every way in: one is someone else now, and goes where one wanted to go. */
export function useEntered(): (next: string | null) => Promise<void> {
  const router = useRouter();
  const changeIdentity = useNewIdentity();
  return useCallback(async (next) => {
    await changeIdentity();
    router.history.push(ownPath(next, HOME));
  }, [changeIdentity, router]);
}
