import { describe, expect, it } from "vitest";
// oxlint-disable import/default -- the files' own text
import association from "@/app/association.ts?raw";
import lending from "@/app/lending.ts?raw";
import router from "@/app/router.tsx?raw";
import season from "@/app/season.ts?raw";
import space from "@/app/space.ts?raw";
import type { Me, Role } from "./kit/me";
import { currentOf, menuOf } from "./menu";

const addressBook = space + season + lending + association + router;
const nobody: Me = { account: null, roles: [], organisations: [], is_demo: false, passkeys: 0, allowed_actions: [] };
const words = new Proxy({} as Record<string, string>, { get: (_, word) => String(word) });
const addresses = (someone: Me) => menuOf(someone, words).flatMap(({ items }) => items.map(({ to }) => to));

describe("the menu", () => {
  it("of an account without anything is what concerns oneself", () => {
    expect(addresses(nobody).slice(0, 2)).toEqual(["/espace", "/espace/moi"]);
  });
  it("names each of one's organisations", () => {
    const menu = menuOf({ ...nobody, organisations: [{ id: "a1", name: "La Marmite", role: "editor" }] }, words);
    expect(menu.find(({ title }) => title === "organisations")?.items).toContainEqual({ to: "/espace/structures/a1", label: "La Marmite" });
  });
  it("has the demonstration's mails in the demonstration only", () => {
    expect(addresses({ ...nobody, is_demo: true })).toContain("/espace/courriels");
    expect(addresses(nobody)).not.toContain("/espace/courriels");
  });
  it("leads to pages that are there, for whoever has every role", () => {
    const roles: Role[] = ["reviewer", "coordinator", "lender", "secretary", "treasurer", "administrator"];
    const someone: Me = { ...nobody, roles, organisations: [{ id: "$id", name: "A", role: "administrator" }], is_demo: true };
    expect(addresses(someone).filter((to) => !addressBook.includes(`path: "${to}"`))).toEqual([]);
  });
  it("has no empty group", () => {
    expect(menuOf({ ...nobody, roles: ["reviewer"] }, words).every(({ items }) => items.length > 0)).toBe(true);
  });
  it("has for each role what it opens, and nothing of the administration for others", () => {
    expect(addresses({ ...nobody, roles: ["secretary"] })).toContain("/espace/courriels");
    expect(addresses({ ...nobody, roles: ["secretary"] })).not.toContain("/espace/administration");
    expect(addresses({ ...nobody, roles: ["administrator"] })).toEqual(expect.arrayContaining(["/espace/administration", "/espace/administration/journal", "/espace/messages"]));
  });
  it("has the desk of loans for those who lend, and one's own loans for those who borrow", () => {
    const borrower: Me = { ...nobody, organisations: [{ id: "a1", name: "La Marmite", role: "editor" }] };
    expect(addresses({ ...nobody, roles: ["lender"] })).toEqual(expect.arrayContaining(["/espace/prets/comptoir", "/espace/prets", "/espace/prets/planning", "/espace/prets/reglages"]));
    expect(addresses(borrower)).toEqual(expect.arrayContaining(["/espace/prets", "/catalogue", "/espace/outils", "/espace/prets/comptoir"]));
    expect(addresses(borrower)).not.toContain("/espace/prets/reglages");
    expect(addresses({ ...nobody, roles: ["reviewer"] }).filter((to) => to.startsWith("/espace/prets"))).toEqual([]);
  });
  it("names each address once", () => {
    const all = addresses({ ...nobody, roles: ["lender", "administrator", "coordinator"], organisations: [{ id: "a1", name: "La Marmite", role: "editor" }], is_demo: true });
    expect(all).toEqual([...new Set(all)]);
  });
  it("has the mails once, for the team in the demonstration", () => {
    expect(addresses({ ...nobody, roles: ["coordinator"], is_demo: true }).filter((to) => to === "/espace/courriels")).toHaveLength(1);
  });
});

describe("the line that is marked in the menu", () => {
  const menu = menuOf({ ...nobody, roles: ["secretary"] }, words);
  it.each([
    ["/espace/gouvernance", "/espace/gouvernance"], ["/espace/gouvernance/declarations", "/espace/gouvernance/declarations"], ["/espace/gouvernance/statuts", "/espace/gouvernance"],
    ["/espace/adherents/a1", "/espace/adherents"], ["/espace", "/espace"], ["/espace/rien-de-tel", null],
  ])("at %s is %s alone", (page, marked) => expect(currentOf(menu, page)).toBe(marked));
});
