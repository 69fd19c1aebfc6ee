"""Routes of meetings, and of a seat at one: by its link, and by the account of whoever sits."""

from uuid import uuid4

_MEETING = "/api/v1/meetings/{meeting_id}"
_MOTION = "/api/v1/motions/{motion_id}"
_SEAT_ROUTES = {
    ("GET", ""): {},
    ("POST", "/arrival"): {},
    ("POST", "/departure"): {},
    ("PUT", "/proxy"): {"holder_id": str(uuid4())},
    ("DELETE", "/proxy"): {},
    ("POST", "/ballots"): {"poll_id": str(uuid4()), "voice_id": str(uuid4()), "choices": []},
    ("POST", "/conflicts"): {"motion_id": str(uuid4())},
    ("GET", "/documents/{document_id}"): {},
    ("GET", "/minutes.pdf"): {},
}
ROUTES = {
    **dict.fromkeys(
        (
            ("GET", "/api/v1/meetings"),
            ("POST", "/api/v1/meetings"),
            *((method, _MEETING) for method in ("GET", "PATCH")),
            *(
                ("GET", f"{_MEETING}/{part}")
                for part in (
                    *("documents/{document_id}", "roll", "live", "minutes"),
                    *("attendance-sheet.pdf", "minutes.pdf"),
                )
            ),
            ("PUT", f"{_MEETING}/agenda"),
            ("PUT", f"{_MEETING}/minutes"),
            *(
                ("POST", f"{_MEETING}/{part}")
                for part in (
                    *(
                        "documents",
                        "roll/refresh",
                        "roll/{roll_id}/link",
                        "convene",
                        "cancel",
                        "open",
                        "adjourn",
                    ),
                    *("close", "arrivals", "departures", "proxies", "motions", "tasks"),
                    *("minutes", "minutes/approve", "minutes/correct"),
                )
            ),
            ("DELETE", f"{_MEETING}/documents/{{document_id}}"),
            ("DELETE", f"{_MEETING}/proxies/{{proxy_id}}"),
            ("PUT", _MOTION),
            *(("POST", f"{_MOTION}/{part}") for part in ("open", "close", "withdraw", "conflicts")),
            ("GET", "/api/v1/meeting-tasks"),
            ("PUT", "/api/v1/meeting-tasks/{task_id}"),
        ),
        (401, 403, 403),
    ),
    ("GET", "/api/v1/me/meetings"): (401, 403, 200),
    **{
        (method, f"{place}{part}"): statuses
        for place, statuses in (
            ("/api/v1/meetings/by-link/{token}", (404, 404, 404)),
            ("/api/v1/me/meetings/{seat_id}", (401, 403, 404)),
        )
        for method, part in _SEAT_ROUTES
    },
}
BODIES = {
    f"{place}{part}": body
    for place in ("/meetings/by-link/{token}", "/me/meetings/{seat_id}")
    for (method, part), body in _SEAT_ROUTES.items()
    if method != "DELETE"
}
