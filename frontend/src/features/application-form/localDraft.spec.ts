import { describe, expect, it } from "vitest";
import { openLocalDraft, type Typed } from "./localDraft";

class Shelf implements Storage {
  private readonly items = new Map<string, string>();
  isFull = false;
  get length(): number { return this.items.size; }
  key = (index: number) => [...this.items.keys()][index] ?? null;
  getItem = (name: string) => this.items.get(name) ?? null;
  removeItem = (name: string) => { this.items.delete(name); };
  clear = () => this.items.clear();
  setItem = (name: string, value: string) => {
    if (this.isFull) throw new DOMException("full", "QuotaExceededError");
    this.items.set(name, value);
  };
}

/** Locks as browsers have them: held by name until what was given is over; others wait, unless they said not to. */
function lockManager(): Pick<LockManager, "request"> {
  const last = new Map<string, Promise<unknown>>();
  const request = async (name: string, ...given: unknown[]) => {
    const work = given.at(-1) as (lock: unknown) => unknown;
    const options = (given.length > 1 ? given[0] : {}) as LockOptions;
    const before = last.get(name);
    if (before && options.ifAvailable) return work(null);
    const mine = (async () => {
      await before;
      return work({ name });
    })();
    last.set(name, mine);
    try {
      return await mine;
    } finally {
      if (last.get(name) === mine) last.delete(name);
    }
  };
  return { request: request as LockManager["request"] };
}

const typed = (pending: Record<string, unknown>, at = "2027-01-05T13:00:00Z", account = "ada"): Typed => ({ account, at, pending, base: {}, doubtful: {}, confirming: [] });

describe("what was typed, on this device", () => {
  it("is taken over once the page that wrote it is gone, and not before", async () => {
    const storage = new Shelf();
    const locks = lockManager();
    const first = openLocalDraft("a1", "ada", { storage, locks, page: "one" });
    expect(first.write(typed({ title: "mine" }))).toBe(true);
    const second = openLocalDraft("a1", "ada", { storage, locks, page: "two" });
    expect(await second.claim()).toBeNull();
    first.release();
    await Promise.resolve();
    await new Promise((resolve) => { setTimeout(resolve, 0); });
    expect((await second.claim())?.pending).toEqual({ title: "mine" });
    expect(storage.length).toBe(1);
  });

  it("is offered to a page that is open already, as soon as the page that wrote it is gone", async () => {
    const storage = new Shelf();
    const locks = lockManager();
    const first = openLocalDraft("a1", "ada", { storage, locks, page: "one" });
    first.write(typed({ title: "mine" }));
    let second: ReturnType<typeof openLocalDraft> | undefined;
    const told = new Promise<void>((resolve) => { second = openLocalDraft("a1", "ada", { storage, locks, page: "two", onLeft: resolve }); });
    expect(await second?.claim()).toBeNull();
    first.release();
    await told;
    expect((await second?.claim())?.pending).toEqual({ title: "mine" });
  });

  it("is another application's, or another person's, to nobody else", async () => {
    const storage = new Shelf();
    openLocalDraft("a1", "ada", { storage, page: "one" }).write(typed({ title: "mine" }));
    expect(await openLocalDraft("a2", "ada", { storage, page: "two" }).claim()).toBeNull();
    expect(await openLocalDraft("a1", "bob", { storage, page: "two" }).claim()).toBeNull();
    expect((await openLocalDraft("a1", "ada", { storage, page: "two" }).claim())?.pending).toEqual({ title: "mine" });
  });

  it("of several pages is put together, the last word of each field standing", async () => {
    const storage = new Shelf();
    openLocalDraft("a1", "ada", { storage, page: "one" }).write(typed({ title: "later", one: 1 }, "2027-01-05T14:00:00Z"));
    openLocalDraft("a1", "ada", { storage, page: "two" }).write(typed({ title: "earlier", two: 2 }, "2027-01-05T13:00:00Z"));
    expect((await openLocalDraft("a1", "ada", { storage, page: "three" }).claim())?.pending).toEqual({ title: "later", one: 1, two: 2 });
  });

  it("says when it cannot be kept, and survives what it cannot read", async () => {
    const storage = new Shelf();
    storage.setItem("ombelle.dossier.a1.one", "{not json");
    const draft = openLocalDraft("a1", "ada", { storage, page: "two" });
    expect(await draft.claim()).toBeNull();
    storage.isFull = true;
    expect(draft.write(typed({ title: "mine" }))).toBe(false);
    expect(openLocalDraft("a1", "ada", { storage: null, page: "two" }).write(typed({}))).toBe(false);
  });
});
