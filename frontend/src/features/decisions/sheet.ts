/** The table of decisions as one works in it: what is wanted is shown at once, and sent as soon as the network lets it. */
import { Problem } from "@/lib/problem";
import type { Batch, Dossier, Item, StagedLine } from "./calls";
import { sameWish, wishOf, type Line, type Wish } from "./lines";

interface Known {
  wish: Wish;
  version: number;
  by: string | null;
  at: string;
}

/** Two answers to one question: theirs is in the batch, ours is on the screen. */
export interface Clash {
  theirs: Known | null;
  ours: Wish | null;
}

export type Saving = "saved" | "saving" | "waiting" | "closed";

export interface Shown {
  lines: readonly Line[];
  clashes: ReadonlyMap<string, Clash>;
  /** Why the API refuses a line, by application. */
  refusals: ReadonlyMap<string, string>;
  saving: Saving;
  /** What stands in the way of saving, when something does. */
  problem: Problem | null;
  savedAt: Date | null;
  unsaved: number;
}

export interface Sending {
  stage: (lines: StagedLine[]) => Promise<Batch>;
  unstage: (application: string, version: number) => Promise<unknown>;
}

/** Milliseconds: clicks that follow each other leave together; a network that failed is tried again. */
const TOGETHER = 250;
const AGAIN = 5000;

const knownOf = (item: Item): Known => ({ wish: wishOf(item), version: item.version, by: item.staged_by.name, at: item.staged_at });

export class Sheet {
  private dossiers = new Map<string, Dossier>();
  private known = new Map<string, Known>();
  private wanted = new Map<string, Wish | null>();
  private clashes = new Map<string, Clash>();
  private refusals = new Map<string, string>();
  private saving: Saving = "saved";
  private problem: Problem | null = null;
  private savedAt: Date | null = null;
  private busy = false;
  private timer: ReturnType<typeof setTimeout> | null = null;
  private listeners = new Set<() => void>();
  private shown: Shown;

  constructor(private readonly sending: Sending, private readonly onClosed: () => void = () => undefined) {
    this.shown = this.draw();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly current = (): Shown => this.shown;

  /** Takes what the API knows; what is not sent yet stays as it was typed. */
  take(items: readonly Item[], candidates: readonly Dossier[]): void {
    if (this.busy) return;
    this.dossiers = new Map([...candidates, ...items].map((each) => [each.application_id, each]));
    this.known = new Map(items.map((item) => [item.application_id, knownOf(item)]));
    this.change();
  }

  /** Wants this of these applications: a wish, or null to take one out of the batch. */
  want(changes: ReadonlyMap<string, Wish | null>): void {
    for (const [id, wish] of changes) {
      this.refusals.delete(id);
      const clash = this.clashes.get(id);
      if (clash) this.clashes.set(id, { ...clash, ours: wish });
      else if (sameWish(wish, this.known.get(id)?.wish ?? null) && !this.busy) this.wanted.delete(id);
      else this.wanted.set(id, wish);
    }
    this.change();
    this.later(TOGETHER);
  }

  /** Ends a clash: ours is sent over theirs, or theirs stays. */
  settle(id: string, mine: boolean): void {
    const clash = this.clashes.get(id);
    if (!clash) return;
    this.clashes.delete(id);
    if (mine) this.want(new Map([[id, clash.ours]]));
    else this.change();
  }

  /** Sends what is not sent yet. Says whether nothing is left to send. */
  async flush(): Promise<boolean> {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    if (this.busy || this.saving === "closed") return false;
    const going = new Map([...this.wanted].filter(([id]) => !this.refusals.has(id)));
    if (going.size === 0) return this.wanted.size === 0 && this.clashes.size === 0;
    this.busy = true;
    this.saving = "saving";
    this.change();
    try {
      await this.send(going);
      for (const [id, wish] of going) if (this.wanted.get(id) === wish) this.wanted.delete(id);
      this.saving = "saved";
      this.problem = null;
      this.savedAt = new Date();
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      this.fail(error, [...going.keys()]);
    } finally {
      this.busy = false;
      this.change();
    }
    if (this.saving === "saved" && this.wanted.size > this.refusals.size) return this.flush();
    return this.wanted.size === 0 && this.clashes.size === 0;
  }

  private async send(going: ReadonlyMap<string, Wish | null>): Promise<void> {
    for (const [id, wish] of going) {
      const known = this.known.get(id);
      if (wish !== null || !known) continue;
      try {
        // One after the other: each makes a version of the batch.
        // oxlint-disable-next-line no-await-in-loop
        await this.sending.unstage(id, known.version);
      } catch (error) {
        // Somebody else took it out already.
        if (!(error instanceof Problem && error.code === "decision_item_unknown")) throw error;
      }
      this.known.delete(id);
    }
    this.sent = [...going].filter((each): each is [string, Wish] => each[1] !== null)
      .map(([id, wish]) => ({ application_id: id, ...wish, version: this.known.get(id)?.version ?? null }));
    if (this.sent.length === 0) return;
    const { items } = await this.sending.stage(this.sent);
    for (const item of items) this.dossiers.set(item.application_id, item);
    this.known = new Map(items.map((item) => [item.application_id, knownOf(item)]));
  }

  private sent: StagedLine[] = [];

  private fail(problem: Problem, going: readonly string[]): void {
    this.saving = "waiting";
    this.problem = problem;
    if (problem.status === 412) {
      this.clash(problem, going);
      this.later(TOGETHER);
    } else if (problem.status === 422) {
      this.refuse(problem, going);
      this.later(TOGETHER);
    } else if (problem.status === 409 || problem.status === 404) {
      this.saving = "closed";
      this.onClosed();
    } else if (problem.status !== 403) this.later((problem.wait ?? 0) * 1000 || AGAIN);
  }

  private clash(problem: Problem, going: readonly string[]): void {
    const current = problem.body.current as Item[] | Item | undefined;
    const theirs = current === undefined ? [] : [current].flat();
    for (const item of theirs) {
      const id = item.application_id;
      this.clashes.set(id, { theirs: knownOf(item), ours: this.wanted.get(id) ?? null });
      this.known.set(id, knownOf(item));
      this.wanted.delete(id);
    }
    if (theirs.length === 0) for (const id of going) this.refusals.set(id, problem.message);
    this.problem = null;
  }

  private refuse(problem: Problem, going: readonly string[]): void {
    let told = false;
    for (const { pointer, detail } of problem.errors) {
      const index = /\/items\/(\d+)/.exec(pointer)?.[1];
      const id = index === undefined ? undefined : this.sent[Number(index)]?.application_id;
      if (!id) continue;
      this.refusals.set(id, detail);
      told = true;
    }
    if (!told) for (const id of going) this.refusals.set(id, problem.errors[0]?.detail ?? problem.message);
    this.problem = null;
  }

  private later(wait: number): void {
    if (this.saving === "closed") return;
    if (this.timer) clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.flush(), wait);
  }

  private change(): void {
    this.shown = this.draw();
    for (const listener of this.listeners) listener();
  }

  private draw(): Shown {
    const wishOfOne = (id: string): Wish | null => {
      const clash = this.clashes.get(id);
      if (clash) return clash.ours;
      const wanted = this.wanted.get(id);
      return wanted === undefined ? (this.known.get(id)?.wish ?? null) : wanted;
    };
    return {
      lines: [...this.dossiers].map(([id, dossier]) => ({ dossier, wish: wishOfOne(id) })).toSorted((one, other) => one.dossier.number - other.dossier.number),
      clashes: new Map(this.clashes), refusals: new Map(this.refusals), problem: this.problem, savedAt: this.savedAt,
      saving: this.saving, unsaved: this.wanted.size + this.clashes.size,
    };
  }
}
