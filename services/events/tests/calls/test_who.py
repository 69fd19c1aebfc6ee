"""Who may do what with calls: everybody reads what is online, the coordination alone does the rest."""

import pytest
from ombelle_contracts import openapi_documents

PUBLIC = {
    ("get", "/api/v1/calls"),
    ("get", "/api/v1/calls/{call_id}"),
    ("get", "/api/v1/calls/{call_id}/form"),
    ("get", "/api/v1/calls/{call_id}/form-versions/{form_version_id}"),
}
HERE = "0192f0c1-0000-7000-8000-000000000001"


@pytest.fixture
def operations():
    """Every operation of calls."""
    paths = openapi_documents()["events"]["paths"].items()
    return {
        (method, path) for path, item in paths for method, one in item.items() if one.get("tags") == ["calls"]
    }


@pytest.fixture
def callers(identity):
    """Headers by caller."""
    organisations = {HERE: "administrator"}
    scopes = ["events:read", "events:write", "organisations:read", "organisations:write"]
    return {
        "anonymous": {},
        "account": identity("ann"),
        "organisation_administrator": identity("bob", organisations=organisations),
        **{role: identity(role, [role]) for role in ("reviewer", "lender", "secretary", "treasurer")},
        "program": identity("bob", organisations=organisations, scopes=scopes, token="t1"),
        "coordinator": identity("dan", ["coordinator"]),
        "administrator": identity("eve", ["administrator"]),
    }


async def test_each_operation_is_open_to_whom_it_should_be(desk, api, operations, callers):
    call = await desk.publish(await desk.begin())
    code = await desk.do("POST", f"/calls/{call['id']}/access-codes", {"expires_at": "2099-01-01T00:00:00Z"})
    ids = {
        "call_id": call["id"], "form_version_id": call["form_version_id"], "code_id": code["id"], "year": 2027,
        "kind": "mail", "key": "labelled",
    }  # fmt: skip
    assert operations > PUBLIC
    assert len(operations) == 23
    wrong = []
    for method, path in sorted(operations):
        for caller, headers in callers.items():
            # A body that gets no further than who asks, and is refused for those who may.
            answer = await api.request(method, path.format_map(ids), json=None, headers=headers)
            if (method, path) in PUBLIC:
                expected = answer.status_code == 200
            elif caller in ("coordinator", "administrator"):
                expected = answer.status_code not in (401, 403, 404)
            else:
                expected = answer.status_code == (401 if caller == "anonymous" else 403)
            if not expected:
                wrong.append((method, path, caller, answer.status_code))
    assert wrong == []


async def test_a_program_is_told_that_no_scope_opens_this(desk, api, callers):
    call = await desk.begin()
    answer = await api.get(f"/api/v1/calls/{call['id']}/settings", headers=callers["program"])
    assert (answer.status_code, answer.json()["code"]) == (403, "scope_missing")


async def test_what_is_not_online_is_not_known_to_be_there(desk, api, callers):
    call = await desk.begin()
    for caller in ("anonymous", "organisation_administrator", "reviewer"):
        told = await api.get(f"/api/v1/calls/{call['id']}", headers=callers[caller])
        unknown = await api.get(f"/api/v1/calls/{HERE}", headers=callers[caller])
        shown = [
            {k: v for k, v in answer.json().items() if k not in ("instance", "request_id")}
            for answer in (told, unknown)
        ]
        assert (told.status_code, shown[0]) == (404, shown[1])
        assert (await api.get("/api/v1/calls", headers=callers[caller])).json()["items"] == []


def _said(answer):
    return {name: value for name, value in answer.json().items() if name not in ("instance", "request_id")}
