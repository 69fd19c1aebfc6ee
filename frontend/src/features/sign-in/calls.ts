import { queryOptions } from "@tanstack/react-query";
import { get } from "@/api/client";
import { post } from "@/api/write";
import { Problem } from "@/lib/problem";

export interface DemoPerson {
  key: string;
  name: string;
  role_label: string;
  role_label_en: string;
  roles: string[];
  organisation: string | null;
}

/** Who can be in the demonstration; null where there is none. */
export function demo() {
  return queryOptions({
    queryKey: ["demo"] as const,
    queryFn: async ({ signal }) => {
      try {
        return (await get<{ accounts: DemoPerson[] }>("/demo", {}, signal)).accounts;
      } catch (error) {
        if (error instanceof Problem && error.status === 404) return null;
        throw error;
      }
    },
    staleTime: Infinity,
  });
}

export function providers() {
  return queryOptions({
    queryKey: ["providers"] as const,
    queryFn: async ({ signal }) => (await get<{ items: { name: string; label: string }[] }>("/sign-in/providers", {}, signal)).items,
    staleTime: Infinity,
  });
}

interface Entered {
  next: string | null;
}

/** What opens the door: the secret of a link, or a code typed. */
export type Proof = { token: string } | { code: string };

export const askLink = (email: string, next: string, locale: string) => post<{ expires_in_minutes: number }>("/sign-in/links", { email, next, locale });
export const enter = (proof: Proof, newcomer?: { name: string; is_15_or_older: true }) => post<Entered>("/sign-in", { ...proof, ...newcomer });
export const enterDemo = (key: string) => post<Entered>("/demo/sign-in", { key });

export const canUsePasskeys = (): boolean => typeof PublicKeyCredential !== "undefined" && "parseRequestOptionsFromJSON" in PublicKeyCredential;

/** Asks the device for a passkey and gives it to the API. Raises the browser's error when the person declines. */
export async function enterByPasskey(next: string): Promise<Entered> {
  const options = await post<{ public_key: PublicKeyCredentialRequestOptionsJSON }>("/sign-in/passkey/options");
  const credential = await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options.public_key) });
  await post("/sign-in/passkey", { credential });
  return { next };
}
