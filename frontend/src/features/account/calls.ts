import { queryOptions } from "@tanstack/react-query";
import { get } from "@/api/client";
import { del, download, patch, post, read } from "@/api/write";
import type { Me } from "@/space/kit/me";

export interface Session {
  id: string;
  created_at: string;
  last_used_at: string;
  method: "link" | "passkey" | "oidc" | "demo";
  browser: string | null;
  is_current: boolean;
}

export interface Passkey {
  id: string;
  name: string;
  is_synchronised: boolean;
  created_at: string;
  last_used_at: string | null;
}

export interface Receipt {
  number: string;
  erased_at: string;
  services: string[];
}

export function sessions() {
  return queryOptions({ queryKey: ["sessions"] as const, queryFn: async ({ signal }) => (await get<{ items: Session[] }>("/me/sessions", {}, signal)).items });
}

export function passkeys() {
  return queryOptions({ queryKey: ["passkeys"] as const, queryFn: async ({ signal }) => (await get<{ items: Passkey[] }>("/me/passkeys", {}, signal)).items });
}

/** How many others administer an organisation; null when its team is too large to be read at once and none was seen. */
export function administratorsBeside(id: string) {
  return queryOptions({
    queryKey: ["organisation", id, "administrators-beside"] as const,
    queryFn: async ({ signal }) => {
      const { items, next } = await get<{ items: { role: string; is_me: boolean }[]; next: string | null }>(`/organisations/${encodeURIComponent(id)}/memberships`, { limit: 100 }, signal);
      const others = items.filter(({ role, is_me: isMe }) => role === "administrator" && !isMe).length;
      return others === 0 && next ? null : others;
    },
  });
}

/** Changes the name or the language on the version that stands now: one person edits their own name, in one place at a time. */
export async function changeMe(part: { name?: string; locale?: "fr" | "en" }): Promise<void> {
  const { etag } = await read<Me>("/me");
  await patch("/me", part, etag);
}

export const changeEmail = (email: string) => post<{ expires_in_minutes: number }>("/me/email", { email });
export const confirmEmail = (token: string) => post<Partial<Me> | undefined>("/me/email/confirmation", { token });
export const endSession = (id: string) => del(`/me/sessions/${encodeURIComponent(id)}`);
export const endOtherSessions = () => del<{ ended: number }>("/me/sessions");
export const renamePasskey = (id: string, name: string) => patch(`/me/passkeys/${encodeURIComponent(id)}`, { name });
export const removePasskey = (id: string) => del(`/me/passkeys/${encodeURIComponent(id)}`);
export const exportMe = () => download("/me/export");
export const eraseMe = (email: string) => post<Receipt>("/me/erase", { confirm: email });

export const canMakePasskeys = (): boolean => typeof PublicKeyCredential !== "undefined" && "parseCreationOptionsFromJSON" in PublicKeyCredential;

/** Makes a passkey on the device and registers it. Raises the browser's error when the person declines. */
export async function addPasskey(name: string): Promise<void> {
  const options = await post<{ public_key: PublicKeyCredentialCreationOptionsJSON }>("/me/passkeys/options");
  const credential = await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options.public_key) });
  await post("/me/passkeys", { name, credential });
}
