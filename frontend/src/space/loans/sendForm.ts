import { Problem, type ProblemBody } from "@/lib/problem";

/** Sends a form with its file, and tells how much of it has gone (0 to 1): `fetch` does not. */
export function sendForm<T>(path: string, fields: Readonly<Record<string, string>>, file: File, key: string, onProgress: (sent: number) => void): Promise<T> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const form = new FormData();
    // What goes with the file comes before it: the service reads the form as it arrives.
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    form.append("file", file);
    request.open("POST", `/api/v1${path}`);
    request.setRequestHeader("Accept", "application/json");
    request.setRequestHeader("Idempotency-Key", key);
    request.responseType = "text";
    request.upload.addEventListener("progress", ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0));
    request.addEventListener("error", () => reject(new Problem(0, {})));
    request.addEventListener("load", () => {
      const { status } = request;
      if (status >= 200 && status < 300) resolve(JSON.parse(request.responseText) as T);
      else reject(new Problem(status, body(request.responseText)));
    });
    request.send(form);
  });
}

function body(text: string): ProblemBody {
  try {
    return JSON.parse(text) as ProblemBody;
  } catch {
    return {};
  }
}
