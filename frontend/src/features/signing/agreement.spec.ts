import { expect, it } from "vitest";
import { Problem } from "@/lib/problem";
import { deadOf } from "./agreement";

it.each([
  [new Problem(404, { code: "signature_link_unknown" }), "unknown"], [new Problem(422, {}), "unknown"], [new Problem(410, { code: "signature_link_expired" }), "expired"],
  [new Problem(409, { code: "agreement_outdated" }), "outdated"], [new Problem(409, { code: "agreement_signed" }), null], [new Problem(0, {}), null], [new Problem(503, {}), null], [null, null],
])("what a link that shows nothing says: %#", (error, dead) => expect(deadOf(error)).toBe(dead));
