"""What is asked of members, applications and the register: no member is there, and no application waits."""

from roles.asks import NO_ID, STALE, Ask

_MEMBER = "/api/v1/members/{member_id}"
_NO_MEMBER = Ask({"member_id": NO_ID}, beyond="member_unknown")
_APPLICATION = "/api/v1/membership-applications/{application_id}"
_LINK = "/api/v1/membership-applications/by-link/{token}"
_TOKEN = {"token": "x" * 43}
_DAY = {"on": "2019-01-01"}
_DECIDED = {"decided_on": "2019-01-01"}


def _of_member(body: object, **more: str) -> Ask:
    return Ask({"member_id": NO_ID, **more}, body, beyond="member_unknown")


def _of_application(body: object) -> Ask:
    return Ask({"application_id": NO_ID}, body, beyond="application_unknown")


MEMBERS_ASKS: dict[str, Ask] = {
    "POST /api/v1/members": Ask(body={}),
    f"GET {_MEMBER}": _NO_MEMBER,
    f"GET {_MEMBER}/status": _NO_MEMBER,
    f"GET {_MEMBER}/representatives": _NO_MEMBER,
    f"PATCH {_MEMBER}": Ask({"member_id": NO_ID}, {}, STALE, beyond="member_unknown"),
    f"POST {_MEMBER}/change-college": _of_member({"college": "A", **_DAY}),
    f"POST {_MEMBER}/end": _of_member({"ended_as": "resignation", **_DAY}),
    f"POST {_MEMBER}/readmit": _of_member({"college": "A", **_DAY}),
    f"POST {_MEMBER}/representatives": _of_member({"person": {"name": "Jeanne"}, "since": "2019-01-01"}),
    f"POST {_MEMBER}/representatives/{{representative_id}}/end": _of_member(_DAY, representative_id=NO_ID),
    "POST /api/v1/membership-applications": Ask(body={}),
    f"GET {_LINK}": Ask(_TOKEN, beyond="application_unknown"),
    f"POST {_LINK}/confirm": Ask(_TOKEN, beyond="application_unknown"),
    f"POST {_LINK}/answer": Ask(_TOKEN, {"answer": "Oui."}, beyond="application_unknown"),
    f"GET {_APPLICATION}": Ask({"application_id": NO_ID}, beyond="application_unknown"),
    f"POST {_APPLICATION}/admit": _of_application({"college": "A", "fee_category": "small", **_DECIDED}),
    f"POST {_APPLICATION}/decline": _of_application(_DECIDED),
    f"POST {_APPLICATION}/ask": _of_application({"question": "Depuis quand ?"}),
}
