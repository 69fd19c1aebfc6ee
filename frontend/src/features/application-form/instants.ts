/** Days and clocks of sessions. What is typed is read in Paris; the API wants instants with their offset. */

interface Parts {
  /** "YYYY-MM-DD", or nothing. */
  day: string;
  /** "HH:MM", or nothing. */
  clock: string;
}

const PARIS = new Intl.DateTimeFormat("en-CA", {
  timeZone: "Europe/Paris", year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", hourCycle: "h23",
});
const WHOLE = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/;
const OFFSET = /(?:[+-]\d{2}:\d{2}|Z)$/;

function inParis(time: number): Parts {
  const parts = PARIS.formatToParts(time);
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? "";
  return { day: `${part("year")}-${part("month")}-${part("day")}`, clock: `${part("hour")}:${part("minute")}` };
}

const asUtc = ({ day, clock }: Parts) => Date.parse(`${day}T${clock}:00Z`);

/** Whether a text is an instant that the API takes. */
export const isInstant = (value: unknown): value is string => (
  typeof value === "string" && WHOLE.test(value) && OFFSET.test(value) && !Number.isNaN(Date.parse(value))
);

/** What was typed of a moment: the day and the clock of an instant, or the half of them that is there (`2027-10-02T`, `T14:30`). */
export function partsOf(value: unknown): Parts {
  if (isInstant(value)) return inParis(Date.parse(value));
  if (typeof value !== "string") return { day: "", clock: "" };
  const [day = "", clock = ""] = value.split("T");
  return { day, clock };
}

/** The instant of a day and a clock in Paris; half of one when the other is missing, which is kept and not sent; null for nothing. */
export function momentOf({ day, clock }: Parts): string | null {
  if (!day && !clock) return null;
  if (!day || !clock) return `${day}T${clock}`;
  const wanted = asUtc({ day, clock });
  if (Number.isNaN(wanted)) return `${day}T${clock}`;
  // The offset there and then; asked twice, since the first answer may be that of the other side of a change of hour.
  let offset = 0;
  for (let round = 0; round < 2; round += 1) offset = asUtc(inParis(wanted - offset)) - (wanted - offset);
  const minutes = Math.round(Math.abs(offset) / 60_000);
  const two = (n: number) => String(n).padStart(2, "0");
  return `${day}T${clock}:00${offset < 0 ? "-" : "+"}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
