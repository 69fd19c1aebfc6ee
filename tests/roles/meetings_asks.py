"""What is asked of the operations of meetings: no meeting is there, and nobody has a place at one."""

from roles.asks import NO_ID, STALE, Ask

_MEETING = "/api/v1/meetings/{meeting_id}"
_MOTION = "/api/v1/motions/{motion_id}"
_LINK = "/api/v1/meetings/by-link/{token}"
_SEAT = "/api/v1/me/meetings/{seat_id}"
_NO_MEETING, _NO_MOTION = {"meeting_id": NO_ID}, {"motion_id": NO_ID}
_NO_DOCUMENT = {**_NO_MEETING, "document_id": NO_ID}
_NO_ROLL = {**_NO_MEETING, "roll_id": NO_ID}
_NO_LINK, _NO_SEAT = {"token": "x" * 32}, {"seat_id": NO_ID}
_UNKNOWN, _NO_PLACE = "meeting_unknown", "meeting_link_unknown"
_SOMEBODY, _PROXY = {"roll_id": NO_ID}, {"giver_id": NO_ID, "holder_id": NO_ID}
_BALLOT = {"poll_id": NO_ID, "voice_id": NO_ID, "choices": []}
_TEXT, _DAY, _WHY = {"text": "Rien."}, {"approved_on": "2020-02-29"}, {"correction": "Un nom."}

MEETINGS_ASKS: dict[str, Ask] = {
    "POST /api/v1/meetings": Ask(body={}),
    f"GET {_MEETING}": Ask(_NO_MEETING, beyond=_UNKNOWN),
    f"PATCH {_MEETING}": Ask(_NO_MEETING, {}, STALE, beyond=_UNKNOWN),
    f"PUT {_MEETING}/agenda": Ask(_NO_MEETING, {"items": []}, STALE, beyond=_UNKNOWN),
    f"POST {_MEETING}/documents": Ask(_NO_MEETING, {}, beyond=_UNKNOWN),
    f"GET {_MEETING}/documents/{{document_id}}": Ask(_NO_DOCUMENT, beyond="meeting_document_unknown"),
    f"DELETE {_MEETING}/documents/{{document_id}}": Ask(_NO_DOCUMENT, beyond=_UNKNOWN),
    f"GET {_MEETING}/roll": Ask(_NO_MEETING, beyond=_UNKNOWN),
    f"POST {_MEETING}/roll/refresh": Ask(_NO_MEETING, beyond=_UNKNOWN),
    f"POST {_MEETING}/roll/{{roll_id}}/link": Ask(_NO_ROLL, beyond=_UNKNOWN),
    f"POST {_MEETING}/convene": Ask(_NO_MEETING, {}, beyond=_UNKNOWN),
    f"GET {_MEETING}/attendance-sheet.pdf": Ask(_NO_MEETING, beyond=_UNKNOWN),
    f"POST {_MEETING}/cancel": Ask(_NO_MEETING, {"reason": "Orage"}, beyond=_UNKNOWN),
    f"POST {_MEETING}/open": Ask(_NO_MEETING, beyond=_UNKNOWN),
    f"POST {_MEETING}/adjourn": Ask(_NO_MEETING, {"held_on": "2020-02-29"}, beyond=_UNKNOWN),
    f"POST {_MEETING}/close": Ask(_NO_MEETING, beyond=_UNKNOWN),
    f"GET {_MEETING}/live": Ask(_NO_MEETING, beyond=_UNKNOWN),
    f"POST {_MEETING}/arrivals": Ask(_NO_MEETING, _SOMEBODY, beyond=_UNKNOWN),
    f"POST {_MEETING}/departures": Ask(_NO_MEETING, _SOMEBODY, beyond=_UNKNOWN),
    f"POST {_MEETING}/proxies": Ask(_NO_MEETING, _PROXY, beyond=_UNKNOWN),
    f"DELETE {_MEETING}/proxies/{{proxy_id}}": Ask(
        {**_NO_MEETING, "proxy_id": NO_ID}, beyond="proxy_unknown"
    ),
    f"POST {_MEETING}/motions": Ask(_NO_MEETING, {"title": "Rien"}, beyond=_UNKNOWN),
    f"PUT {_MOTION}": Ask(_NO_MOTION, {"title": "Rien"}, STALE, beyond="motion_unknown"),
    f"POST {_MOTION}/open": Ask(_NO_MOTION, beyond="motion_unknown"),
    f"POST {_MOTION}/close": Ask(_NO_MOTION, {}, beyond="motion_unknown"),
    f"POST {_MOTION}/withdraw": Ask(_NO_MOTION, beyond="motion_unknown"),
    f"POST {_MOTION}/conflicts": Ask(_NO_MOTION, _SOMEBODY, beyond="motion_unknown"),
    f"GET {_MEETING}/minutes": Ask(_NO_MEETING, beyond=_UNKNOWN),
    f"POST {_MEETING}/minutes": Ask(_NO_MEETING, beyond=_UNKNOWN),
    f"PUT {_MEETING}/minutes": Ask(_NO_MEETING, _TEXT, STALE, beyond=_UNKNOWN),
    f"POST {_MEETING}/minutes/approve": Ask(_NO_MEETING, _DAY, beyond=_UNKNOWN),
    f"POST {_MEETING}/minutes/correct": Ask(_NO_MEETING, _WHY, beyond=_UNKNOWN),
    f"GET {_MEETING}/minutes.pdf": Ask(_NO_MEETING, beyond=_UNKNOWN),
    f"POST {_MEETING}/tasks": Ask(_NO_MEETING, {"what": "Rien"}, beyond=_UNKNOWN),
    "PUT /api/v1/meeting-tasks/{task_id}": Ask(
        {"task_id": NO_ID}, {"what": "Rien"}, STALE, beyond="meeting_task_unknown"
    ),
    **{
        f"{operation.replace('…', place)}": Ask(
            {**path, **({"document_id": NO_ID} if "document_id" in operation else {})}, body, beyond=beyond
        )
        for place, path, beyond in ((_LINK, _NO_LINK, _NO_PLACE), (_SEAT, _NO_SEAT, ""))
        for operation, body in (
            ("GET …", None),
            ("POST …/arrival", {}),
            ("POST …/departure", None),
            ("PUT …/proxy", {"holder_id": NO_ID}),
            ("DELETE …/proxy", None),
            ("POST …/ballots", _BALLOT),
            ("POST …/conflicts", {"motion_id": NO_ID}),
            ("GET …/documents/{document_id}", None),
            ("GET …/minutes.pdf", None),
        )
    },
}
