import type { BulkAction, What } from "./calls";
import type { Card } from "./filters";

/** The actions of the desk, in the order in which they are offered. */
export const ACTIONS: readonly BulkAction[] = ["message", "request_changes", "remind_draft", "assign", "stage"];

/** What one fills in; each action reads its own part, so that nothing typed is lost by choosing another. */
export interface Form {
  action: BulkAction;
  message: string;
  reason: "incorrect" | "incomplete" | "outdated";
  due_on: string;
  account_ids: string[];
  batch_id: string;
  decision: "labelled" | "waitlisted" | "not_labelled";
  motivation: string;
}

export const NEW_FORM: Form = { action: "message", message: "", reason: "incomplete", due_on: "", account_ids: [], batch_id: "", decision: "labelled", motivation: "" };

/** Actions that at least one of these allows. */
export function possible(cards: readonly Card[]): BulkAction[] {
  return ACTIONS.filter((action) => cards.some(({ allowed_actions: allowed }) => allowed.includes(action)));
}

/** What is missing before it can be previewed, by field. */
export function missing(form: Form, needed: string): Partial<Record<keyof Form, string>> {
  const wantsMessage = form.action === "message" || form.action === "request_changes";
  return {
    ...(wantsMessage && form.message.trim() === "" ? { message: needed } : {}),
    ...(form.action === "assign" && form.account_ids.length === 0 ? { account_ids: needed } : {}),
    ...(form.action === "stage" && form.batch_id === "" ? { batch_id: needed } : {}),
  };
}

/** What the API is asked. */
export function whatOf(form: Form): What {
  const message = form.message.trim();
  const due = form.due_on || null;
  switch (form.action) {
    case "message":
      return { action: "message", text: message };
    case "request_changes":
      return { action: "request_changes", reason: form.reason, message, field_ids: [], due_on: due };
    case "remind_draft":
      return { action: "remind_draft", message: message || null };
    case "assign":
      return { action: "assign", account_ids: form.account_ids, due_on: due, message: message || null };
    case "stage":
      return { action: "stage", batch_id: form.batch_id, decision: form.decision, motivation: form.motivation.trim() };
  }
}
