import { describe, expect, it } from "vitest";
import { detail, isService } from "./calls";

describe("what an entry of the log says", () => {
  it("is its values in one line", () => {
    expect(detail({ role: "lender", fields: ["name", "phone"], reason: null })).toBe('role : lender, fields : ["name","phone"]');
  });
  it("is nothing once they are erased", () => {
    expect(detail(null)).toBeNull();
  });
});

describe("a service of the address", () => {
  it("is one of those that there are", () => {
    expect([isService("members"), isService("bank"), isService(undefined)]).toEqual([true, false, false]);
  });
});
