/** Two people who edit the same thing at once: both are kept, and what both wrote is settled by hand. */
import { useState } from "react";
import { Problem } from "@/lib/problem";

export const same = (a: unknown, b: unknown) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

/** The fields that differ between what was read and what is typed: only these are sent. */
export function changes<B extends object>(before: Partial<B>, after: Partial<B>): Partial<B> {
  const fields = (Object.keys(after) as (keyof B)[]).filter((field) => !same(before[field], after[field]));
  return Object.fromEntries(fields.map((field) => [field, after[field]])) as Partial<B>;
}

export type Side = "mine" | "theirs";

/** A field that both changed, differently. */
export interface Clash<B> {
  field: keyof B & string;
  mine: unknown;
  theirs: unknown;
}

/** A field that one of the two changed. */
export interface Joined<B> {
  field: keyof B & string;
  value: unknown;
  by: Side;
}

export interface Reconciled<B> {
  clashes: Clash<B>[];
  joined: Joined<B>[];
  /** Both put together, mine where they clash. */
  merged: B;
}

/** Someone saved in between: `base` is what both started from. Nothing typed on either side is lost. */
export function reconcile<B extends object>(base: B, mine: B, theirs: B): Reconciled<B> {
  const merged = { ...theirs };
  const clashes: Clash<B>[] = [];
  const joined: Joined<B>[] = [];
  for (const field of Object.keys(mine) as (keyof B & string)[]) {
    const iChanged = !same(base[field], mine[field]);
    const theyChanged = !same(base[field], theirs[field]);
    if (iChanged) merged[field] = mine[field];
    if (iChanged && theyChanged && !same(mine[field], theirs[field])) clashes.push({ field, mine: mine[field], theirs: theirs[field] });
    else if (iChanged || theyChanged) joined.push({ field, value: merged[field], by: iChanged ? "mine" : "theirs" });
  }
  return { clashes, joined, merged };
}

/** What the API holds, with the version to give back when it is changed. */
export interface Version<B> {
  body: B;
  etag: string | null;
}

interface VersionsOptions<B> {
  /** What was read when the form opened: a refresh behind it changes nothing of it. */
  first: Version<B>;
  save: (changed: Partial<B>, whole: B, etag: string | null) => Promise<Version<B>>;
  readAgain: () => Promise<Version<B>>;
  /** Called with what the API holds now; `isNew` is false when there was nothing to send. */
  onSaved: (now: Version<B>, isNew: boolean) => Promise<void> | void;
}

interface Collision<B> {
  mine: B;
  theirs: Version<B>;
}

/** Saves what changed on the version that one started from; when someone else's came in between, says where the two meet. */
export function useVersions<B extends object>({ first, save, readAgain, onSaved }: VersionsOptions<B>) {
  const [start, setStart] = useState(first);
  const [collision, setCollision] = useState<Collision<B> | null>(null);
  const attempt = async (mine: B, from: Version<B>): Promise<void> => {
    const changed = changes(from.body, mine);
    const isNew = Object.keys(changed).length > 0;
    let now = from;
    try {
      if (isNew) now = await save(changed, mine, from.etag);
    } catch (error) {
      if (!(error instanceof Problem) || error.status !== 412) throw error;
      const theirs = await readAgain();
      // What was changed meanwhile is nothing of what is written here.
      if (same(from.body, theirs.body)) await attempt(mine, theirs);
      else setCollision({ mine, theirs });
      return;
    }
    setStart(now);
    setCollision(null);
    await onSaved(now, isNew);
  };
  const met = collision && reconcile(start.body, collision.mine, collision.theirs.body);
  return {
    /** Where the two meet, when they do. */
    met,
    send: (mine: B) => attempt(mine, start),
    /** Saves both together, each clash as it was settled. */
    settle: async (kept: Partial<Record<keyof B & string, Side>>) => {
      if (!met || !collision) return;
      const chosen = Object.fromEntries(met.clashes.map(({ field, mine, theirs }) => [field, kept[field] === "theirs" ? theirs : mine]));
      await attempt({ ...met.merged, ...chosen }, collision.theirs);
    },
    /** Back to the form, with what was typed. */
    giveUp: () => setCollision(null),
  };
}
