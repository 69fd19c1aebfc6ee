import { Problem, type ProblemBody } from "@/lib/problem";
import { toQuery, type Params } from "./client";

/** What was answered, with the version to give back when it is changed (`If-Match`). */
export interface Answer<T> {
  data: T;
  etag: string | null;
}

interface Sending {
  body?: unknown;
  /** The version read earlier: the change is refused (412) when someone else's came in between. */
  etag?: string | null | undefined;
  /** Names the request (`Idempotency-Key`): sent again, it is answered the same and done once. */
  key?: string | undefined;
  signal?: AbortSignal | undefined;
}

type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

async function call(method: Method, path: string, { body, etag, key, signal }: Sending): Promise<Response> {
  const headers: Record<string, string> = { Accept: "application/json, application/zip" };
  if (body !== undefined) headers["Content-Type"] = "application/json";
  if (etag) headers["If-Match"] = etag;
  if (key) headers["Idempotency-Key"] = key;
  let response: Response;
  try {
    response = await fetch(`/api/v1${path}`, { method, headers, body: body === undefined ? null : JSON.stringify(body), signal: signal ?? null });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new Problem(0, {});
  }
  if (response.ok) return response;
  const wait = Number(response.headers.get("Retry-After"));
  throw new Problem(response.status, await problemBody(response), Number.isFinite(wait) && wait > 0 ? wait : null);
}

async function problemBody(response: Response): Promise<ProblemBody> {
  try {
    return (await response.json()) as ProblemBody;
  } catch {
    return {};
  }
}

/** An empty answer (204) is `undefined`: the caller's type says so. */
async function content<T>(response: Response): Promise<T> {
  const text = await response.text();
  return (text ? JSON.parse(text) : undefined) as T;
}

export const post = async <T>(path: string, body?: unknown, key?: string, etag?: string | null): Promise<T> => content<T>(await call("POST", path, { body: body ?? {}, key, etag }));
export const put = async <T>(path: string, body?: unknown, etag?: string | null): Promise<T> => content<T>(await call("PUT", path, { body, etag }));
export const del = async <T = void>(path: string, etag?: string | null): Promise<T> => content<T>(await call("DELETE", path, { etag }));

export async function patch<T>(path: string, body: unknown, etag?: string | null): Promise<Answer<T>> {
  const response = await call("PATCH", path, { body, etag });
  return { data: await content<T>(response), etag: response.headers.get("ETag") };
}

/** GET that keeps the version, for what will be edited. */
export async function read<T>(path: string, params: Params = {}, signal?: AbortSignal): Promise<Answer<T>> {
  const response = await call("GET", `${path}${toQuery(params)}`, { signal });
  return { data: await content<T>(response), etag: response.headers.get("ETag") };
}

/** POST whose answer is a file. */
export async function download(path: string): Promise<Blob> {
  return (await call("POST", path, { body: {} })).blob();
}
