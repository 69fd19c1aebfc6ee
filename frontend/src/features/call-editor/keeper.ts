/** Keeps a form while it is written: saves by itself, goes back, and meets whoever writes it too. Knows nothing of React. */
import { Problem } from "@/lib/problem";
import type { Definition } from "./definition";
import { isSame, unnamed } from "./editing";
import { mergeForms, settled, type FormClash, type Side } from "./merging";
import type { FormDraft } from "./queries";

export interface Server {
  write: (definition: Definition, version: number) => Promise<FormDraft>;
  read: () => Promise<FormDraft>;
}

/** `held`: something has no name yet, and the API keeps no such form. `unsent`: it could not be sent; it is tried again. */
export type Saving = "saved" | "waiting" | "saving" | "held" | "unsent" | "refused" | "met";

export interface Kept {
  definition: Definition;
  /** As the API answered last: its problems, differences and version. */
  draft: FormDraft;
  saving: Saving;
  savedAt: number | null;
  problem: Problem | null;
  clashes: FormClash[];
  canUndo: boolean;
  canRedo: boolean;
}

interface Options {
  pause?: number;
  retry?: number;
  /** Someone else's changes came in. */
  onJoined?: () => void;
}

/** How long one may go on typing in one place for it to be taken back at once. */
const ONE_GO = 2_000;
const MOST_STEPS = 100;

export class FormKeeper {
  #kept: Kept;
  /** What the API holds, as we know it. */
  #base: { definition: Definition; version: number };
  #past: Definition[] = [];
  #future: Definition[] = [];
  #last = { place: "", at: 0 };
  #timer: ReturnType<typeof setTimeout> | undefined;
  #sending: Promise<void> | null = null;
  #listeners = new Set<() => void>();
  readonly #server: Server;
  readonly #options: Required<Options>;

  constructor(draft: FormDraft, server: Server, options: Options = {}) {
    this.#base = { definition: draft.definition, version: draft.version };
    this.#server = server;
    this.#options = { pause: 900, retry: 5_000, onJoined: () => undefined, ...options };
    this.#kept = { definition: draft.definition, draft, saving: "saved", savedAt: null, problem: null, clashes: [], canUndo: false, canRedo: false };
  }

  readonly state = (): Kept => this.#kept;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Writes the form anew. `place`: what is being typed in; a run of letters there is one step back. */
  change(definition: Definition, place = ""): void {
    const now = Date.now();
    const goesOn = place !== "" && place === this.#last.place && now - this.#last.at < ONE_GO;
    if (!goesOn) this.#past = [...this.#past, this.#kept.definition].slice(-MOST_STEPS);
    this.#future = [];
    this.#last = { place, at: now };
    this.#hold(definition);
  }

  undo(): void {
    const before = this.#past.pop();
    if (!before) return;
    this.#future.push(this.#kept.definition);
    this.#last = { place: "", at: 0 };
    this.#hold(before);
  }

  redo(): void {
    const after = this.#future.pop();
    if (!after) return;
    this.#past.push(this.#kept.definition);
    this.#last = { place: "", at: 0 };
    this.#hold(after);
  }

  /** Sends what waits, at once; true when the API holds everything. */
  async flush(): Promise<boolean> {
    clearTimeout(this.#timer);
    if (this.#sending) await this.#sending;
    await this.#send();
    return this.#kept.saving === "saved";
  }

  /** Goes on with each clash as it was settled. */
  settle(kept: readonly Side[]): void {
    const definition = settled(this.#kept.definition, this.#kept.clashes, kept);
    this.#tell({ clashes: [] });
    this.#hold(definition);
  }

  /** What the API holds now is this: it was published, or read again. */
  renew(draft: FormDraft): void {
    this.#base = { definition: draft.definition, version: draft.version };
    this.#tell({ draft, saving: isSame(draft.definition, this.#kept.definition) ? "saved" : "waiting" });
  }

  /** Nothing more is done by itself; what waits is sent a last time. */
  stop(): void {
    clearTimeout(this.#timer);
    if (this.#kept.saving === "waiting" || this.#kept.saving === "unsent") void this.#send();
    clearTimeout(this.#timer);
  }

  #tell(part: Partial<Kept>): void {
    this.#kept = { ...this.#kept, ...part, canUndo: this.#past.length > 0, canRedo: this.#future.length > 0 };
    for (const listener of this.#listeners) listener();
  }

  #hold(definition: Definition): void {
    this.#tell({ definition, saving: "waiting", problem: null });
    this.#wait(this.#options.pause);
  }

  #wait(pause: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#send(), pause);
  }

  async #send(): Promise<void> {
    if (this.#sending || this.#kept.saving === "met") return;
    const { definition } = this.#kept;
    if (isSame(definition, this.#base.definition)) return this.#tell({ saving: "saved" });
    if (unnamed(definition).length > 0) return this.#tell({ saving: "held" });
    this.#tell({ saving: "saving" });
    this.#sending = this.#write(definition);
    await this.#sending;
    this.#sending = null;
    // What was typed meanwhile follows.
    if (this.#kept.saving === "waiting") this.#wait(this.#options.pause);
    return undefined;
  }

  async #write(definition: Definition): Promise<void> {
    try {
      const draft = await this.#server.write(definition, this.#base.version);
      this.#base = { definition, version: draft.version };
      this.#tell({ draft, savedAt: Date.now(), problem: null, saving: this.#kept.definition === definition ? "saved" : "waiting" });
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      if (error.status === 412) await this.#meet();
      else this.#fail(error);
    }
  }

  /** Somebody else saved first: both are put together, and what both wrote is asked about. */
  async #meet(): Promise<void> {
    let theirs: FormDraft;
    try {
      theirs = await this.#server.read();
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      return this.#fail(error);
    }
    const { merged, clashes, hasTheirs } = mergeForms(this.#base.definition, this.#kept.definition, theirs.definition);
    this.#base = { definition: theirs.definition, version: theirs.version };
    // A step back would take theirs away too.
    this.#past = [];
    this.#future = [];
    this.#tell({ definition: merged, draft: theirs, clashes, saving: clashes.length > 0 ? "met" : "waiting" });
    if (hasTheirs && clashes.length === 0) this.#options.onJoined();
    return undefined;
  }

  #fail(problem: Problem): void {
    const isPassing = problem.status === 0 || problem.status >= 500 || problem.status === 429;
    this.#tell({ problem, saving: isPassing ? "unsent" : "refused" });
    if (isPassing) this.#wait(this.#options.retry);
  }
}
