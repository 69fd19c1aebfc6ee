import type { Day } from "@/lib/dates";
import type { Tariff } from "./calls";

/** Whether a tariff holds on a day, only later, or no more. */
export function inForce({ starts_on: starts, ends_on: ends }: Pick<Tariff, "starts_on" | "ends_on">, day: Day): "now" | "coming" | "over" {
  if (ends !== null && ends < day) return "over";
  return starts > day ? "coming" : "now";
}
