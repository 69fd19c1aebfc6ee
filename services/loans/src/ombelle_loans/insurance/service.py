"""The use cases of insurance: certificates given, accepted or refused, used for another loan, waived."""

from collections.abc import AsyncIterator, Mapping
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

from ombelle_chassis.files.keeping import kept_file
from ombelle_chassis.files.service import FileService
from ombelle_chassis.idempotency import OneRequest
from ombelle_chassis.uploads import Upload
from ombelle_chassis.versions import refuse_stale, require_version
from sqlalchemy.dialects.postgresql import Range
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ombelle_loans.callers import Caller
from ombelle_loans.files.tables import StoredFileRow
from ombelle_loans.insurance.confirming import confirm_if_ready
from ombelle_loans.insurance.domain import CERTIFICATE_TYPES, shortfalls
from ombelle_loans.insurance.errors import (
    CertificateDecided,
    CertificateShort,
    CertificateUnknown,
    InsuranceNotAsked,
)
from ombelle_loans.insurance.store import InsuranceStore
from ombelle_loans.insurance.tables import InsuranceCertificateRow
from ombelle_loans.loans.errors import ActionForbidden, LoanUnknown
from ombelle_loans.loans.moves import Seen, look_at, part_of, record_step
from ombelle_loans.loans.reading import read_loan
from ombelle_loans.loans.telling import tell
from ombelle_loans.transactions import in_transaction

_UNKNOWN = "Cette attestation n’existe pas."
_SHORT = {
    "kind": "une attestation annuelle n’est pas acceptée pour ce prêt",
    "period": "elle ne couvre pas tous les jours pendant lesquels l’outil est réservé, transport compris",
    "value": "elle ne couvre pas la valeur d’assurance de l’outil",
}


class InsuranceService:
    """Insurance of loans. `public_url` is where links begin."""

    def __init__(
        self, sessions: async_sessionmaker[AsyncSession], files: FileService, public_url: str
    ) -> None:
        self._sessions = sessions
        self._files = files
        self._public_url = public_url

    async def certificates(
        self, loan_id: UUID, *, before: UUID, count: int, caller: Caller
    ) -> tuple[list[dict[str, Any]], int]:
        """Return the certificates that may serve a loan, the newest first, and how many there are. Raises LoanUnknown."""
        async with self._sessions() as session, session.begin():
            seen = await look_at(session, caller, loan_id)
            rows, total = await InsuranceStore(session).page(seen.facts, before=before, count=count)
            need = await InsuranceStore(session).need(loan_id)
            return [_described(row, seen, need) for row in rows], total

    async def certificate(self, certificate_id: UUID, *, caller: Caller) -> dict[str, Any]:
        """Return a certificate. Raises CertificateUnknown."""
        async with self._sessions() as session, session.begin():
            return await _read(session, certificate_id, caller)

    async def content(
        self, certificate_id: UUID, *, caller: Caller
    ) -> tuple[StoredFileRow, AsyncIterator[bytes]]:
        """Return the file of a certificate. Raises CertificateUnknown, FileNotSafe, StorageUnavailable."""
        async with self._sessions() as session, session.begin():
            await _read(session, certificate_id, caller)
            file = await InsuranceStore(session).file(certificate_id)
        return file, await self._files.content(file)

    async def may_give(self, loan_id: UUID, *, caller: Caller) -> None:
        """Refuse whoever may not give a certificate now, before it is read. Raises as `give`."""
        async with self._sessions() as session, session.begin():
            _require_asked(await look_at(session, caller, loan_id))

    async def give(
        self, loan_id: UUID, values: Mapping[str, Any], upload: Upload, *, caller: Caller, once: OneRequest
    ) -> dict[str, Any]:
        """Take a certificate for a loan; one that the lender sends is accepted at once where it serves.

        Args:
            loan_id: which loan.
            values: `kind`, `insurer`, `policy_number`, `covers_from`, `covers_to`, `value_cents`.
            upload: the certificate.
            caller: the borrower or the lender.
            once: the request.

        Raises:
            DomainError: as the table of transitions says for `insure`.
            InsuranceNotAsked: the lender asks for none.
            FileRefused, FileInfected, StorageUnavailable: the file cannot be taken.

        """
        async with kept_file(self._files, loan_id, upload, CERTIFICATE_TYPES) as kept:
            same = once.holding(kept.sha256 + repr(sorted(values.items())).encode())

            async def work(session: AsyncSession) -> dict[str, Any]:
                if (told := await same.recall(session)) is not None:
                    return dict(told)
                seen = await look_at(session, caller, loan_id, lock=True)
                _require_asked(seen)
                file = await kept.named(session)
                row = InsuranceCertificateRow(
                    loan_id=loan_id, organisation_id=seen.facts["organisation_id"],
                    lender_organisation_id=seen.facts["owner_organisation_id"], kind=values["kind"],
                    insurer=values["insurer"], policy_number=values["policy_number"],
                    covers=_days(values["covers_from"], values["covers_to"]), value_cents=values["value_cents"],
                    file_id=file.id, uploaded_by=caller.identity.subject,
                )  # fmt: skip
                session.add(row)
                await session.flush()
                await record_step(session, seen, caller, "insure", values={"certificate": str(row.id)})
                if part_of(seen, caller) != "lender":
                    await tell(session, seen, "insure", public_url=self._public_url)
                return await same.keep(session, await _read(session, row.id, caller))

            return await in_transaction(self._sessions, work)

    async def accept(
        self, certificate_id: UUID, *, if_match: str | None, caller: Caller, once: OneRequest
    ) -> dict[str, Any]:
        """Accept a certificate: it serves the loan that it was given for, which is confirmed where all else is there.

        Raises:
            CertificateUnknown: there is none that the caller knows of.
            ActionForbidden: it is not given to the caller.
            VersionNeeded, ChangedMeanwhile: another version than the present one was read.
            CertificateDecided: it was accepted or refused already.
            CertificateShort: it does not cover the loan.

        """
        version = require_version(if_match)

        async def work(session: AsyncSession) -> dict[str, Any]:
            if (told := await once.recall(session)) is not None:
                return dict(told)
            row, seen, shown = await _to_decide(session, certificate_id, caller)
            refuse_stale(version, row.version, current=shown, yours={"state": "accepted"})
            _refuse_decided(row)
            await _refuse_short(session, seen, shown)
            _decide(row, caller, "accepted", None)
            if seen.loan.status in {"approved", "agreement_sent", "confirmed"}:
                seen.apply("insure", insurance_certificate_id=row.id)
            values = {"certificate": str(row.id)}
            await record_step(session, seen, caller, "insurance_accepted", values=values)
            await tell(session, seen, "insurance_accepted", public_url=self._public_url)
            await session.flush()
            await confirm_if_ready(session, seen, public_url=self._public_url)
            return await once.keep(session, await _read(session, certificate_id, caller))

        return await in_transaction(self._sessions, work)

    async def refuse(
        self, certificate_id: UUID, reason: str, *, if_match: str | None, caller: Caller, once: OneRequest
    ) -> dict[str, Any]:
        """Refuse a certificate, and say why. Raises as `accept`, but for what it covers."""
        version = require_version(if_match)

        async def work(session: AsyncSession) -> dict[str, Any]:
            if (told := await once.recall(session)) is not None:
                return dict(told)
            row, seen, shown = await _to_decide(session, certificate_id, caller)
            refuse_stale(version, row.version, current=shown, yours={"state": "refused", "reason": reason})
            _refuse_decided(row)
            _decide(row, caller, "refused", reason)
            values = {"certificate": str(row.id)}
            await record_step(session, seen, caller, "insurance_refused", reason=reason, values=values)
            await tell(session, seen, "insurance_refused", public_url=self._public_url, reason=reason)
            return await once.keep(session, await _read(session, certificate_id, caller))

        return await in_transaction(self._sessions, work)

    async def use(
        self, loan_id: UUID, certificate_id: UUID, *, caller: Caller, once: OneRequest
    ) -> dict[str, Any]:
        """Let a certificate that was accepted before serve this loan too; return the loan.

        Raises:
            DomainError: as the table of transitions says for `insure`.
            CertificateUnknown: the borrower gave this lender no such certificate that was accepted.
            CertificateShort: it does not cover the loan.

        """

        async def work(session: AsyncSession) -> dict[str, Any]:
            if (told := await once.recall(session)) is not None:
                return dict(told)
            seen = await look_at(session, caller, loan_id, lock=True)
            _require_asked(seen)
            row = await InsuranceStore(session).read(certificate_id)
            if row is None or row["state"] != "accepted" or not _is_between(row, seen):
                raise CertificateUnknown(_UNKNOWN)
            await _refuse_short(session, seen, row)
            seen.apply("insure", insurance_certificate_id=certificate_id)
            await record_step(session, seen, caller, "insure", values={"certificate": str(certificate_id)})
            await session.flush()
            await confirm_if_ready(session, seen, public_url=self._public_url)
            return await once.keep(session, await _loan(session, loan_id, caller))

        return await in_transaction(self._sessions, work)

    async def waive(self, loan_id: UUID, reason: str, *, caller: Caller, once: OneRequest) -> dict[str, Any]:
        """Do without a certificate, and say why: a public body that insures itself; return the loan.

        Raises:
            DomainError: as the table of transitions says for `insure`.
            ActionForbidden: the borrower asks.
            InsuranceNotAsked: none is asked for.

        """

        async def work(session: AsyncSession) -> dict[str, Any]:
            if (told := await once.recall(session)) is not None:
                return dict(told)
            seen = await look_at(session, caller, loan_id, lock=True)
            _require_lender(seen)
            _require_asked(seen)
            seen.apply("insure", insurance_waiver=reason)
            await record_step(session, seen, caller, "insurance_waived", reason=reason)
            await session.flush()
            await confirm_if_ready(session, seen, public_url=self._public_url)
            return await once.keep(session, await _loan(session, loan_id, caller))

        return await in_transaction(self._sessions, work)


def _days(first: date, last: date) -> Range[date]:
    return Range(first, last + timedelta(days=1), bounds="[)")


def _require_lender(seen: Seen) -> None:
    if "lender" not in seen.parts:
        raise ActionForbidden("C’est au prêteur de le décider.")


def _require_asked(seen: Seen) -> None:
    seen.check("insure")
    if seen.loan.insurance_asked not in {"certificate", "yearly"}:
        raise InsuranceNotAsked("Le prêteur ne demande pas d’attestation pour ce prêt.")


def _is_between(row: Mapping[str, Any], seen: Seen) -> bool:
    """Say whether a certificate was given by this loan's borrower to its lender."""
    facts = seen.facts
    return (row["organisation_id"], row["lender_organisation_id"]) == (
        facts["organisation_id"],
        facts["owner_organisation_id"],
    )


def _refuse_decided(row: InsuranceCertificateRow) -> None:
    if row.state != "waiting":
        raise CertificateDecided("Cette attestation a déjà été acceptée ou refusée.", state=row.state)


def _decide(row: InsuranceCertificateRow, caller: Caller, state: str, reason: str | None) -> None:
    row.state, row.reason = state, reason
    row.decided_by, row.decided_at = caller.identity.subject, datetime.now(UTC)
    row.version += 1


async def _refuse_short(session: AsyncSession, seen: Seen, row: Mapping[str, Any]) -> None:
    need = await InsuranceStore(session).need(seen.loan.id)
    if wrong := shortfalls(row, need):
        told = " ; ".join(_SHORT[one] for one in wrong)
        raise CertificateShort(
            f"Cette attestation ne suffit pas pour ce prêt : {told}.",
            shortfalls=wrong,
            needs={
                "from": need["blocked_from"].isoformat(),
                "to": need["blocked_to"].isoformat(),
                "value_cents": need["value_cents"],
            },
        )


async def _to_decide(
    session: AsyncSession, certificate_id: UUID, caller: Caller
) -> tuple[InsuranceCertificateRow, Seen, dict[str, Any]]:
    """Return a certificate that the caller may decide on, locked after the loan that it was given for."""
    found = await InsuranceStore(session).read(certificate_id)
    if found is None:
        raise CertificateUnknown(_UNKNOWN)
    try:
        seen = await look_at(session, caller, found["loan_id"], lock=True)
    except LoanUnknown as error:
        raise CertificateUnknown(_UNKNOWN) from error
    _require_lender(seen)
    row = await InsuranceStore(session).held(certificate_id)
    return row, seen, await _read(session, certificate_id, caller)


async def _read(session: AsyncSession, certificate_id: UUID, caller: Caller) -> dict[str, Any]:
    await session.flush()
    found = await InsuranceStore(session).read(certificate_id)
    if found is None:
        raise CertificateUnknown(_UNKNOWN)
    try:
        seen = await look_at(session, caller, found["loan_id"])
    except LoanUnknown as error:
        raise CertificateUnknown(_UNKNOWN) from error
    return _described(found, seen, await InsuranceStore(session).need(found["loan_id"]))


async def _loan(session: AsyncSession, loan_id: UUID, caller: Caller) -> dict[str, Any]:
    await session.flush()
    found = await read_loan(session, loan_id, caller)
    if found is None:
        raise LoanUnknown("Ce prêt n’existe pas.")
    return found


def _described(row: Mapping[str, Any], seen: Seen, need: Mapping[str, Any]) -> dict[str, Any]:
    may_decide = row["state"] == "waiting" and "lender" in seen.parts
    names = ("id", "loan_id", "kind", "insurer", "policy_number", "covers_from", "covers_to", "value_cents", "state",
        "reason", "decided_at", "version", "created_at")  # fmt: skip
    return {
        **{name: row[name] for name in names},
        "file": {
            "name": row["file_name"], "media_type": row["media_type"], "size_bytes": row["size_bytes"],
            "scan": row["scan"],
        },
        "shortfalls": shortfalls(row, need),
        "is_used": seen.loan.insurance_certificate_id == row["id"],
        "allowed_actions": ["accept", "refuse"] if may_decide else [],
    }  # fmt: skip
