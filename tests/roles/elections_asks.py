"""What is asked of the operations of elections, declarations and the calendar of duties: none is there."""

from roles.asks import NO_ID, STALE, Ask

_DECLARATION = "/api/v1/declarations/{declaration_id}"
_ELECTION = "/api/v1/elections/{election_id}"
_NO_DECLARATION, _NO_ELECTION = {"declaration_id": NO_ID}, {"election_id": NO_ID}
_NO_CANDIDACY = {**_NO_ELECTION, "candidacy_id": NO_ID}
_NO_DUTY = {"kind": "other", "key": NO_ID}
_DAY, _WHY = {"on": "2020-02-29"}, {"on": "2020-02-29", "reason": "Rien."}
_GONE, _NO_SUCH = "declaration_unknown", "election_unknown"
_PAPER = {"poll_id": NO_ID, "voices": [NO_ID]}
_BALLOTS = {"poll_id": NO_ID, "ballots": 1, "counts": {}}
_LOT = {"constituency": "all", "elected": [NO_ID], "note": "Rien."}

ELECTIONS_ASKS: dict[str, Ask] = {
    "POST /api/v1/association-versions": Ask(body={}),
    "POST /api/v1/declarations": Ask(body={}),
    f"GET {_DECLARATION}": Ask(_NO_DECLARATION, beyond=_GONE),
    f"GET {_DECLARATION}/declaration.pdf": Ask(_NO_DECLARATION, beyond=_GONE),
    f"POST {_DECLARATION}/submit": Ask(_NO_DECLARATION, {**_DAY, "by": "post"}, STALE, beyond=_GONE),
    f"POST {_DECLARATION}/return": Ask(_NO_DECLARATION, _WHY, STALE, beyond=_GONE),
    f"POST {_DECLARATION}/withdraw": Ask(_NO_DECLARATION, _WHY, STALE, beyond=_GONE),
    f"POST {_DECLARATION}/receipt": Ask(_NO_DECLARATION, {}, STALE),
    f"GET {_DECLARATION}/receipt": Ask(_NO_DECLARATION, beyond=_GONE),
    "PUT /api/v1/officers/{person_id}": Ask({"person_id": NO_ID}, {}, STALE),
    "DELETE /api/v1/officers/{person_id}": Ask({"person_id": NO_ID}),
    "POST /api/v1/duties": Ask(body={}),
    "DELETE /api/v1/duties/{kind}/{key}": Ask(_NO_DUTY, beyond="duty_unknown"),
    "PUT /api/v1/duties/{kind}/{key}/done": Ask(_NO_DUTY, _DAY, beyond="duty_unknown"),
    "DELETE /api/v1/duties/{kind}/{key}/done": Ask(_NO_DUTY, beyond="duty_unknown"),
    "POST /api/v1/elections": Ask(body={}),
    "GET /api/v1/elections/by-link/{token}": Ask({"token": "x" * 32}, beyond="meeting_link_unknown"),
    f"GET {_ELECTION}": Ask(_NO_ELECTION, beyond=_NO_SUCH),
    f"PATCH {_ELECTION}": Ask(_NO_ELECTION, {}, STALE, beyond=_NO_SUCH),
    f"POST {_ELECTION}/candidacies": Ask(_NO_ELECTION, {"member_id": NO_ID}, beyond=_NO_SUCH),
    f"POST {_ELECTION}/candidacies/{{candidacy_id}}/withdraw": Ask(_NO_CANDIDACY, beyond=_NO_SUCH),
    f"POST {_ELECTION}/paper-voters": Ask(_NO_ELECTION, _PAPER, beyond=_NO_SUCH),
    f"POST {_ELECTION}/paper-ballots": Ask(_NO_ELECTION, _BALLOTS, beyond=_NO_SUCH),
    f"POST {_ELECTION}/lot": Ask(_NO_ELECTION, _LOT, beyond=_NO_SUCH),
    f"POST {_ELECTION}/contest": Ask(_NO_ELECTION, _WHY, beyond=_NO_SUCH),
    f"POST {_ELECTION}/settle": Ask(_NO_ELECTION, {**_WHY, "outcome": "upheld"}, beyond=_NO_SUCH),
    f"GET {_ELECTION}/results.pdf": Ask(_NO_ELECTION, beyond=_NO_SUCH),
    **{
        f"POST {_ELECTION}/{step}": Ask(_NO_ELECTION, beyond=_NO_SUCH)
        for step in (
            "open-candidacies",
            "close-candidacies",
            "open-vote",
            "count",
            "second-round",
            "proclaim",
        )
    },
}
