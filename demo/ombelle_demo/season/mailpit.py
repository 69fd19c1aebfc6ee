"""Mails that Mailpit caught, read as its API gives them (`GET /api/v1/search`, `GET /api/v1/message/{ID}`)."""

import httpx


def texts_to(url: str, address: str) -> list[str]:
    """Return the texts of the mails to an address. `url` is where Mailpit answers. Raises httpx.HTTPError."""
    with httpx.Client(base_url=url, timeout=10) as client:
        found = client.get("/api/v1/search", params={"query": f'to:"{address}"'}).raise_for_status().json()
        ids = [one["ID"] for one in found["messages"]]
        return [str(client.get(f"/api/v1/message/{one}").raise_for_status().json()["Text"]) for one in ids]
