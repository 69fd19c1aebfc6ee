import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Problem } from "@/lib/problem";
import { answersNow, Autosave, type Application, type Body } from "./autosave";
import type { LocalDraft, Typed } from "./localDraft";
import { isSame } from "./values";

/** The API's own way with answers: field by field, refused when one of them changed since the version that was read. */
class Api {
  version = 1;
  answers: Record<string, unknown>;
  versions: Record<string, number> = {};
  sent: Body[] = [];
  /** What the next requests meet: "lost" is kept, and its answer does not come back. */
  next: ("down" | "lost" | Problem)[] = [];
  stale: string[] = [];
  /** Called while a request is on its way. */
  meanwhile: (() => void) | null = null;

  constructor(answers: Record<string, unknown> = {}) {
    this.answers = answers;
  }
  read = (): Application => ({ version: this.version, answers: { ...this.answers }, stale_fields: [...this.stale], saved_at: `v${this.version}` }) as unknown as Application;
  write(answers: Record<string, unknown>): void {
    const changed = Object.entries(answers).filter(([id, value]) => !isSame(this.answers[id], value));
    if (changed.length > 0) this.version += 1;
    for (const [id, value] of changed) {
      if (value === null) delete this.answers[id];
      else this.answers[id] = value;
      this.versions[id] = this.version;
    }
  }
  send = async (body: Body, version: number) => {
    this.sent.push(body);
    this.meanwhile?.();
    this.meanwhile = null;
    await Promise.resolve();
    const next = this.next.shift();
    if (next === "down") throw new Problem(0, {});
    if (next instanceof Problem) throw next;
    const fields = Object.entries(body.answers).filter(([id, value]) => (this.versions[id] ?? 0) > version && !isSame(this.answers[id], value)).map(([id]) => id);
    if (fields.length > 0) throw new Problem(412, { code: "application_changed_meanwhile", fields, current: this.read(), yours: body });
    this.write(body.answers);
    this.stale = this.stale.filter((id) => !body.confirmed.includes(id) && !(id in body.answers));
    if (next === "lost") throw new Problem(0, {});
    return { data: this.read(), etag: `"v${this.version}"` };
  };
}

class Local implements LocalDraft {
  kept: Typed | null = null;
  works = true;
  claim = async () => this.kept;
  write = (typed: Typed | null) => {
    // As it comes back from storage, not the same object.
    this.kept = typed && (JSON.parse(JSON.stringify(typed)) as Typed);
    return this.works;
  };
  release = vi.fn();
}

const open = (api: Api, local = new Local(), isFit = (_id: string, _value: unknown) => true) => (
  new Autosave({ application: api.read(), account: "ada", send: api.send, local, isFit, delay: 100, now: () => new Date("2027-01-05T13:02:00Z") })
);
const rest = () => vi.advanceTimersByTimeAsync(100);

beforeEach(() => { vi.useFakeTimers(); });
afterEach(() => { vi.useRealTimers(); });

describe("a form that saves itself", () => {
  it("sends what was typed once, a moment after the last letter, and keeps it here until then", async () => {
    const api = new Api({ title: "Une nuit" });
    const local = new Local();
    const form = open(api, local);
    form.edit("title", "Une nuit a");
    form.edit("title", "Une nuit au musée");
    expect(local.kept).toMatchObject({ account: "ada", pending: { title: "Une nuit au musée" }, base: { title: "Une nuit" } });
    expect(form.read().state).toBe("typing");
    await rest();
    expect(api.sent).toEqual([{ answers: { title: "Une nuit au musée" }, confirmed: [] }]);
    expect(form.read()).toMatchObject({ state: "quiet", pending: {}, application: { version: 2 } });
    expect(local.kept).toBeNull();
  });

  it("sends nothing for what is typed and taken back", async () => {
    const api = new Api({ title: "Une nuit" });
    const form = open(api);
    form.edit("title", "Une");
    form.edit("title", "Une nuit");
    await rest();
    expect(api.sent).toEqual([]);
  });

  it("sends next what was typed while a save was on its way", async () => {
    const api = new Api();
    const form = open(api);
    api.meanwhile = () => form.edit("title", "Une nuit");
    form.edit("title", "Une");
    await rest();
    expect(answersNow(form.read())).toEqual({ title: "Une nuit" });
    await rest();
    expect(api.answers).toEqual({ title: "Une nuit" });
    expect(form.read().clashes).toEqual({});
  });

  it("tries again when the network is back, however long that takes", async () => {
    const api = new Api();
    const form = open(api);
    api.next = ["down", "down", "down", "down", "down", "down", "down"];
    form.edit("title", "Une nuit");
    await rest();
    expect(form.read()).toMatchObject({ state: "waiting", pending: { title: "Une nuit" } });
    form.edit("summary", "Sous les étoiles");
    await vi.advanceTimersByTimeAsync(300_000);
    expect(api.answers).toEqual({ title: "Une nuit", summary: "Sous les étoiles" });
    expect(form.read().state).toBe("quiet");
  });

  it("takes its own save for its own when the answer was lost, whatever was typed since", async () => {
    const api = new Api();
    const form = open(api);
    api.next = ["lost"];
    form.edit("title", "Une");
    await rest();
    form.edit("title", "Une nuit");
    await vi.advanceTimersByTimeAsync(5_000);
    expect(api.answers).toEqual({ title: "Une nuit" });
    expect(form.read()).toMatchObject({ clashes: {}, pending: {} });
  });

  it("undoes what was kept without its answer coming back", async () => {
    const api = new Api({ title: "Une" });
    const form = open(api);
    api.next = ["lost"];
    form.edit("title", "Une nuit");
    await rest();
    form.edit("title", "Une");
    await vi.advanceTimersByTimeAsync(5_000);
    expect(api.answers).toEqual({ title: "Une" });
  });
});

describe("two windows", () => {
  it("merge what each wrote in other fields", async () => {
    const api = new Api({ title: "a", summary: "b" });
    const form = open(api);
    api.write({ summary: "theirs" });
    form.edit("title", "mine");
    await rest();
    expect(answersNow(form.read())).toEqual({ title: "mine", summary: "theirs" });
    expect(form.read().clashes).toEqual({});
  });

  it("show both versions of the field that both wrote, save the others, and keep what is chosen", async () => {
    const api = new Api({ title: "a" });
    const local = new Local();
    const form = open(api, local);
    api.write({ title: "theirs" });
    form.edit("title", "mine");
    form.edit("summary", "alone");
    await rest();
    await rest();
    expect(form.read().clashes).toEqual({ title: { mine: "mine", theirs: "theirs" } });
    expect(api.answers).toEqual({ title: "theirs", summary: "alone" });
    expect(local.kept?.pending).toEqual({ title: "mine" });
    form.edit("title", "mine again");
    expect(form.read().clashes["title"]).toEqual({ mine: "mine again", theirs: "theirs" });
    form.settle("title", "mine again");
    await rest();
    expect(api.answers["title"]).toBe("mine again");
    expect(local.kept).toBeNull();
  });

  it("keep theirs when that is chosen, without writing anything", async () => {
    const api = new Api({ title: "a" });
    const form = open(api);
    api.write({ title: "theirs" });
    form.edit("title", "mine");
    await rest();
    const before = api.sent.length;
    form.settle("title", "theirs");
    await rest();
    expect(answersNow(form.read())).toEqual({ title: "theirs" });
    expect(api.sent.length).toBe(before);
  });

  it("are told of one another when the form is read again, too", () => {
    const api = new Api({ title: "a", summary: "b" });
    const form = open(api);
    form.edit("title", "mine");
    api.write({ title: "theirs", summary: "theirs" });
    form.refresh(api.read());
    expect(form.read().clashes).toEqual({ title: { mine: "mine", theirs: "theirs" } });
    expect(answersNow(form.read())).toEqual({ title: "mine", summary: "theirs" });
  });
});

const left = (pending: Record<string, unknown>, base: Record<string, unknown>): Typed => ({ account: "ada", at: "2027-01-05T13:00:00Z", pending, base, doubtful: {}, confirming: [] });

describe("what is left of an earlier page", () => {
  it("comes back and is sent", async () => {
    const api = new Api({ title: "a" });
    const local = new Local();
    local.kept = left({ title: "typed on the train" }, { title: "a" });
    const form = open(api, local);
    expect(await form.restore()).toBe(true);
    await rest();
    expect(api.answers).toEqual({ title: "typed on the train" });
    expect(local.kept).toBeNull();
  });

  it("meets what somebody else wrote since", async () => {
    const api = new Api({ title: "theirs" });
    const local = new Local();
    local.kept = left({ title: "typed on the train" }, { title: "a" });
    const form = open(api, local);
    await form.restore();
    await rest();
    expect(form.read().clashes).toEqual({ title: { mine: "typed on the train", theirs: "theirs" } });
    expect(api.sent).toEqual([]);
  });

  it("of a page that is gone since joins what is being typed", async () => {
    const api = new Api({ title: "a", story: "b" });
    const local = new Local();
    const form = open(api, local);
    form.edit("title", "typed here");
    local.kept = left({ story: "typed on the train" }, { story: "b" });
    expect(await form.restore()).toBe(true);
    await rest();
    expect(api.answers).toEqual({ title: "typed here", story: "typed on the train" });
  });

  it("is nothing when it was saved after all", async () => {
    const api = new Api({ title: "typed" });
    const local = new Local();
    local.kept = left({ title: "typed" }, { title: "a" });
    const form = open(api, local);
    expect(await form.restore()).toBe(false);
    expect(local.kept).toBeNull();
  });
});

describe("refusals", () => {
  it("keep a value that is not fit as typed, and save the others", async () => {
    const api = new Api();
    const local = new Local();
    const form = open(api, local, (id) => id !== "email");
    form.edit("email", "ada@");
    form.edit("title", "Une nuit");
    await rest();
    expect(api.answers).toEqual({ title: "Une nuit" });
    expect(form.read()).toMatchObject({ state: "quiet", pending: { email: "ada@" } });
    expect(local.kept?.pending).toEqual({ email: "ada@" });
  });

  it("name the field, which waits until it is changed, while the others are saved", async () => {
    const api = new Api();
    const form = open(api);
    api.next = [new Problem(422, { code: "answers_invalid", errors: [{ pointer: "/body/answers/email", code: "email_expected", detail: "Une adresse est attendue." }] })];
    form.edit("email", "ada@@x.fr");
    form.edit("title", "Une nuit");
    await rest();
    await rest();
    expect(form.read()).toMatchObject({ state: "quiet", refused: { "/answers/email": "Une adresse est attendue." }, pending: { email: "ada@@x.fr" } });
    expect(api.answers).toEqual({ title: "Une nuit" });
    form.edit("email", "ada@x.fr");
    await rest();
    expect(api.answers["email"]).toBe("ada@x.fr");
    expect(form.read().refused).toEqual({});
  });

  it("stop when the call has closed, with everything still here, and go on once it is let in", async () => {
    const api = new Api();
    const local = new Local();
    const form = open(api, local);
    api.next = [new Problem(409, { code: "call_closed", detail: "L'appel est clos." })];
    form.edit("title", "Une nuit");
    await rest();
    form.edit("summary", "encore");
    await vi.advanceTimersByTimeAsync(60_000);
    expect(form.read()).toMatchObject({ state: "stopped", pending: { title: "Une nuit", summary: "encore" } });
    expect(api.sent.length).toBe(1);
    expect(local.kept?.pending).toEqual({ title: "Une nuit", summary: "encore" });
    form.retry();
    await rest();
    expect(api.answers).toEqual({ title: "Une nuit", summary: "encore" });
  });

  it("say when this device keeps nothing", () => {
    const local = new Local();
    local.works = false;
    const form = open(new Api(), local);
    form.edit("title", "Une nuit");
    expect(form.read().isKeptHere).toBe(false);
  });
});

describe("before it is sent", () => {
  it("everything is saved at once", async () => {
    const api = new Api();
    const form = open(api);
    form.edit("title", "Une nuit");
    expect(await form.flush()).toBe(true);
    expect(api.answers).toEqual({ title: "Une nuit" });
  });

  it("what cannot be saved is told", async () => {
    const api = new Api();
    const form = open(api);
    api.next = ["down"];
    form.edit("title", "Une nuit");
    expect(await form.flush()).toBe(false);
  });

  it("a field of a former edition is confirmed", async () => {
    const api = new Api({ contact: "Ada" });
    api.stale = ["contact", "dates"];
    const form = open(api);
    form.confirm("contact");
    await rest();
    expect(api.sent).toEqual([{ answers: {}, confirmed: ["contact"] }]);
    expect(form.read().application.stale_fields).toEqual(["dates"]);
  });
});
