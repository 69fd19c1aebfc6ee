/** Scans and certificates: which files the service takes. */
export const LARGEST = 20 * 1024 * 1024;
export const PAPER_TYPES = "application/pdf,image/jpeg,image/png";

export type PaperFault = "tooLarge" | "wrongType";

/** What is wrong with a file before it leaves; the service looks inside it. A type that the browser does not know is let through. */
export function paperFault({ size, type }: Pick<File, "size" | "type">): PaperFault | null {
  if (type && !PAPER_TYPES.split(",").includes(type)) return "wrongType";
  return size > LARGEST ? "tooLarge" : null;
}
