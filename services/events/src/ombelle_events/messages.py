"""What this service does with the messages of the others. Each handler runs in one transaction with the inbox."""

from typing import Final

from ombelle_chassis.audit import forget, record
from ombelle_chassis.idempotency import forget_results
from ombelle_chassis.messages import Message, forget_messages
from ombelle_contracts.messages import AccountErased, OrganisationChanged, OrganisationMerged
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from ombelle_events.applications.following import follow_merge, forget_applicant, hold_applications_of
from ombelle_events.calls.forgetting import forget_coordinator
from ombelle_events.correspondence.forgetting import forget_correspondent
from ombelle_events.decisions.forgetting import forget_decider
from ombelle_events.programme.organisations import OrganisationCopies
from ombelle_events.projects.forgetting import follow_merge as projects_follow_merge
from ombelle_events.projects.forgetting import forget_holder
from ombelle_events.reviews.copies import forget_judge, take_membership, take_team
from ombelle_events.transactions import WITH_OTHERS

ERASED: Final = "erased"
"""Who edited or decided, where that account is no more."""

_FORGET_WHO: Final = (
    text("UPDATE event_local_edit SET edited_by = :erased WHERE edited_by = :account"),
    text("UPDATE feed_conflict SET settled_by = :erased WHERE settled_by = :account"),
    text("UPDATE duplicate_candidate SET settled_by = :erased WHERE settled_by = :account"),
)

# Of an address only its digest is told: every word of the log that looks like one is compared with it.
_FORGET_ADDRESS: Final = text(r"""
UPDATE audit_value SET "values" = NULL, values_salt = NULL WHERE EXISTS (
  SELECT FROM regexp_matches("values"::text, '[^\s"<>(),;:]+@[^\s"<>(),;:]*[[:alnum:]]', 'g') AS found
  WHERE encode(sha256(convert_to(lower(found[1]), 'UTF8')), 'hex') = :digest)
""")


async def take_organisation(session: AsyncSession, message: Message) -> None:
    """Copy an organisation as it is now; the agenda shows its events under its present name."""
    told = OrganisationChanged.model_validate(message.payload)
    await session.execute(text(WITH_OTHERS))
    await OrganisationCopies(session).copy(
        told.organisation_id, name=told.name, version=message.version, merged_into=told.merged_into
    )


async def take_merge(session: AsyncSession, message: Message) -> None:
    """Give the events and applications of an organisation that became another one to that one."""
    told = OrganisationMerged.model_validate(message.payload)
    await session.execute(text(WITH_OTHERS))
    await hold_applications_of(session, told.organisation_id)
    survivor, followed = await OrganisationCopies(session).merge(told.organisation_id, told.into)
    await session.flush()
    applications = await follow_merge(session, told.organisation_id, survivor) if survivor else []
    projects = await projects_follow_merge(session, told.organisation_id, survivor) if survivor else []
    if followed:
        await record(
            session,
            actor="members",
            action="events_followed_merge",
            subject_kind="organisation",
            subject_id=str(told.organisation_id),
            values={"into": survivor, "events": followed},
        )
    if applications:
        await record(
            session,
            actor="members",
            action="applications_followed_merge",
            subject_kind="organisation",
            subject_id=str(told.organisation_id),
            values={"into": survivor, "applications": applications},
        )
    if projects:
        await record(
            session,
            actor="members",
            action="projects_followed_merge",
            subject_kind="organisation",
            subject_id=str(told.organisation_id),
            values={"into": survivor, "projects": projects},
        )


async def take_erasure(session: AsyncSession, message: Message) -> None:
    """Leave nothing that names an account; what it did stays, done by somebody who is no more."""
    told = AccountErased.model_validate(message.payload)
    account = str(told.account_id)
    for statement in _FORGET_WHO:
        await session.execute(statement, {"account": account, "erased": ERASED})
    await forget_applicant(session, account, told.email_digest, erased=ERASED)
    await forget_coordinator(session, account, erased=ERASED)
    await forget_decider(session, account, erased=ERASED)
    await forget_judge(session, told.account_id, erased=ERASED)
    await forget_correspondent(session, account, told.email_digest, erased=ERASED)
    await forget_holder(session, account, told.email_digest, erased=ERASED)
    await forget_results(session, [account])
    await forget_messages(session, [account])
    await forget(session, ids=[account], mentions=[account])
    await session.execute(_FORGET_ADDRESS, {"digest": told.email_digest})


HANDLERS: Final = {
    "organisation.changed": take_organisation,
    "organisation.merged": take_merge,
    "membership.changed": take_membership,
    "team.changed": take_team,
    "account.erased": take_erasure,
}
"""Which messages this service takes, by their types."""
