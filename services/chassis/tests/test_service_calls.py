"""A call signed by one service is taken by another, at the address that was signed and for a short time."""

import base64
from datetime import datetime, timedelta
from types import SimpleNamespace

import httpx
import pytest
from fastapi import FastAPI
from ombelle_chassis import service_calls
from ombelle_chassis.app import create_app
from ombelle_chassis.service_calls import CalledByService, sign_call

SECRET = base64.b64encode(b"a secret of thirty-two bytes, ok").decode()
OTHER = base64.b64encode(b"another one of thirty-two bytes!").decode()
TARGET = "/internal/things?on=2027-10-04&name=%C3%A9t%C3%A9"


async def _answer(secret, headers, target=TARGET, method="GET"):
    app: FastAPI = create_app(service="tests", title="tests", verifier=None)
    app.state.context = SimpleNamespace(settings=SimpleNamespace(messages_secret=secret))

    @app.api_route("/internal/things", methods=["GET", "POST"])
    async def things(_asked_by: CalledByService) -> dict[str, bool]:
        return {"is_told": True}

    transport = httpx.ASGITransport(app=app)
    async with httpx.AsyncClient(transport=transport, base_url="http://tests") as client:
        answer = await client.request(method, target, headers=headers)
    return answer.status_code, answer.json().get("code") or answer.json()


async def test_a_signed_call_is_taken():
    assert await _answer(SECRET, sign_call(SECRET, TARGET)) == (200, {"is_told": True})


@pytest.mark.parametrize(
    ("secret", "headers", "more"),
    [
        (SECRET, {}, {}),
        (SECRET, sign_call(OTHER, TARGET), {}),
        (SECRET, sign_call(SECRET, TARGET.replace("2027", "2026")), {}),
        (SECRET, sign_call(SECRET, TARGET), {"target": "/internal/things"}),
        (SECRET, sign_call(SECRET, TARGET), {"method": "POST"}),
        (SECRET, {**sign_call(SECRET, TARGET), "webhook-signature": "é".encode()}, {}),
        (None, sign_call(SECRET, TARGET), {}),
    ],
)
async def test_any_other_is_not(secret, headers, more):
    assert await _answer(secret, headers, **more) == (401, "unauthenticated")


async def test_an_old_one_is_not(monkeypatch):
    class Earlier(datetime):
        @classmethod
        def now(cls, tz=None):
            return datetime.now(tz) - timedelta(minutes=6)

    monkeypatch.setattr(service_calls, "datetime", Earlier)
    assert await _answer(SECRET, sign_call(SECRET, TARGET)) == (401, "unauthenticated")
