"""What becomes of applications when the directory merges two organisations, or when somebody is erased."""

from typing import Any, Final
from uuid import UUID

from sqlalchemy import select, text
from sqlalchemy.ext.asyncio import AsyncSession

from ombelle_events.applications.definitions import definition_of
from ombelle_events.applications.seeing import touch
from ombelle_events.applications.store import ApplicationStore
from ombelle_events.applications.tables import ApplicationRow

# Held before the directory's copy, as every use case holds them: two who do never wait for one another.
_HOLD: Final = text("""
SELECT a.id FROM application a WHERE a.organisation_id = :gone
  OR EXISTS (SELECT FROM application_party p WHERE p.application_id = a.id AND p.organisation_id = :gone)
ORDER BY a.id FOR NO KEY UPDATE
""")
# The trigger `application_lead_follows` brings the lead among the parties along.
_LEAD: Final = text("""
UPDATE application SET organisation_id = :into, version = version + 1, updated_at = now()
WHERE organisation_id = :gone RETURNING id
""")
# Of one that took part twice, the higher role stays, and what either of the two accepted.
_JOIN: Final = text("""
WITH gone AS (
  DELETE FROM application_party g USING application_party k
  WHERE g.organisation_id = :gone AND k.organisation_id = :into AND k.application_id = g.application_id
  RETURNING g.*
)
UPDATE application_party k SET
  role = CASE WHEN g.role = 'co_holder' OR k.role = 'co_holder' THEN 'co_holder'
    WHEN g.role = 'partner' OR k.role = 'partner' THEN 'partner' ELSE k.role END,
  may_edit = k.may_edit OR g.may_edit,
  accepted_at = coalesce(k.accepted_at, g.accepted_at),
  refused_at = CASE WHEN coalesce(k.accepted_at, g.accepted_at) IS NULL THEN k.refused_at END
FROM gone g WHERE k.application_id = g.application_id AND k.organisation_id = :into AND k.role <> 'lead'
""")
_PARTIES: Final = text("UPDATE application_party SET organisation_id = :into WHERE organisation_id = :gone")
_TRANSFERS: Final = text(
    "UPDATE application_transfer SET to_organisation_id = :into WHERE to_organisation_id = :gone"
)
# What was offered to whom it belongs to now is settled.
_SETTLE: Final = text("""
UPDATE application_transfer t SET settled_at = now(), settled_by = 'members', outcome = 'withdrawn'
FROM application a WHERE a.id = t.application_id AND t.settled_at IS NULL AND t.to_organisation_id = a.organisation_id
  AND a.organisation_id = :into
""")

_FORGET_WHO: Final = (
    text("UPDATE application SET created_by = :erased WHERE created_by = :account"),
    text("UPDATE application SET submitted_by = :erased WHERE submitted_by = :account"),
    text("UPDATE application_party SET invited_by = :erased WHERE invited_by = :account"),
    text("UPDATE application_transfer SET asked_by = :erased WHERE asked_by = :account"),
    text("UPDATE application_transfer SET settled_by = :erased WHERE settled_by = :account"),
    text("UPDATE application_entry SET actor = :erased WHERE actor = :account"),
)
_ADDRESS: Final = r"""[^\s"<>(),;:\\]+@[^\s"<>(),;:\\]*[[:alnum:]]"""
_NAMED: Final = text(rf"""
SELECT DISTINCT a.id, found[1] AS address FROM application a
LEFT JOIN application_entry n ON n.application_id = a.id
CROSS JOIN LATERAL regexp_matches(concat(a.answers, n.changes), '{_ADDRESS}', 'g') AS found
WHERE encode(sha256(convert_to(lower(found[1]), 'UTF8')), 'hex') = :digest
ORDER BY a.id
""")  # noqa: S608 (a pattern of ours)
_FORGET_CHANGES: Final = text("""
UPDATE application_entry SET changes = (
  SELECT coalesce(jsonb_agg(CASE WHEN c.value ->> 'pointer' = ANY (:pointers)
      THEN c.value || '{"before": null, "after": null}'
      ELSE CAST(replace(CAST(c.value AS text), :address, '') AS jsonb) END ORDER BY c.place), '[]')
  FROM jsonb_array_elements(changes) WITH ORDINALITY AS c (value, place))
WHERE application_id = :id
""")


async def hold_applications_of(session: AsyncSession, gone: UUID) -> None:
    """Hold the applications of an organisation that is about to become another one, before its copy is held."""
    await session.execute(_HOLD, {"gone": gone})


async def follow_merge(session: AsyncSession, gone: UUID, into: UUID) -> list[UUID]:
    """Give what an organisation holds and takes part in to the one that it became; return the ids of what it held."""
    values = {"gone": gone, "into": into}
    held = list(await session.scalars(_LEAD, values))
    for statement in (_JOIN, _PARTIES, _TRANSFERS, _SETTLE):
        await session.execute(statement, values)
    return held


async def forget_applicant(session: AsyncSession, account: str, email_digest: str, *, erased: str) -> None:
    """Leave nothing in applications that names an account, by its id or by its address.

    Where an application gave the address as its contact's, the contact's name goes too. What the dossier says else, and
    how many there are, stays.

    Args:
        session: in the transaction that erases.
        account: the account's id.
        email_digest: SHA-256, in hexadecimal, of its case-folded address.
        erased: who did what they did, from now on.

    """
    await session.execute(text("SET LOCAL ombelle.erasing = 'on'"))
    for statement in _FORGET_WHO:
        await session.execute(statement, {"account": account, "erased": erased})
    for row in (await session.execute(_NAMED, {"digest": email_digest})).all():
        await _forget_address(session, row.id, row.address)
    await session.execute(text("SET LOCAL ombelle.erasing = 'off'"))


async def _forget_address(session: AsyncSession, application_id: UUID, address: str) -> None:
    application = await session.scalar(
        select(ApplicationRow)
        .where(ApplicationRow.id == application_id)
        .with_for_update(key_share=True)
        .execution_options(populate_existing=True)
    )
    if application is None:
        return
    definition = await definition_of(session, application.form_version_id)
    contacts = [
        field.id for purpose in ("contact_name", "contact_email") if (field := definition.of_purpose(purpose))
    ]
    email = definition.of_purpose("contact_email")
    is_contact = email is not None and str(application.answers.get(email.id, "")).lower() == address.lower()
    gone = contacts if is_contact else []
    kept = {name: _without(value, address) for name, value in application.answers.items() if name not in gone}
    touch(application)
    changed = [name for name, value in application.answers.items() if kept.get(name) != value]
    application.field_versions = {
        **application.field_versions,
        **dict.fromkeys(changed, application.version),
    }
    await ApplicationStore(session).write_answers(application, definition, kept)
    pointers = [f"/answers/{name}" for name in contacts]
    await session.execute(_FORGET_CHANGES, {"id": application_id, "address": address, "pointers": pointers})


def _without(value: Any, address: str) -> Any:
    """Return a value without an address, however deep it stands."""
    if isinstance(value, str):
        return value.replace(address, "")
    if isinstance(value, list):
        return [_without(one, address) for one in value]
    if isinstance(value, dict):
        return {name: _without(one, address) for name, one in value.items()}
    return value
