import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Problem } from "@/lib/problem";
import { allFields, type Definition } from "./definition";
import { addField, changeField } from "./editing";
import { FormKeeper, type Server } from "./keeper";
import { field, form } from "./parts.testing";
import type { FormDraft } from "./queries";

const start = form({ one: [field("a"), field("b")] });
const draft = (definition: Definition, version: number): FormDraft => ({ number: 1, version, definition, problems: [], differences: [], updated_at: null, allowed_actions: [] });

/** What the API does: keeps a form under a version, and refuses what was made on another. */
class Api implements Server {
  held = draft(start, 3);
  writes = 0;
  down = false;
  write = async (definition: Definition, version: number) => {
    this.writes += 1;
    if (this.down) throw new Problem(0, {});
    if (version !== this.held.version) throw new Problem(412, { code: "changed_meanwhile" });
    this.held = draft(definition, version + 1);
    return this.held;
  };
  read = async () => this.held;
}

let api: Api;
let joined: number;
let keeper: FormKeeper;
beforeEach(() => {
  vi.useFakeTimers();
  api = new Api();
  joined = 0;
  keeper = new FormKeeper(api.held, api, { pause: 100, retry: 1000, onJoined: () => { joined += 1; } });
});
afterEach(() => vi.useRealTimers());

const form$ = () => keeper.state().definition;
const rename = (label: string) => keeper.change(changeField(form$(), "a", { label }), "a/label");
const labelOf = (id: string) => allFields(api.held.definition).find((each) => each.id === id)?.label;

describe("a form that keeps itself", () => {
  it("is sent once one has paused, not at each letter", async () => {
    for (const letters of ["N", "No", "Nom"]) rename(letters);
    expect(keeper.state().saving).toBe("waiting");
    await vi.advanceTimersByTimeAsync(100);
    expect([api.writes, labelOf("a"), keeper.state().saving]).toEqual([1, "Nom", "saved"]);
  });
  it("waits for a name that is being typed anew, and goes back in one step", async () => {
    rename("");
    await vi.advanceTimersByTimeAsync(100);
    expect([api.writes, keeper.state().saving]).toEqual([0, "held"]);
    rename("Nom");
    await vi.advanceTimersByTimeAsync(100);
    expect(labelOf("a")).toBe("Nom");
    keeper.undo();
    expect(form$()).toEqual(start);
    keeper.redo();
    await vi.advanceTimersByTimeAsync(100);
    expect(labelOf("a")).toBe("Nom");
  });
  it("loses nothing while the service is away, and sends by itself when it is back", async () => {
    api.down = true;
    rename("Nom");
    await vi.advanceTimersByTimeAsync(100);
    expect([keeper.state().saving, labelOf("a")]).toEqual(["unsent", "a"]);
    api.down = false;
    await vi.advanceTimersByTimeAsync(1000);
    expect([keeper.state().saving, labelOf("a")]).toEqual(["saved", "Nom"]);
  });
  it("sends what was typed while it was sending", async () => {
    rename("Nom");
    const flushed = keeper.flush();
    rename("Nom entier");
    await flushed;
    await vi.advanceTimersByTimeAsync(200);
    expect([labelOf("a"), keeper.state().saving]).toEqual(["Nom entier", "saved"]);
  });
  it("tells what the API refuses for good, and does not insist", async () => {
    vi.spyOn(api, "write").mockRejectedValue(new Problem(409, { code: "call_state" }));
    rename("Nom");
    await vi.advanceTimersByTimeAsync(10_000);
    expect([keeper.state().saving, keeper.state().problem?.code, vi.mocked(api.write).mock.calls.length]).toEqual(["refused", "call_state", 1]);
  });
});

describe("a form that someone else writes too", () => {
  it("takes theirs in where nothing clashes, and is sent whole", async () => {
    api.held = draft(addField(start, "one", field("theirs")), 4);
    rename("Nom");
    await vi.advanceTimersByTimeAsync(300);
    expect([labelOf("a"), labelOf("theirs"), keeper.state().saving, joined]).toEqual(["Nom", "theirs", "saved", 1]);
    expect(keeper.state().canUndo).toBe(false);
  });
  it("asks where both wrote, and sends nothing before it is settled", async () => {
    api.held = draft(changeField(start, "a", { label: "Le leur" }), 4);
    rename("Le mien");
    await vi.advanceTimersByTimeAsync(5_000);
    expect([keeper.state().saving, keeper.state().clashes.map(({ mine, theirs }) => [mine, theirs]), labelOf("a")]).toEqual(["met", [["Le mien", "Le leur"]], "Le leur"]);
    keeper.settle(["mine"]);
    await vi.advanceTimersByTimeAsync(100);
    expect([keeper.state().saving, labelOf("a")]).toEqual(["saved", "Le mien"]);
  });
});
