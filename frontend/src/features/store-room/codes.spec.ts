import { describe, expect, it } from "vitest";
import { unitRead } from "./codes";

const units = [{ id: "01a20541-6781-7115-8160-5df435796916", code: "SOL-1-2" }, { id: "01a20541-6781-7115-8160-5df435796917", code: "SOL-1-12" }];

describe("what is read off a label", () => {
  it("is the address in its QR code", () => {
    expect(unitRead("https://prets.example/espace/exemplaires/01A20541-6781-7115-8160-5df435796917", units)?.code).toBe("SOL-1-12");
    expect(unitRead("https://prets.example/espace/exemplaires/01a20541-0000-7115-8160-5df435796917", units)).toBeUndefined();
  });
  it("or its code, however it is typed", () => {
    expect(unitRead(" sol 1-2 ", units)?.id).toBe(units[0]?.id);
    expect(unitRead("sol12", units)?.code).toBe("SOL-1-2");
    expect(unitRead("SOL-1", units)).toBeUndefined();
    expect(unitRead("  ", units)).toBeUndefined();
  });
});
