import { useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { post } from "@/api/write";
import { useRequestName } from "@/space/kit/useRequestName";
import { readLoansAgain } from "@/space/loans/refresh";
import type { Loan } from "./calls";

/** Does a step of a loan: sent again after the network failed it is done once; all that shows loans reads them anew. Gives what it answers. */
export function useStep(onChanged: () => Promise<unknown> | void): (path: string, body?: unknown) => Promise<Partial<Loan>> {
  const client = useQueryClient();
  const { nameOf, forget } = useRequestName();
  return useCallback(async (path, body) => {
    const answer = await post<Partial<Loan>>(path, body ?? {}, nameOf([path, body]));
    forget();
    await Promise.all([onChanged(), readLoansAgain(client)]);
    return answer;
  }, [client, nameOf, forget, onChanged]);
}
