import { describe, expect, it } from "vitest";
import { expiryDays, firstCall, firstPath } from "./calls";

describe("a first call", () => {
  it("is one that the token may make", () => {
    expect(firstPath(["organisations:read", "events:read"], "o1")).toBe("/api/v1/events?organisation_id=o1");
    expect(firstPath(["organisations:read"], "o1")).toBe("/api/v1/organisations/o1");
  });
  it("can be pasted whole", () => {
    expect(firstCall("https://ombelle.example", "/api/v1/x?y=1", "omb_a_b")).toBe('curl -H "Authorization: Bearer omb_a_b" \\\n  "https://ombelle.example/api/v1/x?y=1"');
  });
});

describe("the end of a token", () => {
  it("is a month, half a year or a year away, over leap days too", () => {
    expect(expiryDays("2027-12-15")).toEqual({ soon: "2028-01-14", half: "2028-06-14", year: "2028-12-13" });
  });
});
