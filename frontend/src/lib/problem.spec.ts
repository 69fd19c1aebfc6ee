import { expect, it } from "vitest";
import { isUnknown, Problem } from "./problem";

const refused = (pointer: string) => new Problem(422, { errors: [{ pointer, code: "uuid_parsing", detail: "Un identifiant (UUID) est attendu." }] });

it("tells an address that leads to nothing from a question that is wrong", () => {
  expect([new Problem(404, {}), refused("/path/loan_id")].map(isUnknown)).toEqual([true, true]);
  expect([refused("/query/year"), new Problem(422, {}), new Problem(403, {}), new Problem(0, {}), new Error("?"), null].map(isUnknown)).toEqual([false, false, false, false, false, false]);
});
