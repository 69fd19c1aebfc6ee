import type { Field } from "./definition";

/** A field for tests. */
export const field = (id: string, more: Partial<Field> = {}): Field => ({
  id, type: "text", label: id, help: "", required: "never", is_identifying: false, is_stale_on_renewal: false, ...more,
});
