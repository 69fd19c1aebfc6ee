/** Files sent to the API. */
import { Problem, type ProblemBody } from "@/lib/problem";

interface Sending {
  /** Names the request (`Idempotency-Key`): sent again after the network failed, it is done once. */
  key?: string | undefined;
  /** The version read earlier: the file is refused (412) when someone else's change came in between. */
  etag?: string | null | undefined;
  /** How much of it has gone, 0 to 1. */
  onProgress?: ((sent: number) => void) | undefined;
  signal?: AbortSignal | undefined;
}

/** Sends a form with a file to `/api/v1{path}` and tells how much of it has gone: `fetch` does not. Fields go before the file, which services read as it comes. */
export function sendForm<T>(path: string, fields: Readonly<Record<string, string>>, file: File, { key, etag, onProgress, signal }: Sending = {}): Promise<T> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    form.append("file", file);
    request.open("POST", `/api/v1${path}`);
    request.setRequestHeader("Accept", "application/json");
    if (etag) request.setRequestHeader("If-Match", etag);
    if (key) request.setRequestHeader("Idempotency-Key", key);
    request.upload.addEventListener("progress", ({ loaded, total }) => onProgress?.(total > 0 ? loaded / total : 0));
    request.addEventListener("load", () => {
      if (request.status >= 200 && request.status < 300) resolve((request.responseText ? JSON.parse(request.responseText) : undefined) as T);
      else reject(new Problem(request.status, bodyOf(request.responseText)));
    });
    for (const end of ["error", "timeout", "abort"]) request.addEventListener(end, () => reject(new Problem(0, {})));
    signal?.addEventListener("abort", () => request.abort());
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
