import { Problem, type ProblemBody } from "@/lib/problem";

/** Query parameters; empty ones are left out, lists are joined by commas as the API allows. */
export type Params = Record<string, string | number | boolean | readonly string[] | undefined | null>;

export function toQuery(params: Params): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) {
    if (value === undefined || value === null || value === "") continue;
    const text = Array.isArray(value) ? value.join(",") : String(value);
    if (text) search.set(name, text);
  }
  const query = search.toString();
  return query ? `?${query}` : "";
}

/** GET `/api/v1{path}`. Raises Problem for anything but a success, aborts for the caller's signal. */
export async function get<T>(path: string, params: Params, signal?: AbortSignal): Promise<T> {
  let response: Response;
  try {
    response = await fetch(`/api/v1${path}${toQuery(params)}`, { headers: { Accept: "application/json" }, signal: signal ?? null });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new Problem(0, {});
  }
  if (!response.ok) throw new Problem(response.status, await problemBody(response));
  return (await response.json()) as T;
}

async function problemBody(response: Response): Promise<ProblemBody> {
  try {
    return (await response.json()) as ProblemBody;
  } catch {
    return {};
  }
}
