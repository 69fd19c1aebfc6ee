"""Routes of the bylaws, the board and the bureau, of elections, declarations and duties."""

from uuid import uuid4

_KEPT = ("declarations", "association-versions", "duties", "elections")
_DECLARATION = "/api/v1/declarations/{declaration_id}"
_ELECTION = "/api/v1/elections/{election_id}"
_DUTY = "/api/v1/duties/{kind}/{key}"
ROUTES = {
    ("GET", "/api/v1/governance"): (200, 200, 200),
    **dict.fromkeys(
        (
            ("GET", "/api/v1/governance/alerts"),
            ("GET", "/api/v1/bodies"),
            ("GET", "/api/v1/bylaws"),
            ("POST", "/api/v1/bylaws"),
            ("GET", "/api/v1/bylaws/{bylaws_id}"),
            ("PATCH", "/api/v1/bylaws/{bylaws_id}"),
            ("GET", "/api/v1/posts"),
            ("POST", "/api/v1/posts"),
            ("GET", "/api/v1/posts/{post_id}"),
            ("POST", "/api/v1/posts/{post_id}/abolish"),
            ("GET", "/api/v1/terms"),
            ("POST", "/api/v1/terms"),
            ("GET", "/api/v1/terms/{term_id}"),
            ("POST", "/api/v1/terms/{term_id}/end"),
            ("POST", "/api/v1/terms/{term_id}/ratify"),
            ("POST", "/api/v1/terms/{term_id}/refuse-ratification"),
            ("GET", "/api/v1/offices"),
            ("POST", "/api/v1/offices"),
            ("POST", "/api/v1/offices/{office_id}/end"),
        ),
        (401, 403, 403),
    ),
    ("GET", "/api/v1/elections/by-link/{token}"): (404, 404, 404),
    **dict.fromkeys(
        (
            *((method, f"/api/v1/{name}") for name in _KEPT for method in ("GET", "POST")),
            ("GET", "/api/v1/officers"),
            ("PUT", "/api/v1/officers/{person_id}"),
            ("DELETE", "/api/v1/officers/{person_id}"),
            ("DELETE", f"{_DUTY}"),
            ("PUT", f"{_DUTY}/done"),
            ("DELETE", f"{_DUTY}/done"),
            *(("GET", f"{_DECLARATION}{part}") for part in ("", "/declaration.pdf", "/receipt")),
            *(("POST", f"{_DECLARATION}/{part}") for part in ("submit", "return", "withdraw", "receipt")),
            *(("GET", f"{_ELECTION}{part}") for part in ("", "/results.pdf")),
            ("PATCH", _ELECTION),
            *(
                ("POST", f"{_ELECTION}/{part}")
                for part in (
                    *(
                        "open-candidacies",
                        "close-candidacies",
                        "candidacies",
                        "candidacies/{candidacy_id}/withdraw",
                    ),
                    *(
                        "open-vote",
                        "paper-voters",
                        "paper-ballots",
                        "count",
                        "lot",
                        "second-round",
                        "proclaim",
                    ),
                    *("contest", "settle"),
                )
            ),
        ),
        (401, 403, 403),
    ),
}
BODIES = {"/elections/{election_id}/candidacies": {"member_id": str(uuid4())}}
