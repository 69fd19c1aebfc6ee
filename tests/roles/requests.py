"""What is asked of each operation: of which object, with what body.

Objects exist, so that a 404 says « not yours to know of » and nothing else. Bodies get as far as authorisation and no
further where going further would harm: a version that is not there, an end that is not yours to make twice. What a
caller who may does destroy is made for that caller alone.
"""

from typing import Any
from uuid import UUID

from roles.asks import STALE, Ask
from roles.directory_asks import DIRECTORY_ASKS
from roles.elections_asks import ELECTIONS_ASKS
from roles.fees_asks import FEES_ASKS
from roles.governance_asks import GOVERNANCE_ASKS
from roles.loans_asks import LOANS_ASKS
from roles.meetings_asks import MEETINGS_ASKS
from roles.members_asks import MEMBERS_ASKS
from roles.table import PEOPLE, YES, Row
from roles.world import WEBHOOK, World


def beyond(row: Row) -> str:
    """Return the code of the 404 that tells that this operation was let in."""
    return ASKS.get(row.operation, Ask()).beyond


async def prepared(row: Row, world: World, caller: str) -> tuple[str, dict[str, str], Any]:
    """Return the path that this caller asks, its parameters replaced, what they present, and the body."""
    ask, may = ASKS.get(row.operation, Ask()), row.cells[caller] == YES
    values = world.ids | {name: value.format_map(world.ids) for name, value in ask.path.items()}
    if ask.fresh and may:
        values |= await ask.fresh(world, caller)
    body = ask.body | {ask.named: values[ask.named]} if ask.named else ask.body
    if ask.uses_session and caller in PEOPLE:
        async with await world.new_session(caller) as browser:
            headers = browser.presented()
    else:
        headers = dict(world.callers.headers(caller, row.scope))
    return row.path.format_map(values) + ask.query, headers | dict(ask.headers), body


_DOSSIER = "/api/v1/applications/{application_id}"
_FILE = f"{_DOSSIER}/attachments/{{attachment_id}}"
_OF = "/api/v1/organisations/{organisation_id}"
_BATCH = "/api/v1/decision-batches/{batch_id}"
_NO_BATCH = "decision_batch_unknown"
_CALL = "/api/v1/calls/{call_id}"
_NEVER = {"If-Match": '"v999"'}  # a version that nothing of a call has: 0 is that of what is not begun
_TEXT = {"kind": "mail", "key": "labelled"}
_REVIEWED = "/api/v1/calls/{call_id}"
_MINE = "/api/v1/applications/{application_id}/reviews/mine"
_SESSION = {"session_id": "{event_session_id}"}
_OFFER = {"invitation_id": "{stand_invitation_id}"}
_NO_YEAR = {"year": "1991"}
_AT, _UNTIL = "2031-10-04T08:00:00Z", "2031-10-04T09:00:00Z"
ASKS: dict[str, Ask] = {
    # calls: one that is online, with a code
    "POST /api/v1/calls": Ask(body={}),
    f"PATCH {_CALL}": Ask(body={"title": "Autrement"}, headers=_NEVER),
    f"POST {_CALL}/access-codes": Ask(body={}),
    f"POST {_CALL}/archive": Ask(fresh=World.new_call),
    f"PUT {_CALL}/criteria": Ask(body={"items": []}, headers=_NEVER),
    f"PUT {_CALL}/form/draft": Ask(body={"definition": {"sections": []}}, headers=_NEVER),
    f"POST {_CALL}/form/publish": Ask(headers=_NEVER),
    f"GET {_CALL}/templates/{{kind}}/{{key}}": Ask(path=_TEXT),
    f"PUT {_CALL}/templates/{{kind}}/{{key}}": Ask(
        path=_TEXT, body={"subject": "Bonjour", "body": "Bonjour"}, headers=_NEVER
    ),
    f"POST {_CALL}/templates/{{kind}}/{{key}}/preview": Ask(
        path=_TEXT, body={"subject": "Bonjour", "body": "Bonjour"}
    ),
    # events: the desk, and an event of the organisation here
    "POST /api/v1/feeds": Ask(body={}),
    "PATCH /api/v1/feeds/{name}": Ask(body={"unknown": 1}),
    "DELETE /api/v1/feeds/{name}": Ask(fresh=World.new_feed),
    "GET /api/v1/feeds/{name}/records/{external_id}": Ask(path={"name": "national"}),
    "POST /api/v1/feeds/{name}/conflicts/settle": Ask(body={}),
    "POST /api/v1/feeds/{name}/conflicts/{conflict_id}/settle": Ask(body={}),
    "POST /api/v1/duplicates/{duplicate_id}/link": Ask(body={}),
    "PATCH /api/v1/events/{event_id}": Ask(body={"title": "Titre"}, headers=STALE),
    "POST /api/v1/dead-letters/events/{delivery_id}/replay": Ask(beyond="dead_letter_unknown"),
    # events: decisions; no batch is there, since what is applied stays for good
    "POST /api/v1/decision-batches": Ask(body={}),
    f"GET {_BATCH}": Ask(beyond=_NO_BATCH),
    f"PATCH {_BATCH}": Ask(body={"title": "Titre"}, headers=STALE, beyond=_NO_BATCH),
    f"POST {_BATCH}/apply": Ask(body={"version": 1}, beyond=_NO_BATCH),
    f"GET {_BATCH}/candidates": Ask(beyond=_NO_BATCH),
    f"POST {_BATCH}/discard": Ask(beyond=_NO_BATCH),
    f"POST {_BATCH}/items": Ask(
        body={"items": [{"application_id": str(UUID(int=1)), "decision": "labelled"}]}, beyond=_NO_BATCH
    ),
    f"PUT {_BATCH}/items/{{application_id}}": Ask(
        body={"decision": "labelled"}, headers=STALE, beyond=_NO_BATCH
    ),
    f"DELETE {_BATCH}/items/{{application_id}}": Ask(headers=STALE, beyond=_NO_BATCH),
    f"GET {_BATCH}/items/{{application_id}}/letter.pdf": Ask(beyond=_NO_BATCH),
    f"GET {_BATCH}/letters.pdf": Ask(beyond=_NO_BATCH),
    f"GET {_BATCH}/minutes.pdf": Ask(beyond=_NO_BATCH),
    f"POST {_BATCH}/preview": Ask(beyond=_NO_BATCH),
    # events: a draft of the organisation here, with somebody named who takes part; nobody is asked, nothing is offered
    "POST /api/v1/applications": Ask(
        body={"call_id": str(UUID(int=1))}, named="organisation_id", beyond="call_unknown"
    ),
    "PATCH /api/v1/applications/{application_id}": Ask(body={"answers": {}}, headers=STALE),
    "DELETE /api/v1/applications/{application_id}": Ask(fresh=World.new_application),
    f"POST {_DOSSIER}/access-code": Ask(body={"access_code": "AUCUN-CODE"}),
    f"POST {_DOSSIER}/parties": Ask(body={"role": "partner", "organisation_id": str(UUID(int=1))}),
    f"PATCH {_DOSSIER}/parties/{{party_id}}": Ask(body={}),
    f"DELETE {_DOSSIER}/parties/{{party_id}}": Ask(fresh=World.new_application),
    f"POST {_DOSSIER}/renew": Ask(body={"call_id": str(UUID(int=1))}, beyond="call_unknown"),
    f"POST {_DOSSIER}/transfer": Ask(body={"organisation_id": str(UUID(int=1))}),
    f"DELETE {_DOSSIER}/transfer": Ask(beyond="transfer_unknown"),
    f"POST {_DOSSIER}/withdraw": Ask(body={"reason": "Essai"}, fresh=World.new_application),
    "GET /api/v1/applications/{application_id}/letter.pdf": Ask(beyond="letter_unknown"),
    # events: reviews; nobody sits in a committee, and nothing is assigned
    f"GET {_REVIEWED}/committee": Ask(beyond="call_unknown"),
    f"PUT {_REVIEWED}/committee": Ask(body={"items": []}, headers=STALE, beyond="call_unknown"),
    f"POST {_REVIEWED}/assignments": Ask(body={}),
    f"POST {_REVIEWED}/assignments/preview": Ask(body={}, beyond="call_unknown"),
    f"POST {_REVIEWED}/assignments/mails/preview": Ask(body={}),
    f"POST {_CALL}/bulk": Ask(body={}),
    f"POST {_CALL}/bulk/preview": Ask(body={}),
    f"GET {_REVIEWED}/review-progress": Ask(beyond="call_unknown"),
    f"POST {_REVIEWED}/review-reminders": Ask(body={}, beyond="call_unknown"),
    f"POST {_REVIEWED}/review-reminders/preview": Ask(body={}, beyond="call_unknown"),
    "DELETE /api/v1/assignments/{application_id}/{account_id}": Ask(beyond="assignment_unknown"),
    "POST /api/v1/conflicts-of-interest": Ask(body={}),
    "POST /api/v1/conflicts-of-interest/{conflict_id}/dismiss": Ask(
        body={"reason": "Vu"}, beyond="conflict_unknown"
    ),
    f"PUT {_MINE}": Ask(body={}, headers=STALE),
    f"POST {_MINE}/recuse": Ask(body={"reason": "Trop proche"}),
    # events: the programme, written by its holders; no edition is of that year, so that nothing of the stack's is changed
    "POST /api/v1/events": Ask(body={}),
    "POST /api/v1/events/{event_id}/sessions": Ask(body={"starts_at": _AT, "ends_at": _UNTIL}),
    "POST /api/v1/events/{event_id}/stands": Ask(
        body={"organisation_id": str(UUID(int=1)), "title": "Stand"}
    ),
    "PATCH /api/v1/sessions/{session_id}": Ask(path=_SESSION, body={"capacity": 3}, headers=STALE),
    "DELETE /api/v1/sessions/{session_id}": Ask(path=_SESSION, fresh=World.new_event_session),
    "POST /api/v1/sessions/{session_id}/cancel": Ask(path=_SESSION, body={"reason": "Orage"}),
    "POST /api/v1/sessions/{session_id}/postpone": Ask(path=_SESSION, body={"reason": "Orage"}),
    "POST /api/v1/sessions/{session_id}/move-online": Ask(path=_SESSION, body={"reason": "Orage"}),
    "POST /api/v1/sessions/{session_id}/reinstate": Ask(path=_SESSION),
    "POST /api/v1/sessions/{session_id}/reschedule": Ask(
        path=_SESSION, body={"reason": "Orage", "starts_at": _AT, "ends_at": _UNTIL}
    ),
    "POST /api/v1/venues": Ask(body={}),
    "PATCH /api/v1/venues/{venue_id}": Ask(body={"name": "Salle"}, headers=STALE),
    "POST /api/v1/change-proposals/{proposal_id}/approve": Ask(body={}),
    "POST /api/v1/change-proposals/{proposal_id}/reject": Ask(body={"reason": "Non"}),
    "POST /api/v1/editions": Ask(body={}),
    "PATCH /api/v1/editions/{year}": Ask(path=_NO_YEAR, body={}, headers=STALE, beyond="edition_unknown"),
    "PUT /api/v1/editions/{year}/edit-policy": Ask(
        path=_NO_YEAR, body={"rules": []}, headers=STALE, beyond="edition_unknown"
    ),
    "POST /api/v1/editions/{year}/publish": Ask(path=_NO_YEAR, body={}, beyond="edition_unknown"),
    "POST /api/v1/editions/{year}/publish/preview": Ask(path=_NO_YEAR, body={}, beyond="edition_unknown"),
    "GET /api/v1/editions/{year}/load": Ask(path=_NO_YEAR, beyond="edition_unknown"),
    "GET /api/v1/editions/{year}/not-entered": Ask(path=_NO_YEAR, beyond="edition_unknown"),
    "POST /api/v1/editions/{year}/not-entered/reminders": Ask(
        path=_NO_YEAR, body={}, beyond="edition_unknown"
    ),
    "POST /api/v1/editions/{year}/not-entered/reminders/preview": Ask(
        path=_NO_YEAR, body={}, beyond="edition_unknown"
    ),
    "POST /api/v1/editions/{year}/confirmation-reminders": Ask(
        path=_NO_YEAR, body={}, beyond="edition_unknown"
    ),
    "POST /api/v1/editions/{year}/confirmation-reminders/preview": Ask(
        path=_NO_YEAR, body={}, beyond="edition_unknown"
    ),
    "DELETE /api/v1/stand-invitations/{invitation_id}": Ask(path=_OFFER),
    "POST /api/v1/stand-invitations/{invitation_id}/acceptance": Ask(path=_OFFER),
    "POST /api/v1/stand-invitations/{invitation_id}/refusal": Ask(path=_OFFER),
    "PATCH /api/v1/projects/{project_id}": Ask(body={"title": "Titre"}, headers=STALE),
    "POST /api/v1/projects/{project_id}/cancel": Ask(body={"reason": "Orage"}),
    "POST /api/v1/projects/{project_id}/publish": Ask(body={}),
    "POST /api/v1/projects/{project_id}/publish/preview": Ask(body={}),
    f"GET {_FILE}": Ask(beyond="attachment_unknown"),
    f"POST {_DOSSIER}/messages": Ask(body={"text": "Bonjour"}),
    f"POST {_DOSSIER}/messages/read": Ask(body={}),
    f"POST {_DOSSIER}/request-changes": Ask(
        body={"reason": "incomplete", "message": "Le budget", "field_ids": ["unknown"]}
    ),
    f"PATCH {_DOSSIER}/change-requests/{{request_id}}": Ask(
        body={"due_on": None}, beyond="change_request_unknown"
    ),
    # webhooks of the organisation here
    "POST /api/v1/webhooks": Ask(body=WEBHOOK, named="organisation_id"),
    "PATCH /api/v1/webhooks/{webhook_id}": Ask(body={"name": "Autrement"}, headers=STALE),
    "DELETE /api/v1/webhooks/{webhook_id}": Ask(fresh=World.new_webhook),
    "POST /api/v1/webhooks/{webhook_id}/deliveries/{delivery_id}/replay": Ask(
        beyond="webhook_delivery_unknown"
    ),
    # the gateway: coming in, oneself, tokens, mail
    "POST /api/v1/sign-in/links": Ask(body={"email": "personne@roles.example"}),
    "POST /api/v1/sign-in": Ask(body={"token": "x" * 43}),
    "POST /api/v1/sign-in/passkey": Ask(body={}),
    "GET /api/v1/sign-in/oidc/{provider}": Ask(path={"provider": "nobody"}, beyond="provider_unknown"),
    "GET /api/v1/sign-in/oidc/{provider}/callback": Ask(
        path={"provider": "nobody"}, beyond="provider_unknown"
    ),
    "POST /api/v1/demo/sign-in": Ask(body={"key": "newcomer"}, uses_session=True),
    "GET /api/v1/demo/mails/{mail_id}": Ask(path={"mail_id": "0" * 16}, beyond="mail_not_found"),
    "GET /api/v1/erasures/{number}": Ask(path={"number": "0"}, beyond="erasure_not_found"),
    "PATCH /api/v1/me": Ask(body={"name": "Autrement"}, headers=STALE),
    "POST /api/v1/me/email": Ask(body={}),
    "POST /api/v1/me/email/confirmation": Ask(body={"token": "x" * 43}),
    "POST /api/v1/me/erase": Ask(body={"confirm": "personne@roles.example"}),
    "POST /api/v1/me/passkeys": Ask(body={}),
    "PATCH /api/v1/me/passkeys/{passkey_id}": Ask(body={}),
    "DELETE /api/v1/me/passkeys/{passkey_id}": Ask(beyond="passkey_unknown"),
    "DELETE /api/v1/me/sessions/current": Ask(uses_session=True),
    "DELETE /api/v1/me/sessions/{session_id}": Ask(fresh=World.new_session_id),
    "POST /api/v1/tokens": Ask(body={}),
    "DELETE /api/v1/tokens/{token_id}": Ask(fresh=World.new_token),
    "POST /api/v1/mails/previews": Ask(body={}),
    "POST /api/v1/dead-letters/gateway/{delivery_id}/replay": Ask(beyond="dead_letter_unknown"),
    # members: the organisation here, its people, what is said of it
    "POST /api/v1/organisations": Ask(body={}),
    f"PATCH {_OF}": Ask(body={"description": "Autrement"}, headers=STALE),
    f"GET {_OF}/membership": Ask(query="?on=2027-10-04"),
    f"PATCH {_OF}/memberships/{{membership_id}}": Ask(
        path={"membership_id": "{editor_membership_id}"}, body={"role": "editor"}
    ),
    f"DELETE {_OF}/memberships/{{membership_id}}": Ask(fresh=World.new_membership),
    f"POST {_OF}/invitations": Ask(body={"email": "invitee@roles.example", "role": "editor"}),
    f"POST {_OF}/invitations/preview": Ask(body={"email": "invitee@roles.example", "role": "editor"}),
    f"DELETE {_OF}/invitations/{{invitation_id}}": Ask(fresh=World.new_invitation),
    f"POST {_OF}/join-requests": Ask(body={"message": "Bonjour"}),
    # decided once, it is decided for those who may as well
    f"POST {_OF}/join-requests/{{request_id}}/acceptance": Ask(
        path={"request_id": "{request_to_accept}"}, body={"role": "editor"}
    ),
    f"POST {_OF}/join-requests/{{request_id}}/refusal": Ask(
        path={"request_id": "{request_to_refuse}"}, body={"reason": "Non"}
    ),
    "DELETE /api/v1/me/join-requests/{request_id}": Ask(fresh=World.new_own_request),
    "POST /api/v1/me/invitations/{invitation_id}/acceptance": Ask(fresh=World.new_own_invitation),
    "DELETE /api/v1/me/invitations/{invitation_id}": Ask(fresh=World.new_own_invitation),
    "POST /api/v1/invitations/acceptances": Ask(body={"token": "x" * 43}, beyond="invitation_unknown"),
    f"POST {_OF}/notes": Ask(body={}),
    f"PATCH {_OF}/notes/{{note_id}}": Ask(body={"text": "Autrement"}, headers=STALE),
    f"DELETE {_OF}/notes/{{note_id}}": Ask(fresh=World.new_note),
    f"POST {_OF}/contacts": Ask(body={"name": "Achille", "function": "Trésorier"}),
    f"PATCH {_OF}/contacts/{{contact_id}}": Ask(body={"name": "Autrement"}, headers=STALE),
    f"DELETE {_OF}/contacts/{{contact_id}}": Ask(fresh=World.new_contact),
    f"POST {_OF}/merge": Ask(body={}),
    f"POST {_OF}/merge/preview": Ask(body={}),
    "POST /api/v1/dead-letters/members/{delivery_id}/replay": Ask(beyond="dead_letter_unknown"),
    **LOANS_ASKS,
    **MEMBERS_ASKS,
    **DIRECTORY_ASKS,
    **ELECTIONS_ASKS,
    **FEES_ASKS,
    **GOVERNANCE_ASKS,
    **MEETINGS_ASKS,
}
