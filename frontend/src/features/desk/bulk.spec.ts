import { describe, expect, it } from "vitest";
import { missing, NEW_FORM, possible, whatOf } from "./bulk";
import type { Card } from "./filters";

const card = (...actions: Card["allowed_actions"]) => ({ allowed_actions: actions }) as Card;

describe("actions on many applications", () => {
  it("offers what at least one of them allows", () => {
    expect(possible([card("remind_draft", "message"), card("request_changes")])).toEqual(["message", "request_changes", "remind_draft"]);
    expect(possible([])).toEqual([]);
  });

  it("says what is missing for the action alone", () => {
    expect(missing(NEW_FORM, "à remplir")).toEqual({ message: "à remplir" });
    expect(missing({ ...NEW_FORM, action: "remind_draft" }, "à remplir")).toEqual({});
    expect(missing({ ...NEW_FORM, action: "assign" }, "à remplir")).toEqual({ account_ids: "à remplir" });
    expect(missing({ ...NEW_FORM, action: "stage" }, "à remplir")).toEqual({ batch_id: "à remplir" });
  });

  it("asks for its own part of what was typed", () => {
    const form = { ...NEW_FORM, message: " Le plan. ", due_on: "2027-05-01", account_ids: ["a"], batch_id: "b" };
    expect(whatOf(form)).toEqual({ action: "message", text: "Le plan." });
    expect(whatOf({ ...form, action: "request_changes" })).toEqual({ action: "request_changes", reason: "incomplete", message: "Le plan.", field_ids: [], due_on: "2027-05-01" });
    expect(whatOf({ ...form, action: "remind_draft", message: "" })).toEqual({ action: "remind_draft", message: null });
    expect(whatOf({ ...form, action: "assign" })).toEqual({ action: "assign", account_ids: ["a"], due_on: "2027-05-01", message: "Le plan." });
    expect(whatOf({ ...form, action: "stage" })).toEqual({ action: "stage", batch_id: "b", decision: "labelled", motivation: "" });
  });
});
