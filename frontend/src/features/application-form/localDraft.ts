/**
 * What was typed and the API does not have yet, kept on this device, so that a closed tab or a dead battery loses nothing. Each
 * page that is open writes under a name of its own and holds a lock of that name; what a page that is gone has left is taken over by the
 * next one, or by one that is open already.
 */
import { newName } from "@/lib/names";
import type { Answers } from "./definition";

export interface Typed {
  /** Whose it is: nobody else who uses this device sees it in a form. */
  account: string;
  at: string;
  /** What was typed, by field id. */
  pending: Answers;
  /** What the API had in those fields when they were first changed. */
  base: Answers;
  /** Values that were sent without an answer coming back: the API may have them. */
  doubtful: Readonly<Record<string, readonly unknown[]>>;
  confirming: readonly string[];
}

export interface LocalDraft {
  /** What an earlier page, or this one, left unsent; null when there is nothing. */
  claim: () => Promise<Typed | null>;
  /** Says whether it could be kept. */
  write: (typed: Typed | null) => boolean;
  release: () => void;
}

const PREFIX = "ombelle.dossier.";
/** This page, as long as it is open. */
const PAGE = newName();

type Locks = Pick<LockManager, "request">;

/** Whether the page that wrote under a name is gone: nobody holds its lock. Without locks, it is taken to be. */
async function isLeft(name: string, locks: Locks | undefined): Promise<boolean> {
  if (!locks) return true;
  return locks.request(name, { ifAvailable: true }, (lock) => lock !== null);
}

function parse(text: string | null, account: string): Typed | null {
  try {
    const typed = JSON.parse(text ?? "null") as Typed | null;
    return typed && typed.account === account && typeof typed.pending === "object" ? typed : null;
  } catch {
    return null;
  }
}

/** Several records as one: what was typed last stands. */
export function joined(records: readonly Typed[]): Typed | null {
  const inOrder = records.toSorted((one, other) => one.at.localeCompare(other.at));
  const [first] = inOrder;
  if (!first) return null;
  return inOrder.slice(1).reduce((all, each) => ({
    ...each, pending: { ...all.pending, ...each.pending }, base: { ...all.base, ...each.base }, doubtful: { ...all.doubtful, ...each.doubtful },
    confirming: [...new Set([...all.confirming, ...each.confirming])],
  }), first);
}

export function openLocalDraft(
  application: string, account: string,
  { storage, locks, page = PAGE, onLeft }: {
    storage: Storage | null; locks?: Locks | undefined; page?: string;
    /** Called when another page that was open at the last claim is gone: there may be something to claim. */
    onLeft?: () => void;
  },
): LocalDraft {
  const name = (of: string) => `${PREFIX}${application}.${of}`;
  const holding = new AbortController();
  const { signal } = holding;
  const awaited = new Set<string>();
  void locks?.request(name(page), () => new Promise<void>((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener("abort", () => resolve());
  })).catch(() => undefined);

  /** A lock that is waited for is had when the page that holds it is gone; a page is gone a moment after it was closed. */
  const waitFor = (each: string) => {
    if (awaited.has(each)) return;
    awaited.add(each);
    void locks?.request(each, { signal }, () => { awaited.delete(each); }).then(onLeft).catch(() => undefined);
  };

  const claim = async () => {
    if (!storage) return null;
    const names = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? "").filter((each) => each.startsWith(name("")));
    const records: Typed[] = [];
    for (const each of names) {
      // One after the other: two questions to the same lock would answer each other.
      // oxlint-disable-next-line no-await-in-loop
      if (each !== name(page) && !(await isLeft(each, locks))) {
        waitFor(each);
        continue;
      }
      const typed = parse(storage.getItem(each), account);
      if (!typed) continue;
      records.push(typed);
      if (each !== name(page)) storage.removeItem(each);
    }
    const all = joined(records);
    if (all) storage.setItem(name(page), JSON.stringify(all));
    return all;
  };

  const write = (typed: Typed | null) => {
    try {
      if (typed) storage?.setItem(name(page), JSON.stringify(typed));
      else storage?.removeItem(name(page));
      return storage !== null;
    } catch {
      // Storage is full or refused: the page itself still holds everything.
      return false;
    }
  };
  return { claim, write, release: () => holding.abort() };
}
