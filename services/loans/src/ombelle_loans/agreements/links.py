"""The use cases of the link by which a signatory reads and signs: whoever has it may, nobody else knows of it."""

from datetime import UTC, datetime
from typing import Any

from ombelle_chassis.errors import FieldError
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ombelle_loans.agreements import signing
from ombelle_loans.agreements.describing import pdf_values, shown_to_signatory
from ombelle_loans.agreements.domain import token_hash
from ombelle_loans.agreements.errors import AgreementOutdated, LinkExpired, LinkUnknown, NotWhatWasShown
from ombelle_loans.agreements.store import AgreementStore
from ombelle_loans.agreements.tables import AgreementRow, SignatureLinkRow
from ombelle_loans.documents.pdf import document
from ombelle_loans.loans.moves import look_at
from ombelle_loans.transactions import in_transaction

_UNKNOWN = "Ce lien ne mène à aucune convention : il a été remplacé, ou mal copié."


class SignatureService:
    """Agreements by the secrets of their links. `public_url` is where links begin."""

    def __init__(self, sessions: async_sessionmaker[AsyncSession], public_url: str) -> None:
        self._sessions = sessions
        self._public_url = public_url

    async def shown(self, token: str) -> dict[str, Any]:
        """Return what is to be signed, or was.

        Raises:
            LinkUnknown: the link leads nowhere.
            LinkExpired: it is too old.
            AgreementOutdated: another version was made, or the loan changed.

        """
        async with self._sessions() as session, session.begin():
            row = await _agreement(session, token)
            seen = await look_at(session, None, row.loan_id)
            return dict(shown_to_signatory(row, seen.facts["organisation_name"]))

    async def pdf(self, token: str) -> bytes:
        """Return what is to be signed, or was, as a PDF. Raises as `shown`."""
        async with self._sessions() as session, session.begin():
            row = await _agreement(session, token)
            values, made_at = pdf_values(row), row.made_at
        return await document("agreement", values, made_at=made_at)

    async def sign(self, token: str, *, digest: str, name: str, capacity: str) -> dict[str, Any]:
        """Sign the agreement; the loan is confirmed where the insurance is in order too.

        Args:
            token: the link's secret.
            digest: that of what was shown, in hexadecimal.
            name: who signs.
            capacity: in what capacity.

        Raises:
            LinkUnknown, LinkExpired, AgreementOutdated: as `shown`.
            AgreementSigned: it is signed already.
            NotWhatWasShown: the digest is another one.
            DomainError: as the table of transitions says for `sign`.

        """

        async def work(session: AsyncSession) -> dict[str, Any]:
            loan_id = (await _agreement(session, token)).loan_id
            seen = await look_at(session, None, loan_id, lock=True)
            asked = await AgreementStore(session).link(
                token_hash(token)
            )  # as it is now that the loan is locked
            if asked is None:
                raise LinkUnknown(_UNKNOWN)
            link, meant = asked
            row = await signing.current(session, seen, version=meant.version)
            if link.revoked_at is not None:
                raise LinkUnknown(_UNKNOWN)
            if row.digest.hex() != digest:
                raise NotWhatWasShown(
                    "Ce qui est signé n’est pas la convention que montre ce lien : relisez-la.",
                    errors=[FieldError("/body/digest", "not_what_was_shown", "Autre empreinte.")],
                )
            link.used_at = datetime.now(UTC)
            values = {"signed_by": "link", "signatory_name": name, "signatory_capacity": capacity}
            await signing.sign(session, seen, row, values, caller=None, desk_url=self._public_url)
            await session.flush()
            return dict(shown_to_signatory(row, seen.facts["organisation_name"]))

        return await in_transaction(self._sessions, work)


async def _agreement(session: AsyncSession, token: str) -> AgreementRow:
    found = await AgreementStore(session).link(token_hash(token))
    if found is None:
        raise LinkUnknown(_UNKNOWN)
    link, row = found
    if link.used_at is None:
        _refuse_closed(link, row)
    return row


def _refuse_closed(link: SignatureLinkRow, row: AgreementRow) -> None:
    if row.voided_at is not None:
        raise AgreementOutdated(
            "Cette convention ne vaut plus : le prêt a changé, ou est annulé. Attendez le lien vers la nouvelle."
        )
    if link.revoked_at is not None:
        raise LinkUnknown(_UNKNOWN)
    if link.expires_at <= datetime.now(UTC):
        raise LinkExpired("Ce lien a expiré : demandez au prêteur d’en envoyer un autre.")
