import { describe, expect, it } from "vitest";
import { changes, reconcile } from "./versions";

const body = { name: "La Marmite", themes: [] as string[], phone: null as string | null, website: null as string | null };

describe("what is sent", () => {
  it("is what changed only", () => {
    expect(changes(body, { ...body, name: "La Cocotte", themes: ["health"] })).toEqual({ name: "La Cocotte", themes: ["health"] });
    expect(changes(body, { ...body })).toEqual({});
  });
});

describe("two people who edit the same thing", () => {
  it("keep both, where they wrote in different fields", () => {
    const { clashes, joined, merged } = reconcile(body, { ...body, phone: "03 22 00 00 00" }, { ...body, website: "https://marmite.example" });
    expect(clashes).toEqual([]);
    expect(joined).toEqual([{ field: "phone", value: "03 22 00 00 00", by: "mine" }, { field: "website", value: "https://marmite.example", by: "theirs" }]);
    expect(merged).toEqual({ ...body, phone: "03 22 00 00 00", website: "https://marmite.example" });
  });
  it("choose, where they wrote different things in the same field", () => {
    const { clashes, merged } = reconcile(body, { ...body, name: "Ma Marmite" }, { ...body, name: "Leur Marmite", phone: "1" });
    expect(clashes).toEqual([{ field: "name", mine: "Ma Marmite", theirs: "Leur Marmite" }]);
    expect(merged).toEqual({ ...body, name: "Ma Marmite", phone: "1" });
  });
  it("agree without knowing, where they wrote the same", () => {
    expect(reconcile(body, { ...body, name: "X" }, { ...body, name: "X" })).toEqual({ clashes: [], joined: [{ field: "name", value: "X", by: "mine" }], merged: { ...body, name: "X" } });
  });
});
