import os
import httpx

with httpx.Client(
    base_url="https://ombelle.example/api/v1",
    headers={"Authorization": f"Bearer {os.environ['OMBELLE_TOKEN']}"},
) as api:
    read = api.get("/events/EVENT")
    read.raise_for_status()
    saved = api.patch(
        "/events/EVENT",
        json={"conditions": "Entrée libre, dès 8 ans."},
        headers={"If-Match": read.headers["ETag"]},
    )
    saved.raise_for_status()
    print(saved.json()["conditions"])
