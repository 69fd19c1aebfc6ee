import { sendForm } from "@/api/upload";
import { path, type Attachment } from "./calls";

/** Sends a file to a field, telling how much of it has left (0 to 1). Raises Problem as the other calls do. */
export const upload = (application: string, field: string, file: File, onProgress: (part: number) => void, signal: AbortSignal): Promise<Attachment> =>
  sendForm(`${path(application)}/attachments`, { field_id: field }, file, { onProgress, signal });

const NAMES: Record<string, string> = {
  "application/pdf": "PDF", "image/jpeg": "JPEG", "image/png": "PNG", "image/webp": "WebP", "image/gif": "GIF", "text/csv": "CSV", "text/plain": "TXT",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "DOCX", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "XLSX",
  "application/vnd.openxmlformats-officedocument.presentationml.presentation": "PPTX", "application/vnd.oasis.opendocument.text": "ODT",
  "application/vnd.oasis.opendocument.spreadsheet": "ODS", "application/vnd.oasis.opendocument.presentation": "ODP",
};
/** What any attachment may weigh, in bytes. */
export const LARGEST = 20 * 1024 * 1024;

/** « PDF, JPEG »; empty when any type is taken. */
export const typeNames = (types: readonly string[]): string => types.map((type) => NAMES[type] ?? type).join(", ");
