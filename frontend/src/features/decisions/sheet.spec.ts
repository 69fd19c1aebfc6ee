import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Problem } from "@/lib/problem";
import type { Batch, Item, StagedLine } from "./calls";
import { dossier } from "./made";
import { Sheet } from "./sheet";
import type { Wish } from "./lines";

const wish = (decision: Wish["decision"], more: Partial<Wish> = {}): Wish => ({ decision, amount_cents: null, motivation: "", rank: null, ...more });
const item = (number: number, of: Wish, version = 1, name = "Alice"): Item => ({ ...dossier(number), ...of, version, staged_at: "2027-01-04T09:00:00Z", staged_by: { id: "1", name }, allowed_actions: [] });

/** An API that holds the batch, as ours does: versions grow, old ones are refused with what is there now. */
class Desk {
  items: Item[] = [];
  asked: StagedLine[][] = [];
  fails: Problem[] = [];

  readonly stage = async (lines: StagedLine[]): Promise<Batch> => {
    this.asked.push(lines);
    const failure = this.fails.shift();
    if (failure) throw failure;
    const stale = lines.flatMap((line) => this.items.find((each) => each.application_id === line.application_id && each.version !== line.version) ?? []);
    if (stale.length > 0) throw new Problem(412, { current: stale });
    for (const { application_id: id, version, ...of } of lines) {
      const made = item(Number(id.slice(1)), of as Wish, (version ?? 0) + 1);
      this.items = [...this.items.filter((each) => each.application_id !== id), made];
    }
    return { items: this.items } as Batch;
  };

  readonly unstage = async (id: string): Promise<void> => { this.items = this.items.filter((each) => each.application_id !== id); };
}

describe("the sheet", () => {
  let desk: Desk;
  let sheet: Sheet;
  const one = (id: string) => sheet.current().lines.find((each) => each.dossier.application_id === id)?.wish;
  const want = (id: string, of: Wish | null) => sheet.want(new Map([[id, of]]));

  beforeEach(() => {
    vi.useFakeTimers();
    desk = new Desk();
    sheet = new Sheet(desk);
    sheet.take([], [dossier(1), dossier(2)]);
  });
  afterEach(() => vi.useRealTimers());

  it("shows at once what one wants, and sends together what one clicks together", async () => {
    want("a1", wish("labelled"));
    want("a2", wish("not_labelled"));
    expect(one("a1")).toEqual(wish("labelled"));
    await vi.advanceTimersByTimeAsync(300);
    expect(desk.asked.map((lines) => lines.map((each) => each.application_id))).toEqual([["a1", "a2"]]);
    expect(sheet.current()).toMatchObject({ saving: "saved", unsaved: 0 });
  });

  it("keeps what is typed while the network is away, and sends it when it is back", async () => {
    desk.fails = [new Problem(0, {})];
    want("a1", wish("labelled", { motivation: "Un mot" }));
    await vi.advanceTimersByTimeAsync(300);
    expect(sheet.current()).toMatchObject({ saving: "waiting", unsaved: 1 });
    sheet.take([], [dossier(1), dossier(2)]);
    expect(one("a1")).toEqual(wish("labelled", { motivation: "Un mot" }));
    expect(await sheet.flush()).toBe(true);
    expect(desk.items[0]).toMatchObject({ motivation: "Un mot" });
  });

  it("puts both answers side by side when somebody else was first, and sends the one that is chosen", async () => {
    sheet.take([item(1, wish("labelled"))], [dossier(2)]);
    desk.items = [item(1, wish("waitlisted", { rank: 1 }), 2, "Bob")];
    want("a1", wish("not_labelled"));
    want("a2", wish("labelled"));
    await vi.advanceTimersByTimeAsync(1000);
    expect(sheet.current().clashes.get("a1")).toMatchObject({ theirs: { wish: wish("waitlisted", { rank: 1 }), by: "Bob" }, ours: wish("not_labelled") });
    expect(desk.items.map((each) => each.application_id)).toEqual(["a1", "a2"]);
    expect(await sheet.flush()).toBe(false);
    sheet.settle("a1", true);
    await vi.advanceTimersByTimeAsync(300);
    expect(desk.items.find((each) => each.application_id === "a1")).toMatchObject({ decision: "not_labelled", version: 3 });
    expect(sheet.current()).toMatchObject({ unsaved: 0 });
  });

  it("says why a line is refused, and saves the others", async () => {
    desk.fails = [new Problem(422, { errors: [{ pointer: "/body/items/1/application_id", code: "staged_elsewhere", detail: "Déjà dans un autre lot." }] })];
    want("a1", wish("labelled"));
    want("a2", wish("labelled"));
    await vi.advanceTimersByTimeAsync(1000);
    expect([...sheet.current().refusals]).toEqual([["a2", "Déjà dans un autre lot."]]);
    expect(desk.items.map((each) => each.application_id)).toEqual(["a1"]);
  });

  it("takes a line out again, and stops once the batch is closed", async () => {
    sheet.take([item(1, wish("labelled"))], [dossier(2)]);
    desk.items = [item(1, wish("labelled"))];
    want("a1", null);
    await vi.advanceTimersByTimeAsync(300);
    expect([desk.items, one("a1")]).toEqual([[], null]);
    desk.fails = [new Problem(409, { code: "decision_batch_closed" })];
    want("a2", wish("labelled"));
    await vi.advanceTimersByTimeAsync(60_000);
    expect([sheet.current().saving, desk.asked.length]).toEqual(["closed", 1]);
  });
});
