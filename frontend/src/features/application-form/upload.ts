import { Problem, type ProblemBody } from "@/lib/problem";
import { path, type Attachment } from "./calls";

/** Sends a file, telling how much of it has left (0 to 1): what fetch cannot tell. Raises Problem as the other calls do. */
export function upload(application: string, field: string, file: File, onProgress: (part: number) => void, signal: AbortSignal): Promise<Attachment> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", `/api/v1${path(application)}/attachments`);
    request.setRequestHeader("Accept", "application/json");
    request.upload.addEventListener("progress", (event) => { if (event.lengthComputable) onProgress(event.loaded / event.total); });
    request.addEventListener("load", () => {
      if (request.status < 300) resolve(JSON.parse(request.responseText) as Attachment);
      else reject(new Problem(request.status, bodyOf(request.responseText)));
    });
    for (const end of ["error", "timeout", "abort"]) request.addEventListener(end, () => reject(new Problem(0, {})));
    signal.addEventListener("abort", () => request.abort());
    const form = new FormData();
    form.append("field_id", field);
    form.append("file", file);
    request.send(form);
  });
}

function bodyOf(text: string): ProblemBody {
  try {
    return JSON.parse(text) as ProblemBody;
  } catch {
    return {};
  }
}

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
