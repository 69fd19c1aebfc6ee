import { queryOptions, useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { get } from "@/api/client";

/** Roles of the agency: they let someone work for everybody. */
export type Role = "reviewer" | "coordinator" | "lender" | "secretary" | "treasurer" | "administrator";
export type OrganisationRole = "editor" | "administrator";

export interface Account {
  id: string;
  name: string;
  email: string;
  locale: "fr" | "en";
  created_at: string;
}

export interface OwnOrganisation {
  id: string;
  name: string;
  role: OrganisationRole;
}

/** Who is signed in and what that allows; `account` is null for anybody else. */
export interface Me {
  account: Account | null;
  roles: Role[];
  organisations: OwnOrganisation[];
  is_demo: boolean;
  passkeys: number;
  allowed_actions: string[];
}

export type SignedIn = Me & { account: Account };

/** Who is signed in, and who was until their session ended under this page's feet: the page keeps what they typed. */
export interface Asked extends Me {
  before: SignedIn | null;
}

const NOBODY: Me = { account: null, roles: [], organisations: [], is_demo: false, passkeys: 0, allowed_actions: [] };
let last: SignedIn | null = null;

export const isSignedIn = (someone: Me): someone is SignedIn => someone.account !== null;

export function me() {
  return queryOptions({
    queryKey: ["me"] as const,
    queryFn: async ({ signal }): Promise<Asked> => {
      const someone: Me = { ...NOBODY, ...(await get<Partial<Me>>("/me", {}, signal)) };
      if (isSignedIn(someone)) last = someone;
      return { ...someone, before: isSignedIn(someone) ? null : last };
    },
    staleTime: 30_000,
    // Another tab may have signed in or out.
    refetchOnWindowFocus: "always",
  });
}

/** Whoever is signed in. Pages behind the guard read it: there it is always someone. */
export function useMe(): SignedIn {
  const { data } = useQuery(me());
  const someone = data && (isSignedIn(data) ? data : data.before);
  if (!someone) throw new Error("this page is read behind the guard");
  return someone;
}

export function hasRole(someone: Me, ...roles: Role[]): boolean {
  return someone.roles.some((role) => roles.includes(role));
}

/** Forgets everything that was read as someone else, then reads who one is now. */
export function useNewIdentity(): () => Promise<Me> {
  const client = useQueryClient();
  return useCallback(async () => {
    last = null;
    // An answer that is on its way speaks of who one was.
    await client.cancelQueries({ queryKey: me().queryKey, exact: true });
    client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== "me" });
    return client.fetchQuery({ ...me(), staleTime: 0 });
  }, [client]);
}
