import { queryOptions, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { get } from "@/api/client";
import { accountPath } from "./calls";
import { useAdministrationWords } from "./words";

/** What the log speaks of by id, and who can tell its name. */
const NAMED = {
  account: { path: accountPath, field: "name" },
  organisation: { path: (id: string) => `/organisations/${encodeURIComponent(id)}`, field: "name" },
  event: { path: (id: string) => `/events/${encodeURIComponent(id)}`, field: "title" },
} as const;
type Kind = keyof typeof NAMED;

const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const isNamed = (kind: string): kind is Kind => Object.hasOwn(NAMED, kind);

/** One question for each id, however many lines name it. One that is gone, or that one may not read, has no name. */
const nameOf = (kind: Kind, id: string) => queryOptions({
  queryKey: ["administration", "name", kind, id] as const,
  queryFn: async ({ signal }) => String((await get<Record<string, unknown>>(NAMED[kind].path(id), {}, signal))[NAMED[kind].field] ?? ""),
  enabled: ID.test(id), staleTime: 300_000, retry: false, refetchOnWindowFocus: false,
});

/** « Camille Roy 0189… »: the name, with a way there, and the id by which the log knows it. */
function Named({ kind, id }: { kind: Kind; id: string }) {
  const { data: name } = useQuery(nameOf(kind, id));
  const small = <span className="log__id">{id}</span>;
  if (!name) return small;
  const links: Record<Kind, ReactNode> = {
    account: <Link to="/espace/administration/personnes/$id" params={{ id }}>{name}</Link>,
    organisation: <Link to="/espace/structures/$id" params={{ id }}>{name}</Link>,
    event: <Link to="/espace/evenements/$id" params={{ id }}>{name}</Link>,
  };
  return <>{links[kind]} {small}</>;
}

/** Who did it: a person by name, a program by its token, our own machinery in words. Erased ones are known by their absence. */
export function Actor({ actor }: { actor: string | null }) {
  const { w } = useAdministrationWords();
  if (actor === null) return <>{w.erased}</>;
  if (ID.test(actor)) return <Named kind="account" id={actor} />;
  const token = actor.match(/^token:(.+)$/)?.[1];
  if (token) return <>{w.program} <span className="log__id">{token}</span></>;
  return <>{w.machines[actor] ?? actor}</>;
}

/** What it was done to. */
export function Subject({ kind, id }: { kind: string; id: string | null }) {
  const { w } = useAdministrationWords();
  if (id === null) return <>{w.erased}</>;
  return isNamed(kind) ? <Named kind={kind} id={id} /> : <span className="log__id">{id}</span>;
}
