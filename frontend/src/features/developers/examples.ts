/** The calls of the guide, as they are shown and copied. */
export const TOKEN = "omb_xxxxxxxx_…";

export const readCall = (origin: string) => `curl "${origin}/api/v1/agenda?department=80&theme=astronomy&limit=5"`;
export const changesCall = (origin: string) => `curl "${origin}/api/v1/agenda/changes?since=CURSOR"`;
export const eventsCall = (origin: string, token = TOKEN) => `curl -H "Authorization: Bearer ${token}" \\\n  "${origin}/api/v1/events"`;

export const pythonCall = (origin: string) => `import os
import httpx

with httpx.Client(
    base_url="${origin}/api/v1",
    headers={"Authorization": f"Bearer {os.environ['OMBELLE_TOKEN']}"},
) as api:
    after = None
    while True:
        page = api.get("/events", params={"after": after} if after else {})
        page.raise_for_status()
        for event in page.json()["items"]:
            print(event["publication"], event["title"])
        after = page.json()["next"]
        if after is None:
            break`;

export const changeCall = (origin: string) => `url = "${origin}/api/v1/events/EVENT"
read = api.get(url)
saved = api.patch(
    url,
    json={"conditions": "Entrée libre, dès 8 ans."},
    headers={"If-Match": read.headers["ETag"]},
)`;

export const PROBLEM = `{
  "type": "urn:ombelle:problem:scope_missing",
  "title": "The token lacks a scope",
  "status": 403,
  "detail": "Ce jeton ne permet pas cela : il lui faut « events:write ».",
  "code": "scope_missing",
  "instance": "/api/v1/events/…",
  "request_id": "3f1c9a52e0b14f7d"
}`;
