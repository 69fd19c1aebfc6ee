/** The body of an error answer, by RFC 9457, as far as the interface reads it. */
export interface ProblemBody {
  code?: string;
  detail?: string;
  request_id?: string;
  errors?: { pointer: string; code: string; detail: string }[];
  /** The event that is shown in the stead of the one asked for. */
  see?: { slug: string; title: string };
  [more: string]: unknown;
}

/** An answer that is not a success, or no answer at all (`status` 0). */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly requestId: string | null;
  readonly errors: { pointer: string; code: string; detail: string }[];
  readonly see: { slug: string; title: string } | null;
  /** Seconds to wait before trying again, when the answer says so. */
  readonly wait: number | null;
  /** Everything else the answer tells (`similar`, `merged_into`…). */
  readonly body: ProblemBody;

  constructor(status: number, body: ProblemBody, wait: number | null = null) {
    super(body.detail ?? `HTTP ${status}`);
    this.name = "Problem";
    this.status = status;
    this.code = body.code ?? (status === 0 ? "unreachable" : "unknown");
    this.requestId = body.request_id ?? null;
    this.errors = body.errors ?? [];
    this.see = body.see ?? null;
    this.wait = wait;
    this.body = body;
  }
}

/** Nothing is there: what was asked for does not exist for this reader, or its address is none (an id that is no id). */
export const isUnknown = (error: unknown): boolean =>
  error instanceof Problem && (error.status === 404 || (error.status === 422 && error.errors.length > 0 && error.errors.every(({ pointer }) => pointer.startsWith("/path/"))));
