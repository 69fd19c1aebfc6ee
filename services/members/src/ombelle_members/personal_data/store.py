from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Uuid, bindparam, select, text
from sqlalchemy.ext.asyncio import AsyncSession

from ombelle_members.days import today_in_paris
from ombelle_members.organisations.tables import MembershipRow, OrganisationRow
from ombelle_members.persons.store import account_digest
from ombelle_members.persons.tables import PersonRow

_ACCOUNT: Final = bindparam("account", type_=Uuid)
_PERSON: Final = bindparam("person", type_=Uuid)

# SHA-256 of an address in lower case, as it is told of an account that was erased.
_TOUCHED: Final = text("""
SELECT organisation_id FROM membership m JOIN person p ON p.id = m.person_id
WHERE p.account_id = :account AND m.ended_at IS NULL
UNION SELECT organisation_id FROM join_request j JOIN person p ON p.id = j.person_id WHERE p.account_id = :account
UNION SELECT organisation_id FROM invitation WHERE email_digest = :digest
UNION SELECT organisation_id FROM contact WHERE email_digest = :digest
UNION SELECT id FROM organisation WHERE encode(sha256(convert_to(lower(email), 'UTF8')), 'hex') = :digest
""").bindparams(_ACCOUNT)
_SITS: Final = text("SELECT person_sits(:person, :on)").bindparams(_PERSON)
_ERASE: Final = (
    text("""
    UPDATE invitation SET email = NULL, email_digest = NULL, message = NULL, token_digest = NULL,
      state = CASE state WHEN 'waiting' THEN 'cancelled' ELSE state END, settled_at = coalesce(settled_at, now())
    WHERE email_digest = :digest
    """),
    text("UPDATE invitation SET message = NULL WHERE created_by = :person").bindparams(_PERSON),
    text("""
    UPDATE join_request SET message = NULL, reason = NULL,
      state = CASE state WHEN 'waiting' THEN 'withdrawn' ELSE state END, settled_at = coalesce(settled_at, now())
    WHERE person_id = :person
    """).bindparams(_PERSON),
    text("DELETE FROM contact WHERE email_digest = :digest"),
    text("DELETE FROM membership_application WHERE email_digest = :digest AND settled_at IS NULL"),
    text("""
    UPDATE membership_application SET name = NULL, email = NULL, email_digest = NULL, phone = NULL, capacity = NULL,
      message = NULL, question = NULL, answer = NULL, reason = NULL, token_digest = NULL WHERE email_digest = :digest
    """),
    # Known by the address alone, and never told to be the account's.
    text("""
    UPDATE person SET email = NULL, email_digest = NULL, name = CASE
      WHEN person_sits(id, (now() AT TIME ZONE 'Europe/Paris')::date) THEN name ELSE 'Personne effacée' END
    WHERE email_digest = :digest AND account_id IS NULL
    """),
    text("""
    UPDATE directory_correction SET email = NULL, message = NULL, answer = NULL
    WHERE person_id = :person OR encode(sha256(convert_to(lower(email), 'UTF8')), 'hex') = :digest
    """).bindparams(_PERSON),
    # What the form asked of them: a declaration that was sent says their name alone.
    text("DELETE FROM officer_details WHERE person_id = :person").bindparams(_PERSON),
    text("""
    UPDATE candidacy SET statement = NULL
    WHERE statement IS NOT NULL AND member_id IN (SELECT id FROM member WHERE person_id = :person)
    """).bindparams(_PERSON),
    # What a sitting decided stands; the roll says no more who came for the member.
    text("""
    UPDATE meeting_roll SET email = NULL, token_digest = NULL, representative_name = NULL, name = CASE
      WHEN member_id IN (SELECT id FROM member WHERE person_id = :person) THEN 'Personne effacée' ELSE name END
    WHERE person_id = :person OR encode(sha256(convert_to(lower(email), 'UTF8')), 'hex') = :digest
    """).bindparams(_PERSON),
    text("""
    UPDATE meeting_notice_recipient SET email = NULL
    WHERE encode(sha256(convert_to(lower(email), 'UTF8')), 'hex') = :digest
    """),
    text("""
    UPDATE meeting SET staff_voter_name = NULL, staff_voter_email = NULL
    WHERE encode(sha256(convert_to(lower(staff_voter_email), 'UTF8')), 'hex') = :digest
    """),
    text("""
    UPDATE association_version SET email = NULL
    WHERE encode(sha256(convert_to(lower(email), 'UTF8')), 'hex') = :digest
    """),
    text("""
    UPDATE organisation SET email = NULL, version = version + 1, updated_at = now()
    WHERE encode(sha256(convert_to(lower(email), 'UTF8')), 'hex') = :digest
    """),
)
# One row of JSON for each thing that is held of an account; the name of its section beside it.
_HELD: Final = text("""
WITH me AS (SELECT * FROM person WHERE account_id = :account)
SELECT 'person' AS section, jsonb_build_object('name', name, 'email', email, 'locale', locale,
  'created_at', created_at) AS held, created_at AS at FROM me
UNION ALL SELECT 'memberships', jsonb_build_object('organisation', o.name, 'role', m.role, 'since', m.since,
  'ended_at', m.ended_at, 'end_reason', m.end_reason), m.since
FROM me JOIN membership m ON m.person_id = me.id JOIN organisation o ON o.id = m.organisation_id
UNION ALL SELECT 'invitations_received', jsonb_build_object('organisation', o.name, 'email', i.email,
  'role', i.role, 'message', i.message, 'state', i.state, 'created_at', i.created_at), i.created_at
FROM me JOIN invitation i ON i.email_digest = me.email_digest JOIN organisation o ON o.id = i.organisation_id
UNION ALL SELECT 'invitations_sent', jsonb_build_object('organisation', o.name, 'role', i.role,
  'message', i.message, 'state', i.state, 'created_at', i.created_at), i.created_at
FROM me JOIN invitation i ON i.created_by = me.id JOIN organisation o ON o.id = i.organisation_id
UNION ALL SELECT 'join_requests', jsonb_build_object('organisation', o.name, 'message', j.message,
  'state', j.state, 'reason', j.reason, 'created_at', j.created_at, 'settled_at', j.settled_at), j.created_at
FROM me JOIN join_request j ON j.person_id = me.id JOIN organisation o ON o.id = j.organisation_id
UNION ALL SELECT 'contacts', jsonb_build_object('organisation', o.name, 'name', c.name, 'function', c.function,
  'email', c.email, 'phone', c.phone), c.created_at
FROM me JOIN contact c ON c.email_digest = me.email_digest JOIN organisation o ON o.id = c.organisation_id
UNION ALL SELECT 'notes', jsonb_build_object('organisation', o.name, 'text', n.text, 'created_at', n.created_at),
  n.created_at
FROM me JOIN note n ON n.author_id = me.id JOIN organisation o ON o.id = n.organisation_id
UNION ALL SELECT 'corrections', jsonb_build_object('organisation', o.name, 'message', c.message, 'email', c.email,
  'answer', c.answer, 'state', c.state, 'created_at', c.created_at), c.created_at
FROM me JOIN directory_correction c ON c.person_id = me.id OR lower(c.email) = lower(me.email)
JOIN organisation o ON o.id = c.organisation_id
UNION ALL SELECT 'member', jsonb_build_object('number', m.number, 'fee_category', m.fee_category, 'college', c.college,
  'period', c.period, 'ended_as', c.ended_as), m.created_at
FROM me JOIN member m ON m.person_id = me.id JOIN college_membership c ON c.member_id = m.id
UNION ALL SELECT 'fees', jsonb_build_object('year', f.year, 'amount_cents', f.amount_cents, 'state', f.state,
  'due_on', f.due_on, 'reason', coalesce(f.waive_reason, f.void_reason), 'payments', (
    SELECT coalesce(jsonb_agg(jsonb_build_object('method', x.method, 'reference', x.reference, 'received_on', x.received_on,
      'amount_cents', x.amount_cents) ORDER BY x.received_on, x.id), '[]') FROM payment x WHERE x.fee_id = f.id)
  ), f.called_on::timestamptz
FROM me JOIN member m ON m.person_id = me.id JOIN fee_standing f ON f.member_id = m.id
UNION ALL SELECT 'representations', jsonb_build_object('member', member_name(r.member_id), 'capacity', r.capacity,
  'period', r.period), lower(r.period)::timestamptz
FROM me JOIN representative r ON r.person_id = me.id
UNION ALL SELECT 'officer_details', jsonb_build_object('birth_date', d.birth_date, 'nationality', d.nationality,
  'occupation', d.occupation, 'home', d.home, 'country_of_residence', d.country_of_residence), d.updated_at
FROM me JOIN officer_details d ON d.person_id = me.id
UNION ALL SELECT 'candidacies', jsonb_build_object('election', e.title, 'held_on', e.held_on, 'statement', c.statement,
  'withdrawn_at', c.withdrawn_at), c.recorded_at
FROM me JOIN member m ON m.person_id = me.id JOIN candidacy c ON c.member_id = m.id JOIN election e ON e.id = c.election_id
UNION ALL SELECT 'meetings', jsonb_build_object('title', m.title, 'held_on', m.held_on, 'name', r.name,
  'representative_name', r.representative_name, 'email', r.email, 'may_vote', r.may_vote,
  'attendance', (SELECT coalesce(jsonb_agg(jsonb_build_object('mode', a.mode, 'arrived_at', lower(a.span),
    'left_at', upper(a.span)) ORDER BY lower(a.span)), '[]') FROM attendance a WHERE a.roll_id = r.id),
  'proxies_given', (SELECT coalesce(jsonb_agg(jsonb_build_object('to', h.name, 'given_at', x.given_at,
    'ended_as', x.ended_as)
    ORDER BY x.given_at), '[]') FROM proxy x JOIN meeting_roll h ON h.id = x.holder_id WHERE x.giver_id = r.id),
  'conflicts', (SELECT coalesce(jsonb_agg(c.reason), '[]') FROM motion_conflict c WHERE c.roll_id = r.id),
  'secret_ballots', (SELECT count(*) FROM poll_voter v WHERE v.roll_id = r.id)), m.created_at
FROM me JOIN meeting_roll r ON r.person_id = me.id JOIN meeting m ON m.id = r.meeting_id
UNION ALL SELECT 'membership_applications', jsonb_build_object('kind', a.kind, 'college', a.college, 'name', a.name,
  'phone', a.phone, 'capacity', a.capacity, 'message', a.message, 'organisation', a.organisation, 'question', a.question,
  'answer', a.answer, 'state', a.state, 'made_at', a.made_at, 'reason', a.reason), a.made_at
FROM me JOIN membership_application a ON a.email_digest = me.email_digest
UNION ALL SELECT 'actions', jsonb_build_object('at', e.at, 'action', e.action), e.at
FROM audit_value v JOIN audit_entry e USING (seq) WHERE v.actor = CAST(:account AS text)
ORDER BY section, at
""").bindparams(_ACCOUNT)
SECTIONS: Final = (
    "person", "memberships", "invitations_received", "invitations_sent", "join_requests", "contacts", "notes", "corrections",
  "member", "fees", "representations", "officer_details",
    "candidacies", "meetings", "membership_applications",
    "actions",
)  # fmt: skip


class PersonalDataStore:
    """What is held of an account, in one transaction; it never commits."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def held(self, account_id: UUID) -> dict[str, list[Any]]:
        """Return all that is held of an account, by section, the oldest first."""
        found: dict[str, list[Any]] = {name: [] for name in SECTIONS}
        for row in await self._session.execute(_HELD, {"account": account_id}):
            found[row.section].append(row.held)
        return found

    async def touched(self, account_id: UUID, digest: str) -> list[UUID]:
        """Return the organisations of which something changes when an account is erased."""
        values = {"account": account_id, "digest": digest}
        return [UUID(str(one)) for one in await self._session.scalars(_TOUCHED, values)]

    async def person(self, account_id: UUID) -> PersonRow | None:
        """Return the person of an account, held."""
        asked = select(PersonRow).where(PersonRow.account_id == account_id).with_for_update()
        return await self._session.scalar(asked)

    async def sits(self, person_id: UUID) -> bool:
        """Say whether a person sits on the board today: the law wants their name there as long as they do."""
        return bool(await self._session.scalar(_SITS, {"person": person_id, "on": today_in_paris()}))

    async def memberships(self, person_id: UUID) -> Sequence[MembershipRow]:
        """Return what a person is in organisations now."""
        row = MembershipRow
        asked = select(row).where(row.person_id == person_id, row.ended_at.is_(None)).order_by(row.id)
        return (await self._session.scalars(asked)).all()

    async def organisation(self, organisation_id: UUID) -> OrganisationRow:
        """Return an organisation that is known to be there."""
        return await self._session.get_one(OrganisationRow, organisation_id)

    async def erase_rows(self, person_id: UUID, digest: str) -> None:
        """Take a person's words and address out of the rows that stay, and the rows that would say nothing else."""
        await self._session.flush()
        for statement in _ERASE:
            await self._session.execute(statement, {"person": person_id, "digest": digest})

    async def forget_person(self, person: PersonRow, account_id: UUID, name: str) -> None:
        """Let a person's row say nothing of them but that they were."""
        person.account_id, person.name = None, name
        person.email = person.email_digest = None
        person.account_digest, person.erased_at = account_digest(account_id), datetime.now(UTC)
        self._session.add(person)
        await self._session.flush()
