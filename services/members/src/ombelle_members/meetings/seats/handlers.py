"""The routes of somebody's own place at a meeting: each stands twice, by the token of a link and by an account."""

from collections.abc import Sequence
from datetime import date
from typing import Annotated, Any, Final
from uuid import UUID

from fastapi import APIRouter, Depends, Header, Path, Query, Response
from fastapi.responses import StreamingResponse
from ombelle_chassis.app import SIGNED_IN
from ombelle_chassis.errors import InvalidInput, Unauthenticated
from ombelle_chassis.files.errors import FileNotSafe
from ombelle_chassis.lists import ListQuery
from ombelle_chassis.paging import after, page
from ombelle_chassis.problems import responses_for
from ombelle_chassis.responses import NOT_MODIFIED
from ombelle_chassis.storage import StorageUnavailable

from ombelle_members.context import Context
from ombelle_members.meetings.answers import FILE, PDF, pdf_answer, pulse_headers, pulse_of
from ombelle_members.meetings.attendance.service import AttendanceService
from ombelle_members.meetings.documents.handlers import document_answer
from ombelle_members.meetings.errors import (
    AlreadyPresent,
    BallotRefused,
    BallotTwice,
    ConflictRefused,
    DocumentUnknown,
    MeetingLinkUnknown,
    MinutesUnknown,
    NotNow,
    NotPresent,
    NotTheirVoice,
    PollClosed,
    ProxyRefused,
    ProxyUnknown,
    RollEntryUnknown,
)
from ombelle_members.meetings.live import LiveService
from ombelle_members.meetings.minutes.handlers import recording
from ombelle_members.meetings.motions.conflicts import ConflictService
from ombelle_members.meetings.proxies.service import ProxyService
from ombelle_members.meetings.seats.schemas import (
    Ballot,
    BallotCast,
    MyMeetings,
    MySitting,
    OwnArrival,
    OwnConflict,
    OwnProxy,
)
from ombelle_members.policies import Person, ScopeMissing

router = APIRouter(prefix="/api/v1", tags=["meetings"])
_BALLOTS: Final = (PollClosed, BallotTwice, NotPresent, NotTheirVoice, BallotRefused)
_LINK: Final = "link"
"""Who acts, in the log, by a link."""
Token = Annotated[str, Path(pattern="^[A-Za-z0-9_-]{32,43}$")]
Key = str | tuple[Any, UUID]


def _key_of_link(token: Token) -> Key:
    return token


def _key_of_account(seat_id: UUID, caller: Person) -> Key:
    return caller, seat_id


@router.get(
    "/me/meetings",
    summary="Meetings to which the caller may go in the place of a member, the last first",
    responses=responses_for(Unauthenticated, ScopeMissing),
    openapi_extra=SIGNED_IN,
)
async def my_meetings(asked: Annotated[ListQuery, Query()], context: Context, caller: Person) -> MyMeetings:
    place: Sequence[Any] | None = after(asked, "my-meetings", date.fromisoformat, UUID)
    rows = await LiveService(context.sessions).mine(
        caller, after=None if place is None else (place[0], place[1]), count=asked.limit + 1
    )
    return MyMeetings.model_validate(page(asked, rows, "my-meetings", "held_on", "id"))


def _add_routes(
    prefix: str, key_of: Any, name: str, refusals: tuple[Any, ...], extra: dict[str, Any]
) -> None:
    """Add the routes of a seat. `name` begins the names of their operations."""
    seat_key = Annotated[Key, Depends(key_of)]
    shared: dict[str, Any] = {"openapi_extra": extra}

    async def sitting(
        key: seat_key,
        context: Context,
        response: Response,
        if_none_match: Annotated[str | None, Header()] = None,
    ) -> Any:
        pulse, found = await LiveService(context.sessions).sitting(key, pulse_of(if_none_match))
        if found is None:
            return Response(status_code=304, headers=pulse_headers(pulse))
        response.headers.update(pulse_headers(pulse))
        return found

    async def arrive(key: seat_key, wanted: OwnArrival, context: Context) -> None:
        seat = await LiveService(context.sessions).seat(key)
        await AttendanceService(context.sessions).arrive(_by(key), seat.meeting_id, seat.id, wanted.mode)

    async def leave(key: seat_key, context: Context) -> None:
        seat = await LiveService(context.sessions).seat(key)
        await AttendanceService(context.sessions).leave(_by(key), seat.meeting_id, seat.id)

    async def give_proxy(key: seat_key, wanted: OwnProxy, context: Context) -> None:
        seat = await LiveService(context.sessions).seat(key)
        proxies = ProxyService(context.sessions)
        await proxies.give_proxy(_by(key), seat.meeting_id, seat.id, wanted.holder_id)

    async def withdraw_proxy(key: seat_key, context: Context) -> None:
        seat = await LiveService(context.sessions).seat(key)
        await ProxyService(context.sessions).withdraw_proxy(_by(key), seat.meeting_id, seat.id)

    async def vote(key: seat_key, ballot: Ballot, context: Context, response: Response) -> BallotCast:
        response.headers["cache-control"] = "private, no-store"
        now = await LiveService(context.sessions).vote(
            key, poll_id=ballot.poll_id, voice_id=ballot.voice_id, choices=ballot.choices
        )
        return BallotCast.model_validate(now)

    async def declare_conflict(key: seat_key, wanted: OwnConflict, context: Context) -> None:
        seat = await LiveService(context.sessions).seat(key)
        conflicts = ConflictService(context.sessions)
        await conflicts.declare_conflict(_by(key), seat.meeting_id, wanted.motion_id, seat.id, wanted.reason)

    async def document(key: seat_key, document_id: UUID, context: Context) -> StreamingResponse:
        seat = await LiveService(context.sessions).seat(key)
        return await document_answer(context, seat.meeting_id, document_id)

    async def minutes(key: seat_key, context: Context) -> Response:
        seat = await LiveService(context.sessions).seat(key)
        return pdf_answer(*await recording(context).pdf(seat.meeting_id, None, approved=True))

    def add(path: str, function: Any, method: str, summary: str, *errors: Any, **options: Any) -> None:
        function.__name__ = f"{name}_{function.__name__}"
        responses = {**options.pop("responses", {}), **responses_for(*refusals, *errors)}
        router.add_api_route(
            prefix + path,
            function,
            methods=[method],
            summary=summary,
            responses=responses,
            **shared,
            **options,
        )

    add(
        "",
        sitting,
        "GET",
        "A meeting as it stands, and one's own place at it",
        response_model=MySitting,
        responses=NOT_MODIFIED,
    )
    add(
        "/arrival", arrive, "POST", "Come to a meeting", NotNow, AlreadyPresent, InvalidInput, status_code=204
    )
    add("/departure", leave, "POST", "Leave a meeting", NotNow, NotPresent, InvalidInput, status_code=204)
    add(
        "/proxy",
        give_proxy,
        "PUT",
        "Give one's proxy",
        NotNow,
        ProxyRefused,
        RollEntryUnknown,
        status_code=204,
    )
    add("/proxy", withdraw_proxy, "DELETE", "Take one's proxy back", NotNow, ProxyUnknown, status_code=204)
    add("/ballots", vote, "POST", "Cast a ballot, one's own or by a proxy", *_BALLOTS)
    add(
        "/conflicts",
        declare_conflict,
        "POST",
        "Declare a conflict of interest on a motion",
        NotNow,
        ConflictRefused,
        status_code=204,
    )
    add(
        "/documents/{document_id}", document, "GET", "A document of the meeting", DocumentUnknown, FileNotSafe,
        StorageUnavailable, response_class=StreamingResponse, responses=FILE,
    )  # fmt: skip
    add(
        "/minutes.pdf",
        minutes,
        "GET",
        "The minutes that were approved",
        MinutesUnknown,
        response_class=Response,
        responses=PDF,
    )


def _by(key: Key) -> Any:
    return _LINK if isinstance(key, str) else key[0]


_add_routes("/meetings/by-link/{token}", _key_of_link, "link", (MeetingLinkUnknown,), {})
_add_routes(
    "/me/meetings/{seat_id}",
    _key_of_account,
    "my",
    (Unauthenticated, ScopeMissing, RollEntryUnknown),
    SIGNED_IN,
)
