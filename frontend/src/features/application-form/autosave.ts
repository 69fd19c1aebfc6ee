/**
 * A form that saves itself. What is typed is kept here and on this device at once, and sent a moment later; without an answer it is
 * sent again. Where somebody else changed the same field, or oneself in another window, both versions wait for a choice.
 */
import type { components } from "@/api/__generated__/schema";
import type { Answer } from "@/api/write";
import { Problem } from "@/lib/problem";
import type { Answers } from "./definition";
import type { LocalDraft, Typed } from "./localDraft";
import { isSame } from "./values";

export type Application = components["schemas"]["ApplicationOut"];
export interface Clash {
  mine: unknown;
  theirs: unknown;
}
/** `quiet`: all that may be sent is kept. `waiting` for the network or the service. `stopped`: it takes a person. */
export type SaveState = "quiet" | "typing" | "saving" | "waiting" | "stopped";

export interface Snapshot {
  application: Application;
  /** What was typed and is not kept by the API. */
  pending: Answers;
  /** What the API refused to keep, by pointer below /answers, as long as it is unchanged. */
  refused: Readonly<Record<string, string>>;
  clashes: Readonly<Record<string, Clash>>;
  state: SaveState;
  problem: Problem | null;
  /** False when this device keeps nothing: then closing the page would lose what is pending. */
  isKeptHere: boolean;
}

export interface Body {
  answers: Record<string, unknown>;
  confirmed: string[];
}

interface Options {
  application: Application;
  account: string;
  send: (body: Body, version: number) => Promise<Answer<Application>>;
  local: LocalDraft;
  /** Whether the API would keep a value: one that it would not stays here, as typed. */
  isFit: (fieldId: string, value: unknown) => boolean;
  delay?: number;
  now?: () => Date;
}

const DELAY = 900;
/** Milliseconds before a save is tried again. */
const PATIENCE = [2_000, 4_000, 8_000, 15_000, 30_000];
const PASSING = (status: number) => status === 0 || status === 408 || status === 429 || status >= 500;

export class Autosave {
  private snapshot: Snapshot;
  private confirming: string[] = [];
  private doubtful: Record<string, unknown[]> = {};
  private timer: ReturnType<typeof setTimeout> | undefined;
  private running: Promise<void> | null = null;
  private isUrgent = false;
  private tries = 0;
  private isOver = false;
  private readonly listeners = new Set<() => void>();
  private readonly options: Options;

  constructor(options: Options) {
    this.options = options;
    this.snapshot = { application: options.application, pending: {}, refused: {}, clashes: {}, state: "quiet", problem: null, isKeptHere: true };
  }

  readonly read = (): Snapshot => this.snapshot;
  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Takes over what a page that is gone left unsent; says whether there was anything that is not here. */
  async restore(): Promise<boolean> {
    // One that is closed as soon as it is opened takes nothing over: whoever comes next finds it where it is.
    await Promise.resolve();
    const typed = this.isOver ? null : await this.options.local.claim();
    if (!typed || this.isOver) return false;
    const { application, pending, clashes } = this.snapshot;
    for (const [id, values] of Object.entries(typed.doubtful)) this.doubtful[id] = [...new Set([...values, ...(this.doubtful[id] ?? [])])];
    this.confirming = [...new Set([...typed.confirming, ...this.confirming])];
    const mine = { ...typed.pending, ...pending };
    this.change(this.rebased(mine, clashes, { ...application.answers, ...typed.base }, application, []));
    this.schedule(0);
    return Object.keys(this.snapshot.pending).some((id) => !(id in pending));
  }

  edit(id: string, value: unknown): void {
    const { application, pending, refused, clashes } = this.snapshot;
    const { [id]: _was, ...rest } = pending;
    // What was sent may be kept by now, whatever we last read: then going back is a change as well.
    const isBack = isSame(value, application.answers?.[id]) && !(id in this.doubtful) && !(id in clashes);
    this.change({
      pending: isBack ? rest : { ...rest, [id]: value ?? null },
      refused: Object.fromEntries(Object.entries(refused).filter(([pointer]) => pointer.split("/")[2] !== id)),
      ...(id in clashes && { clashes: { ...clashes, [id]: { theirs: clashes[id]?.theirs, mine: value ?? null } } }),
    });
    this.schedule(this.options.delay ?? DELAY);
  }

  /** Says that fields of a former edition are right as they are. */
  confirm(...ids: string[]): void {
    this.confirming = [...new Set([...this.confirming, ...ids])];
    this.change({});
    this.schedule(0);
  }

  /** Puts an end to a clash: this value stands. */
  settle(id: string, value: unknown): void {
    const { [id]: _settled, ...clashes } = this.snapshot.clashes;
    const { [id]: _was, ...pending } = this.snapshot.pending;
    const isTheirs = isSame(value, this.snapshot.application.answers?.[id]);
    this.change({ clashes, pending: isTheirs ? pending : { ...pending, [id]: value ?? null } });
    this.schedule(0);
  }

  /** Takes in what the API has now, read elsewhere. */
  refresh(application: Application): void {
    if (application.version < this.snapshot.application.version || this.running) return;
    this.take(application, []);
    this.schedule(0);
  }

  /** Tries again what stopped or waits. */
  retry(): void {
    this.tries = 0;
    this.schedule(0, true);
  }

  /** Sends all that can be sent; says whether everything that was typed is now kept by the API. */
  async flush(): Promise<boolean> {
    clearTimeout(this.timer);
    this.isUrgent = true;
    while (this.running) await this.running; // oxlint-disable-line no-await-in-loop -- one save after the other
    await this.run();
    this.isUrgent = false;
    return Object.keys(this.snapshot.pending).length === 0 && this.confirming.length === 0;
  }

  /** Sends what is left; whatever does not get through stays on this device. */
  close(): void {
    clearTimeout(this.timer);
    this.isOver = true;
    void this.run().finally(() => this.options.local.release());
  }

  private sendable(): Record<string, unknown> {
    const { pending, clashes, refused } = this.snapshot;
    const held = new Set(Object.keys(refused).map((pointer) => pointer.split("/")[2]));
    return Object.fromEntries(Object.entries(pending).filter(([id, value]) => !(id in clashes) && !held.has(id) && this.options.isFit(id, value)));
  }

  private schedule(delay: number, even = false): void {
    if (this.isOver || (this.snapshot.state === "stopped" && !even)) return;
    clearTimeout(this.timer);
    if (this.snapshot.state === "quiet" && Object.keys(this.sendable()).length > 0) this.change({ state: "typing" });
    this.timer = setTimeout(() => void this.run(), delay);
  }

  private run(): Promise<void> {
    this.running ??= this.sendAll().finally(() => { this.running = null; });
    return this.running;
  }

  private async sendAll(): Promise<void> {
    clearTimeout(this.timer);
    for (;;) {
      const sent = this.sendable();
      const confirmed = this.confirming;
      if (Object.keys(sent).length === 0 && confirmed.length === 0) {
        this.change({ state: "quiet", problem: null });
        return;
      }
      this.change({ state: "saving" });
      for (const [id, value] of Object.entries(sent)) this.doubtful[id] = [...(this.doubtful[id] ?? []), value].slice(-5);
      this.keepHere();
      try {
        // oxlint-disable-next-line no-await-in-loop -- one save after the other: each names the version before it
        const { data } = await this.options.send({ answers: sent, confirmed }, this.snapshot.application.version);
        this.tries = 0;
        this.confirming = this.confirming.filter((id) => !confirmed.includes(id));
        for (const id of Object.keys(sent)) delete this.doubtful[id];
        this.take(data, Object.entries(sent));
        this.change({ problem: null });
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
        if (!this.mayGoOn(error, sent)) return;
      }
      if (!this.isUrgent && !this.isOver && Object.keys(this.sendable()).length > 0) {
        this.change({ state: "typing" });
        this.timer = setTimeout(() => void this.run(), this.options.delay ?? DELAY);
        return;
      }
    }
  }

  /** What a refusal means; true when what is left may be sent at once. */
  private mayGoOn(problem: Problem, sent: Answers): boolean {
    const { version } = this.snapshot.application;
    const current = problem.body["current"] as Application | undefined;
    if (problem.status === 412 && current && current.version > version) {
      this.take(current, []);
      for (const id of Object.keys(sent)) delete this.doubtful[id];
      return true;
    }
    if (!PASSING(problem.status)) for (const id of Object.keys(sent)) delete this.doubtful[id];
    const named = problem.errors.map(({ pointer, detail }) => [pointer.replace(/^\/body/, ""), detail] as const).filter(([pointer]) => (pointer.split("/")[2] ?? "") in sent);
    if (problem.status === 422 && named.length > 0) {
      this.change({ refused: { ...this.snapshot.refused, ...Object.fromEntries(named) } });
      return true;
    }
    if (PASSING(problem.status)) {
      const wait = (problem.wait ?? 0) * 1000 || (PATIENCE[Math.min(this.tries, PATIENCE.length - 1)] ?? 0);
      this.tries += 1;
      this.change({ state: "waiting", problem });
      this.schedule(wait);
    } else this.change({ state: "stopped", problem });
    return false;
  }

  /** Goes over to what the API has now; `kept` are the fields that it has just kept from here, with their values. */
  private take(now: Application, kept: readonly (readonly [string, unknown])[]): void {
    const { pending, clashes, application } = this.snapshot;
    // Written by us a moment ago: no quarrel, even when something else was typed since.
    const before = { ...application.answers, ...Object.fromEntries(kept) };
    this.change(this.rebased(pending, clashes, before, now, kept));
  }

  private rebased(mine: Answers, clashes: Snapshot["clashes"], before: Answers, now: Application, kept: readonly (readonly [string, unknown])[]): Partial<Snapshot> {
    const known = Object.fromEntries(kept);
    const pending: Record<string, unknown> = {};
    const met: Record<string, Clash> = {};
    for (const [id, value] of Object.entries(mine)) {
      const theirs = now.answers?.[id] ?? null;
      if (isSame(value, theirs) || (id in known && isSame(value, known[id]))) continue;
      pending[id] = value;
      const isOurs = isSame(before[id], theirs) || id in known || (this.doubtful[id] ?? []).some((each) => isSame(each, theirs));
      if (id in clashes || !isOurs) met[id] = { mine: value, theirs };
    }
    return { application: now, pending, clashes: met };
  }

  private keepHere(): void {
    const { pending, application } = this.snapshot;
    const isEmpty = Object.keys(pending).length === 0 && this.confirming.length === 0;
    const typed: Typed | null = isEmpty ? null : {
      account: this.options.account, at: (this.options.now?.() ?? new Date()).toISOString(), pending, doubtful: this.doubtful, confirming: this.confirming,
      base: Object.fromEntries(Object.keys(pending).map((id) => [id, application.answers?.[id] ?? null])),
    };
    const isKept = this.options.local.write(typed);
    if (isKept !== this.snapshot.isKeptHere) this.snapshot = { ...this.snapshot, isKeptHere: isKept };
  }

  private change(part: Partial<Snapshot>): void {
    this.snapshot = { ...this.snapshot, ...part };
    if ("pending" in part || Object.keys(part).length === 0) this.keepHere();
    for (const listener of this.listeners) listener();
  }
}

/** The answers as they stand in the form. */
export const answersNow = ({ application, pending }: Snapshot): Record<string, unknown> => ({ ...application.answers, ...pending });
