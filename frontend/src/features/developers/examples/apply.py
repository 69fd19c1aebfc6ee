import json
import os
import httpx

with httpx.Client(
    base_url="https://ombelle.example/api/v1",
    headers={"Authorization": f"Bearer {os.environ['OMBELLE_TOKEN']}"},
    timeout=30,
) as api:
    # Sent again with the same key, a request is done once: nothing is begun twice.
    begun = api.post(
        "/applications",
        json={"call_id": "CALL", "organisation_id": "ORGANISATION"},
        headers={"Idempotency-Key": "dossier-du-village"},
    )
    begun.raise_for_status()
    dossier = f"/applications/{begun.json()['id']}"

    # Answers by field: GET /calls/CALL/form says which there are.
    with open("dossier.json", encoding="utf-8") as file:
        answers = json.load(file)
    read = api.get(dossier)
    saved = api.patch(
        dossier, json={"answers": answers}, headers={"If-Match": read.headers["ETag"]}
    )
    if saved.status_code == 412:
        raise SystemExit(f"Quelqu'un écrit aussi : {saved.json()['current']}")
    saved.raise_for_status()

    checked = api.post(f"{dossier}/validate").json()
    for problem in checked["problems"]:
        print(problem["pointer"], problem["detail"])

    if checked["may_submit"]:
        with open("projet.pdf", "rb") as file:
            api.post(
                f"{dossier}/attachments",
                data={"field_id": "presentation"},
                files={"file": file},
                headers={"Idempotency-Key": "projet-du-village"},
            ).raise_for_status()
        sent = api.post(
            f"{dossier}/submit", headers={"Idempotency-Key": "depot-du-village"}
        )
        sent.raise_for_status()
        print("Dossier", sent.json()["number"], sent.json()["status"])
