import { describe, expect, it } from "vitest";
import { conditionOf, hostOf, isMoving } from "./calls";

const NOW = new Date("2027-03-01T10:00:00Z");

describe("a webhook", () => {
  it.each([
    [{ is_enabled: true, disabled_reason: null, failing_since: null }, "live"], [{ is_enabled: true, disabled_reason: null, failing_since: "2027-02-28T10:00:00Z" }, "failing"],
    [{ is_enabled: false, disabled_reason: "person", failing_since: "2027-02-28T10:00:00Z" }, "paused"], [{ is_enabled: false, disabled_reason: "gone", failing_since: null }, "gone"],
  ] as const)("%j is %s", (webhook, condition) => expect(conditionOf(webhook)).toBe(condition));
  it("is recognised by its host", () => {
    expect(hostOf("https://agenda.example:8443/ombelle?x=1")).toBe("agenda.example:8443");
    expect(hostOf("nothing")).toBe("nothing");
  });
});

const waiting = (next: string | null) => ({ state: "waiting" as const, next_try_at: next });

describe("deliveries", () => {
  it("are looked at again while one is about to leave", () => {
    expect(isMoving([{ state: "delivered", next_try_at: null }, waiting("2027-03-01T10:00:30Z")], NOW)).toBe(true);
    expect(isMoving([waiting(null)], NOW)).toBe(true);
  });
  it("are left alone when the next try is far, or there is none", () => {
    expect(isMoving([waiting("2027-03-01T12:00:00Z"), { state: "failed", next_try_at: null }], NOW)).toBe(false);
    expect(isMoving([], NOW)).toBe(false);
  });
});
