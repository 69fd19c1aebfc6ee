import { expect, it } from "vitest";
import { decided, rowsOf, type CorrectionField } from "./calls";

const field = (name: CorrectionField["field"], current: unknown, proposed: unknown): CorrectionField => ({ field: name, current, proposed, decision: null });

it("shows and decides together what means nothing apart", () => {
  const rows = rowsOf([
    field("commune_insee", "80021", "80001"), field("commune_name", "Amiens", "Abbeville"), field("latitude", 49.9, null), field("longitude", 2.3, null), field("name", "Musée", "Muséum"),
  ]);
  expect(rows).toEqual([
    { name: "name", fields: ["name"], current: "Musée", proposed: "Muséum", decision: null },
    { name: "commune", fields: ["commune_name", "commune_insee"], current: "Amiens (80021)", proposed: "Abbeville (80001)", decision: null },
    { name: "point", fields: ["latitude", "longitude"], current: "49.9, 2.3", proposed: null, decision: null },
  ]);
  expect(decided(rows.slice(1, 2), "refused")).toEqual({ commune_name: "refused", commune_insee: "refused" });
});
