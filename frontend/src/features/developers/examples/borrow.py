import os
import httpx

with httpx.Client(
    base_url="https://ombelle.example/api/v1",
    headers={"Authorization": f"Bearer {os.environ['OMBELLE_TOKEN']}"},
    timeout=30,
) as api:
    # The catalogue is open to anybody: words, filters, pages, as in the agenda.
    item = api.get("/catalogue", params={"q": "ITEM"}).json()["items"][0]

    # Each refusal has a code, a sentence, and the next days that are free.
    days = {"starts_on": "STARTS_ON", "ends_on": "ENDS_ON"}
    checked = api.get(f"/catalogue/{item['slug']}/availability/check", params=days)
    checked.raise_for_status()
    for refusal in checked.json()["refusals"]:
        print(refusal["code"], refusal["detail"])
    if not checked.json()["is_free"]:
        days = checked.json()["next_free"]
        print("Libre du", days["starts_on"], "au", days["ends_on"])

    # Sent again with the same key, the request is made once.
    asked = api.post(
        "/loan-requests",
        json={
            "organisation_id": "ORGANISATION",
            "place_of_use": {"name": "Médiathèque", "commune_insee": "80021"},
            "signatory": {"name": "Jeanne Petit", "capacity": "Maire"},
            "loans": [{"item_id": item["id"], **days}],
        },
        headers={"Idempotency-Key": "pret-de-la-mediatheque"},
    )
    if asked.status_code == 409:  # somebody was quicker
        raise SystemExit(f"{asked.json()['detail']} {asked.json()['next_free']}")
    asked.raise_for_status()

    # What may be done now is told with the loan: nothing has to be guessed.
    for loan in asked.json()["loans"]:
        print("Prêt", loan["number"], loan["status"], loan["hold"])
        print(loan["allowed_actions"])
