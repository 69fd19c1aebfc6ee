import { describe, expect, it } from "vitest";
import { LARGEST, paperFault } from "./papers";

describe("a paper that is sent", () => {
  it.each([
    ["application/pdf", LARGEST, null], ["image/jpeg", LARGEST + 1, "tooLarge"], ["", 3, null], ["application/msword", 3, "wrongType"], ["image/heic", LARGEST + 1, "wrongType"],
  ] as const)("%s of %i bytes: %s", (type, size, fault) => expect(paperFault({ type, size })).toBe(fault));
});
