"""What makes an agreement signed, whichever way, and a loan confirmed: in the transaction that locked the loan."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from ombelle_loans.agreements.domain import reference
from ombelle_loans.agreements.errors import AgreementOutdated, AgreementSigned
from ombelle_loans.agreements.store import AgreementStore
from ombelle_loans.agreements.tables import AgreementRow
from ombelle_loans.callers import Caller
from ombelle_loans.insurance.confirming import confirm_if_ready
from ombelle_loans.loans.errors import ActionImpossible
from ombelle_loans.loans.moves import Seen, part_of, record_step
from ombelle_loans.loans.telling import tell


async def current(session: AsyncSession, seen: Seen, *, version: int | None = None) -> AgreementRow:
    """Return the agreement that stands, locked, where the loan is still what it says.

    Args:
        session: in which the loan was read.
        seen: the loan.
        version: the one that is meant; without it, the one that stands.

    Raises:
        AgreementOutdated: none stands, or another version does, or the loan has other days, units or another fee.
        AgreementSigned: it is signed.

    """
    store, loan = AgreementStore(session), seen.loan
    row = await store.standing(loan.id, lock=True)
    if row is not None and row.signed_at is not None:
        raise AgreementSigned("Cette convention est déjà signée.")
    if row is None or loan.agreement_id != row.id or (version is not None and version != row.version):
        raise AgreementOutdated(
            "Une autre version de la convention a été faite, ou le prêt a changé depuis : signez la dernière.",
            version=None if row is None else row.version,
        )
    said = (row.starts_on, row.ends_on, row.fee_cents, row.units)
    if said != (loan.starts_on, loan.ends_on, loan.fee_cents, await store.units(loan.id)):
        raise AgreementOutdated(
            "Les dates, les exemplaires ou le montant du prêt ont changé depuis cette convention : "
            "il en faut une nouvelle version.",
            version=row.version,
        )
    return row


async def may_sign(session: AsyncSession, seen: Seen) -> None:
    """Refuse what may not be signed now; where the agreement was voided, say that rather than the loan's state.

    Raises:
        AgreementOutdated: the loan changed since the last agreement was made, and there is no other one yet.
        DomainError: as the table of transitions says for `sign`.

    """
    try:
        seen.check("sign")
    except ActionImpossible:
        last = await AgreementStore(session).last(seen.loan.id) if seen.loan.status == "approved" else None
        if last is None or last.voided_at is None:
            raise
        raise AgreementOutdated(
            "Le prêt a changé depuis cette convention : le prêteur en prépare une nouvelle version, à signer à sa place.",
            version=None,
        ) from None


async def sign(
    session: AsyncSession,
    seen: Seen,
    row: AgreementRow,
    values: Mapping[str, Any],
    *,
    caller: Caller | None,
    desk_url: str,
) -> None:
    """Sign an agreement that `current` returned; confirm the loan where nothing else is missing.

    Args:
        session: the transaction.
        seen: the loan, locked.
        row: its agreement.
        values: `signed_by`, `signatory_name`, `signatory_capacity` and, on paper, `signed_file_id`.
        caller: who sends it; `None` is the signatory by the link.
        desk_url: where links begin.

    """
    row.signed_at = datetime.now(UTC)
    for name, value in values.items():
        setattr(row, name, value)
    await AgreementStore(session).revoke_links(row.id, row.signed_at)
    await session.flush()
    seen.apply("sign", signed_agreement_id=row.id)
    number = reference(row.year, row.number, row.version)
    await record_step(session, seen, caller, "sign", values={"agreement": number, "digest": row.digest.hex()})
    but = None if caller is None else part_of(seen, caller)
    await tell(session, seen, "sign", public_url=desk_url, but=but, more={"agreement": number})
    await confirm_if_ready(session, seen, public_url=desk_url)
