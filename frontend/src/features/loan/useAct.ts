import { useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { post } from "@/api/write";
import { useRequestName } from "@/space/kit/useRequestName";
import { readLoansAgain } from "@/space/loans/refresh";

export function useLoanRefresh(): () => Promise<void> {
  const client = useQueryClient();
  return useCallback(() => readLoansAgain(client), [client]);
}

/** Does a step of a loan: sent again after the network failed it is done once; all that shows loans reads them anew. */
export function useAct(): (path: string, body?: unknown) => Promise<void> {
  const refresh = useLoanRefresh();
  const { nameOf, forget } = useRequestName();
  return useCallback(async (path, body) => {
    await post(path, body ?? {}, nameOf([path, body]));
    forget();
    await refresh();
  }, [nameOf, forget, refresh]);
}
