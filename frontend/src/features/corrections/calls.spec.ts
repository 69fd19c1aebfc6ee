import { expect, it } from "vitest";
import { decided } from "./calls";

it("decides of a commune's code and name together", () => {
  expect(decided({ name: "refused" }, "commune_name", "accepted")).toEqual({ name: "refused", commune_insee: "accepted", commune_name: "accepted" });
  expect(decided({ name: "refused" }, "name", "accepted")).toEqual({ name: "accepted" });
});
