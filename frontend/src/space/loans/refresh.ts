import type { QueryClient } from "@tanstack/react-query";

/** What shows loans, by the first word of its query's key: a step of one changes its papers, its appointments, its reports, its units. */
const CHANGED = ["loan", "loans", "loan-request", "loan-requests", "lending-desk", "waiting", "incidents", "planning", "store-room", "unit"] as const;

/** Reads anew whatever shows loans, once one has changed. */
export async function readLoansAgain(client: QueryClient): Promise<void> {
  await Promise.all(CHANGED.map((name) => client.invalidateQueries({ queryKey: [name] })));
}
