import { describe, expect, it } from "vitest";
import type { Me, Role } from "@/space/kit/me";
import { EVALUATIONS_PATH, LOANS_PATH, loansWaiting } from "./loansWaiting";
import { gather, sourcesFor } from "./waiting";

const someone = (roles: Role[], organisations: Me["organisations"] = []): Me => ({
  account: { id: "1", name: "Zoé", email: "zoe@exemple.fr", locale: "fr", created_at: "2026-01-01T00:00:00Z" }, roles, organisations, is_demo: false, passkeys: 0, allowed_actions: [],
});
const paths = (who: Me) => sourcesFor(who).map(({ path }) => path);

describe("what is asked for someone", () => {
  it("is their own matters, for an account without anything", () => {
    expect(paths(someone([]))).toEqual(["/me/invitations", "/me/join-requests"]);
  });
  it("is the requests of the organisations they administer, not of those they edit", () => {
    const who = someone([], [{ id: "a", name: "A", role: "administrator" }, { id: "b", name: "B", role: "editor" }]);
    expect(paths(who)).toEqual(["/me/invitations", "/me/join-requests", "/organisations/a/join-requests", "/projects", "/stand-invitations", "/change-proposals", "/applications/waiting", LOANS_PATH, EVALUATIONS_PATH]);
  });
  it("is every request once for the coordination, whatever it administers", () => {
    const who = someone(["coordinator"], [{ id: "a", name: "A", role: "administrator" }]);
    expect(paths(who)).toEqual(["/me/invitations", "/me/join-requests", "/join-requests", "/mails", "/mails", "/feeds", "/duplicates", "/change-proposals", "/reviews", "/applications/waiting", LOANS_PATH, EVALUATIONS_PATH]);
  });
  it("is what did not arrive, for an administrator", () => {
    expect(paths(someone(["administrator"])).slice(-3)).toEqual(["/dead-letters/events", "/dead-letters/members", "/dead-letters/gateway"]);
  });
});

const review = (due: string, actions: string[]) => ({ due_on: due, allowed_actions: actions });

describe("what is gathered", () => {
  const nothing = {
    invitations: [], joinRequests: [], ownRequests: [], mails: { count: 0, more: false }, deadLetters: 0, conflicts: 0, quarantined: 0, duplicates: { count: 0, more: false },
    reviews: { count: 0, more: false, due: null },
    projects: { toConfirm: [], toWrite: [], stands: [], answered: [] }, applications: [], changes: { count: 0, more: false, edition: null },
    loans: loansWaiting(someone([]), [], [], new Date()),
  };
  it("is nothing of answers that did not come", () => {
    expect(gather(someone([]), [{ key: "invitations", data: undefined }, { key: "feeds", data: undefined }])).toEqual(nothing);
  });
  it("counts the applications that wait for one's review, and tells the first day", () => {
    const items = [review("2027-03-01", ["write", "submit", "recuse"]), review("2027-03-05", ["write", "submit", "recuse"]), review("2027-02-01", ["write", "recuse"]), review("2027-01-01", [])];
    expect(gather(someone([]), [{ key: "reviews", data: { items, next: "x" } }])).toEqual({ ...nothing, reviews: { count: 2, more: false, due: "2027-03-01" } });
  });
  it("adds the same kind from several answers, and says when there is more", () => {
    const answers = [
      { key: "mails", data: { items: [{}, {}], next: null } }, { key: "mails", data: { items: [{}], next: "x" } },
      { key: "letters", data: { items: [{}], next: null } }, { key: "letters", data: { items: [{}], next: null } },
      { key: "feeds", data: { items: [{ open_conflicts: 2, quarantined: 1 }, { open_conflicts: 3, quarantined: 0 }], next: null } },
    ];
    expect(gather(someone([]), answers)).toEqual({ ...nothing, mails: { count: 3, more: true }, deadLetters: 2, conflicts: 5, quarantined: 1 });
  });
  it("leaves out own requests that were answered", () => {
    const one = { id: "1", state: "waiting", organisation: { id: "o", name: "O" }, created_at: "2026-01-01T00:00:00Z" };
    expect(gather(someone([]), [{ key: "own", data: { items: [one, { ...one, id: "2", state: "refused" }], next: null } }]).ownRequests).toEqual([one]);
  });
});
