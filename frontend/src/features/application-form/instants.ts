/** Days and clocks of sessions. What is typed is read in Paris; the API wants instants with their offset. */
import { atParis, inParis } from "@/space/kit/moments";

interface Parts {
  /** "YYYY-MM-DD", or nothing. */
  day: string;
  /** "HH:MM", or nothing. */
  clock: string;
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}.*(?:[+-]\d{2}:\d{2}|Z)$/;

/** Whether a text is an instant that the API takes. */
export const isInstant = (value: unknown): value is string => typeof value === "string" && INSTANT.test(value) && !Number.isNaN(Date.parse(value));

/** What was typed of a moment: the day and the clock of an instant, or the half of them that is there (`2027-10-02T`, `T14:30`). */
export function partsOf(value: unknown): Parts {
  if (isInstant(value)) return inParis(value);
  if (typeof value !== "string") return { day: "", clock: "" };
  const [day = "", clock = ""] = value.split("T");
  return { day, clock };
}

/** The instant of a day and a clock in Paris; half of one when the other is missing, which is kept and not sent; null for nothing. */
export function momentOf({ day, clock }: Parts): string | null {
  if (!day && !clock) return null;
  return (day && clock && atParis(day, clock)) || `${day}T${clock}`;
}
