"""What is asked of members, applications and the register.

The organisation here is a member since 2020: what is asked of days before is refused to whoever may (409, 422). No
application waits.
"""

from roles.asks import NO_ID, STALE, Ask

_MEMBER = "/api/v1/members/{member_id}"
_APPLICATION = "/api/v1/membership-applications/{application_id}"
_LINK = "/api/v1/membership-applications/by-link/{token}"
_TOKEN = {"token": "x" * 43}
_DAY = {"on": "2019-01-01"}
_DECIDED = {"decided_on": "2019-01-01"}


def _of_application(body: object) -> Ask:
    return Ask({"application_id": NO_ID}, body, beyond="application_unknown")


MEMBERS_ASKS: dict[str, Ask] = {
    "POST /api/v1/members": Ask(body={}),
    f"PATCH {_MEMBER}": Ask(body={}, headers=STALE),
    f"POST {_MEMBER}/change-college": Ask(body={"college": "A", **_DAY}),
    f"POST {_MEMBER}/end": Ask(body={"ended_as": "resignation", **_DAY}),
    f"POST {_MEMBER}/readmit": Ask(body={"college": "A", **_DAY}),
    f"POST {_MEMBER}/representatives": Ask(body={"person": {"name": "Jeanne"}, "since": "2019-01-01"}),
    f"POST {_MEMBER}/representatives/{{representative_id}}/end": Ask(body=_DAY),
    "POST /api/v1/membership-applications": Ask(body={}),
    f"GET {_LINK}": Ask(_TOKEN, beyond="application_unknown"),
    f"POST {_LINK}/confirm": Ask(_TOKEN, beyond="application_unknown"),
    f"POST {_LINK}/answer": Ask(_TOKEN, {"answer": "Oui."}, beyond="application_unknown"),
    f"GET {_APPLICATION}": Ask({"application_id": NO_ID}, beyond="application_unknown"),
    f"POST {_APPLICATION}/admit": _of_application({"college": "A", "fee_category": "small", **_DECIDED}),
    f"POST {_APPLICATION}/decline": _of_application(_DECIDED),
    f"POST {_APPLICATION}/ask": _of_application({"question": "Depuis quand ?"}),
}
