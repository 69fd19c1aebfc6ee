// Calls and dossiers of a test's own, made by the API as whoever a page is signed in as.
import assert from "node:assert/strict";
import { BASE, read } from "./browser.mjs";
import { send } from "./people.mjs";

const DAY = 86_400_000;

/** Sends on the version that is there now. */
export async function write(page, method, path, from, data) {
  const { request } = page.context();
  const etag = (await request.get(`${BASE}/api/v1${from}`)).headers()["etag"];
  const answer = await request.fetch(`${BASE}/api/v1${path}`, { method, data, headers: { Origin: BASE, "If-Match": etag } });
  assert.ok(answer.ok(), `${method} ${path}: ${answer.status()} ${await answer.text()}`);
  return answer.json();
}

/** Asks until it is granted: what it needs comes round from another service a little later. */
export async function granted(page, method, path, data) {
  const deadline = Date.now() + 20_000;
  for (;;) {
    const answer = await page.context().request.fetch(`${BASE}/api/v1${path}`, { method, data, headers: { Origin: BASE } });
    if (answer.ok()) return answer.json();
    assert.ok(Date.now() < deadline, `${method} ${path}: ${answer.status()} ${await answer.text()}`);
    await new Promise((resolve) => { setTimeout(resolve, 100); });
  }
}

/** An open call with this form, by the coordination; gives its id. */
export async function newCall(page, title, definition, settings = {}) {
  const years = (await read(page, "/editions")).items.map(({ year }) => year);
  const at = (days) => new Date(Date.now() + days * DAY).toISOString();
  const { id } = await send(page, "POST", "/calls", { edition: Math.max(...years), title, opens_at: at(-2), closes_at: at(9) });
  await write(page, "PATCH", `/calls/${id}`, `/calls/${id}/settings`, { charter_rules: [], ...settings });
  await write(page, "PUT", `/calls/${id}/form/draft`, `/calls/${id}/form/draft`, { definition });
  await write(page, "POST", `/calls/${id}/publish`, `/calls/${id}/settings`, {});
  return id;
}

/** A draft of a holder (`newHolder`) with these answers; gives its id. */
export async function newDraft(holder, call, answers) {
  const { id } = await granted(holder.page, "POST", "/applications", { call_id: call, organisation_id: holder.id });
  await write(holder.page, "PATCH", `/applications/${id}`, `/applications/${id}`, { answers });
  return id;
}
