import os
import httpx

with httpx.Client(
    base_url="https://ombelle.example/api/v1",
    headers={"Authorization": f"Bearer {os.environ['OMBELLE_TOKEN']}"},
    timeout=30,
) as api:
    dossier = "/applications/APPLICATION"
    asked = api.get(f"{dossier}/change-requests").json()["items"][0]
    print(asked["message"])
    print([field["id"] for field in asked["fields"]])

    read = api.get(dossier)
    api.patch(
        dossier,
        json={"answers": {"mediation": "Deux adultes par groupe."}},
        headers={"If-Match": read.headers["ETag"]},
    ).raise_for_status()
    sent = api.post(
        f"{dossier}/resubmit",
        json={"answer": "La médiation est précisée."},
        headers={"Idempotency-Key": f"reponse-{asked['id']}"},
    )
    sent.raise_for_status()
    print(sent.json()["status"])
