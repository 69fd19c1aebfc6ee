"""The use cases of agreements. A loan is locked before its agreement, whoever comes: the two sides, or a signatory."""

from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from ombelle_chassis.files.keeping import kept_file
from ombelle_chassis.files.service import FileService
from ombelle_chassis.idempotency import OneRequest
from ombelle_chassis.uploads import Upload
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ombelle_loans.agreements import signing
from ombelle_loans.agreements.composing import composed, read_sheet
from ombelle_loans.agreements.describing import described, pdf_values
from ombelle_loans.agreements.domain import LINK_LASTS, SCAN_TYPES, digest_of, issuer_of, new_token, reference
from ombelle_loans.agreements.errors import AgreementSigned, AgreementUnknown
from ombelle_loans.agreements.store import AgreementStore, next_number
from ombelle_loans.agreements.tables import AgreementRow, SignatureLinkRow
from ombelle_loans.availability.days import today_in_paris
from ombelle_loans.callers import Caller
from ombelle_loans.documents.pdf import document
from ombelle_loans.files.tables import StoredFileRow
from ombelle_loans.insurance.attaching import attach_yearly
from ombelle_loans.loans.moves import Seen, look_at, part_of, record_step
from ombelle_loans.loans.reading import read_loan
from ombelle_loans.loans.telling import now_of, tell
from ombelle_loans.loans.wording import spoken_days, spoken_moment
from ombelle_loans.mailing import ask_for_mail
from ombelle_loans.transactions import in_transaction

_NO_AGREEMENT = "Ce prêt n’a pas de convention."


@dataclass(frozen=True, slots=True)
class Desk:
    """What use cases of papers are told once: what the agency is called, and where links begin."""

    agency: str
    public_url: str


class AgreementService:
    """Agreements of loans, for both of their sides."""

    def __init__(self, sessions: async_sessionmaker[AsyncSession], files: FileService, desk: Desk) -> None:
        self._sessions = sessions
        self._files = files
        self._desk = desk

    async def versions(
        self, loan_id: UUID, *, before: int, count: int, caller: Caller
    ) -> tuple[list[dict[str, Any]], int]:
        """Return the versions of a loan's agreement, the last first, and how many there are. Raises LoanUnknown."""
        async with self._sessions() as session, session.begin():
            seen = await look_at(session, caller, loan_id)
            rows, total = await AgreementStore(session).page(loan_id, before=before, count=count)
            return [described(row, seen) for row in rows], total

    async def make(self, loan_id: UUID, *, caller: Caller, once: OneRequest) -> dict[str, Any]:
        """Make the agreement of an approved loan, or another version of it, which voids the one before.

        Raises:
            DomainError: as the table of transitions says for `make_agreement`.
            AgreementSigned: it is signed.
            TemplateWrong: the lender's text cannot be filled in.

        """

        async def work(session: AsyncSession) -> dict[str, Any]:
            if (told := await once.recall(session)) is not None:
                return dict(told)
            seen = await look_at(session, caller, loan_id, lock=True)
            seen.check("make_agreement")
            row = await self._made(session, seen, caller)
            seen.apply("make_agreement", agreement_id=row.id)
            await attach_yearly(session, seen, row.value_cents)
            values = {"agreement": reference(row.year, row.number, row.version)}
            await record_step(session, seen, caller, "make_agreement", values=values)
            await session.flush()
            return await once.keep(session, described(row, seen))

        return await in_transaction(self._sessions, work)

    async def _made(self, session: AsyncSession, seen: Seen, caller: Caller) -> AgreementRow:
        store, now = AgreementStore(session), datetime.now(UTC)
        last = await store.last(seen.loan.id)
        if last is not None and last.voided_at is None:
            if last.signed_at is not None:
                raise AgreementSigned(
                    "Cette convention est signée : elle ne se refait que pour d’autres dates."
                )
            await store.void(last, now)
        sheet = await read_sheet(session, seen.loan.id)
        issuer = issuer_of(seen.facts["owner_organisation_id"])
        if last is None:
            year = today_in_paris().year
            number = (year, await next_number(session, "agreement", issuer, year), 1)
        else:
            number = (last.year, last.number, last.version + 1)
        content = composed(now_of(seen), sheet, agency=self._desk.agency, number=number, made_at=now)
        loan = seen.loan
        row = AgreementRow(
            loan_id=loan.id, issuer_id=issuer, year=number[0], number=number[1], version=number[2],
            starts_on=loan.starts_on, ends_on=loan.ends_on, units=await store.units(loan.id),
            fee_cents=loan.fee_cents, value_cents=sheet["value_cents"], content=content,
            digest=digest_of(content), made_at=now, made_by=caller.identity.subject,
        )  # fmt: skip
        session.add(row)
        await session.flush()
        return row

    async def send(self, loan_id: UUID, *, caller: Caller, once: OneRequest) -> dict[str, Any]:
        """Send the agreement: the link to sign goes to the signatory, once; links sent before lead nowhere any more.

        Without an address of the signatory, the borrower is told to have it signed and to send the scan.

        Raises:
            DomainError: as the table of transitions says for `send_agreement`.
            AgreementOutdated: the loan is not what the agreement says any more.
            AgreementSigned: it is signed.

        """

        async def work(session: AsyncSession) -> dict[str, Any]:
            if (told := await once.recall(session)) is not None:
                return dict(told)
            seen = await look_at(session, caller, loan_id, lock=True)
            seen.check("send_agreement")
            row = await signing.current(session, seen)
            row.sent_at = datetime.now(UTC)
            sheet = await read_sheet(session, loan_id)
            if sheet["signatory_email"] is not None:
                await self._send_link(session, seen, row, sheet)
            seen.apply("send_agreement")
            number = reference(row.year, row.number, row.version)
            signatory = sheet["signatory_name"] if sheet["signatory_email"] else None
            more = {"agreement": number, "signatory": signatory or ""}
            await record_step(session, seen, caller, "send_agreement", values={"agreement": number})
            await tell(session, seen, "send_agreement", public_url=self._desk.public_url, more=more)
            await session.flush()
            return await once.keep(session, described(row, seen))

        return await in_transaction(self._sessions, work)

    async def _send_link(
        self, session: AsyncSession, seen: Seen, row: AgreementRow, sheet: Mapping[str, Any]
    ) -> None:
        token, kept = new_token()
        await AgreementStore(session).revoke_links(row.id, datetime.now(UTC))
        until = datetime.now(UTC) + LINK_LASTS
        session.add(SignatureLinkRow(agreement_id=row.id, token_hash=kept, expires_at=until))
        values = {
            "signatory": sheet["signatory_name"] or "",
            "item": seen.facts["title"],
            "organisation": seen.facts["organisation_name"] or "",
            "lender": sheet["lender_name"] or self._desk.agency,
            "days": spoken_days(seen.loan.starts_on, seen.loan.ends_on, "fr"),
            "agreement": reference(row.year, row.number, row.version),
            "until": spoken_moment(until, "fr"),
            "link": f"{self._desk.public_url}/signer/{token}",
        }
        await ask_for_mail(
            session, sheet["signatory_email"], "agreement-to-sign", values,
            about=("loan", seen.loan.id), is_secret=True,
        )  # fmt: skip

    async def pdf(self, loan_id: UUID, version: int | None, *, caller: Caller) -> tuple[str, bytes]:
        """Return the name and the PDF of an agreement: the version that stands, or the last one, or the one asked for.

        Raises:
            LoanUnknown, AgreementUnknown: there is none that the caller knows of.

        """
        async with self._sessions() as session, session.begin():
            await look_at(session, caller, loan_id)
            store = AgreementStore(session)
            row = await (store.last(loan_id) if version is None else store.version(loan_id, version))
            if row is None:
                raise AgreementUnknown(_NO_AGREEMENT)
            values, made_at = pdf_values(row), row.made_at
            name = f"convention-{row.year}-{row.number:03}-v{row.version}.pdf"
        return name, await document("agreement", values, made_at=made_at)

    async def scan(self, loan_id: UUID, *, caller: Caller) -> tuple[StoredFileRow, AsyncIterator[bytes]]:
        """Return the scan of the signed agreement.

        Raises:
            LoanUnknown, AgreementUnknown: there is none that the caller knows of.
            FileNotSafe, StorageUnavailable: it cannot be served now.

        """
        async with self._sessions() as session, session.begin():
            await look_at(session, caller, loan_id)
            row = await AgreementStore(session).last(loan_id)
            file = await AgreementStore(session).file(row.signed_file_id if row else None)
        if file is None:
            raise AgreementUnknown("Aucun exemplaire signé n’a été déposé pour ce prêt.")
        return file, await self._files.content(file)

    async def may_upload(self, loan_id: UUID, *, caller: Caller) -> None:
        """Refuse whoever may not send a signed agreement now, before it is read. Raises as `upload`."""
        async with self._sessions() as session, session.begin():
            seen = await look_at(session, caller, loan_id)
            await signing.may_sign(session, seen)
            await signing.current(session, seen)

    async def upload(
        self, loan_id: UUID, version: int, upload: Upload, *, caller: Caller, once: OneRequest
    ) -> dict[str, Any]:
        """Take the scan of a signed agreement; the loan is confirmed where the insurance is in order too.

        Args:
            loan_id: of which loan.
            version: the version that was signed, as its PDF says.
            upload: the scan.
            caller: the borrower or the lender.
            once: the request.

        Raises:
            DomainError: as the table of transitions says for `sign`.
            AgreementOutdated: another version stands, or the loan is not what it says any more.
            AgreementSigned: it is signed.
            FileRefused, FileInfected, StorageUnavailable: it cannot be taken.

        """
        async with kept_file(self._files, loan_id, upload, SCAN_TYPES) as kept:
            same = once.holding(kept.sha256 + str(version).encode())

            async def work(session: AsyncSession) -> dict[str, Any]:
                if (told := await same.recall(session)) is not None:
                    return dict(told)
                seen = await look_at(session, caller, loan_id, lock=True)
                await signing.may_sign(session, seen)
                row = await signing.current(session, seen, version=version)
                file = await kept.named(session)
                sheet = await read_sheet(session, loan_id)
                values = {
                    "signed_by": part_of(seen, caller),
                    "signed_file_id": file.id,
                    "signatory_name": sheet["signatory_name"],
                    "signatory_capacity": sheet["signatory_capacity"],
                }
                await signing.sign(session, seen, row, values, caller=caller, desk_url=self._desk.public_url)
                await session.flush()
                loan = await read_loan(session, loan_id, caller)
                return await same.keep(
                    session, {**described(row, seen), "loan_status": loan and loan["status"]}
                )

            return await in_transaction(self._sessions, work)
