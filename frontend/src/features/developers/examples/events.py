import os
import httpx

with httpx.Client(
    base_url="https://ombelle.example/api/v1",
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
            break
