"""What is asked of the operations of governance: no post, no term, no office is there that anybody could end."""

from roles.asks import NO_ID, STALE, Ask

_POST = "/api/v1/posts/{post_id}"
_TERM = "/api/v1/terms/{term_id}"
_NO_POST, _NO_TERM = {"post_id": NO_ID}, {"term_id": NO_ID}
_NO_BYLAWS = {"bylaws_id": NO_ID}
_DAY = {"on": "2020-02-29"}
GOVERNANCE_ASKS: dict[str, Ask] = {
    "POST /api/v1/bylaws": Ask(body={}),
    "GET /api/v1/bylaws/{bylaws_id}": Ask(_NO_BYLAWS, beyond="bylaws_unknown"),
    "PATCH /api/v1/bylaws/{bylaws_id}": Ask(_NO_BYLAWS, {"note": None}, STALE, beyond="bylaws_unknown"),
    "POST /api/v1/posts": Ask(body={}),
    f"GET {_POST}": Ask(_NO_POST, beyond="post_unknown"),
    f"POST {_POST}/abolish": Ask(_NO_POST, _DAY, STALE, beyond="post_unknown"),
    "POST /api/v1/terms": Ask(body={}),
    f"GET {_TERM}": Ask(_NO_TERM, beyond="term_unknown"),
    f"POST {_TERM}/end": Ask(_NO_TERM, {**_DAY, "ended_as": "death"}, STALE, beyond="term_unknown"),
    f"POST {_TERM}/ratify": Ask(_NO_TERM, _DAY, STALE, beyond="term_unknown"),
    f"POST {_TERM}/refuse-ratification": Ask(_NO_TERM, _DAY, STALE, beyond="term_unknown"),
    "POST /api/v1/offices": Ask(body={}),
    "POST /api/v1/offices/{office_id}/end": Ask(
        {"office_id": NO_ID}, {**_DAY, "ended_as": "resignation"}, STALE, beyond="office_unknown"
    ),
}
