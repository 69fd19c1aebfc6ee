import { QueryClient } from "@tanstack/react-query";
import { expect, it } from "vitest";
import { reports, slots } from "./calls";
import { readLoansAgain } from "@/space/loans/refresh";

it("what is shown of a loan's appointments and reports is read anew once the loan has changed", async () => {
  const client = new QueryClient();
  const keys = [slots("a").queryKey, reports("a").queryKey];
  for (const key of keys) client.setQueryData(key as readonly unknown[], {});
  await readLoansAgain(client);
  expect(keys.map((key) => client.getQueryState(key)?.isInvalidated)).toEqual([true, true]);
});
