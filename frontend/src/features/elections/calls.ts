/** What the pages of elections read and send. */
import { infiniteQueryOptions, keepPreviousData, queryOptions, type QueryClient } from "@tanstack/react-query";
import { get } from "@/api/client";
import { post } from "@/api/write";
import type { components } from "@/api/__generated__/schema";

type Schemas = components["schemas"];
export type Brief = Schemas["ElectionBrief"];
export type Election = Schemas["ElectionOut"];
export type Round = Schemas["ElectionRoundOut"];
export type Candidacy = Schemas["CandidacyOut"];
export type VotersElection = Schemas["VotersElection"];

export function electionPages() {
  return infiniteQueryOptions({
    queryKey: ["elections", "list"] as const,
    queryFn: ({ pageParam, signal }) => get<Schemas["Elections"]>("/elections", { limit: 50, after: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  });
}

/** An election; read again every few seconds while it is being voted on. */
export const election = (id: string) => queryOptions({
  queryKey: ["elections", "one", id] as const, queryFn: ({ signal }) => get<Election>(`/elections/${encodeURIComponent(id)}`, {}, signal),
  refetchInterval: ({ state }) => (state.data?.state === "voting" ? 5_000 : false),
});

/** Assemblies at which an election can be held. */
export const assemblies = () => queryOptions({
  queryKey: ["elections", "assemblies"] as const,
  queryFn: async ({ signal }) => (await get<Schemas["Meetings"]>("/meetings", { body: "general_assembly", limit: 50 }, signal)).items.filter(({ state }) => ["planned", "convened", "open"].includes(state)),
});

/** Members who may be said to stand: all for the secretariat, those that one acts for otherwise. */
export const members = (mine: boolean) => queryOptions({
  queryKey: ["elections", "members", mine] as const,
  queryFn: async ({ signal }) => (await get<Schemas["Members"]>("/members", { mine: mine || null, limit: 300 }, signal)).items,
});

/** Who is on the roll, to mark those who vote on paper. */
export const roll = (meeting: string) => queryOptions({
  queryKey: ["elections", "roll", meeting] as const, queryFn: async ({ signal }) => (await get<Schemas["Roll"]>(`/meetings/${meeting}/roll`, { limit: 300 }, signal)).items.filter(({ may_vote: votes }) => votes),
});

/** The elections of a meeting as somebody on its roll sees them, by their link or their account, while these polls are open. */
export const ownElections = (token: string | null, meeting: string, open: string) => queryOptions({
  queryKey: ["elections", "own", token, meeting, open] as const,
  queryFn: async ({ signal }): Promise<VotersElection[]> => {
    if (token) return (await get<Schemas["VotersElections"]>(`/elections/by-link/${encodeURIComponent(token)}`, {}, signal)).items;
    const { items } = await get<Schemas["Elections"]>("/elections", { meeting }, signal);
    return Promise.all(items.map(({ id }) => get<Election>(`/elections/${id}`, {}, signal)));
  },
});

export const refresh = (client: QueryClient) => client.invalidateQueries({ queryKey: ["elections"] });

/** Takes a step of an election, and shows what became of it. */
export async function step(client: QueryClient, id: string, name: string, body: unknown, key: string): Promise<Election> {
  const told = await post<Election>(`/elections/${id}/${name}`, body, key);
  client.setQueryData(election(id).queryKey, told);
  await refresh(client);
  return told;
}
