from ombelle_chassis.errors import DomainError, InvalidInput, NotFound


class FeeUnknown(NotFound):
    """No fee that the caller may know of has this id."""

    code = "fee_unknown"
    title = "No such fee"


class FeeMemberUnknown(NotFound):
    """No member that the caller may know of has this id."""

    code = "member_unknown"
    title = "No such member"


class PaymentUnknown(NotFound):
    """No payment has this id."""

    code = "payment_unknown"
    title = "No such payment"


class FeeCalledAlready(DomainError):
    """A fee of the member covers days of that year already; `fee_id` says which."""

    code = "fee_called_already"
    title = "A fee of that year was called already"


class FeeNotCallable(DomainError):
    """The member is none in that year, or no tariff says what they owe."""

    code = "fee_not_callable"
    title = "Nothing can be called"


class FeeSettled(DomainError):
    """The fee is paid, waived or void: nothing is owed of it, or it is owed otherwise; `state` says which."""

    code = "fee_settled"
    title = "The fee's state does not allow this"


class FeeNotPaid(DomainError):
    """There is a receipt only of what is paid whole."""

    code = "fee_not_paid"
    title = "The fee is not paid whole"


class PaymentTooMuch(InvalidInput):
    """More was received than what remains; `remaining_cents` says how much that is."""

    code = "payment_too_much"
    title = "The payment is more than what remains"


class PaymentReferenceTaken(DomainError):
    """Another payment has this reference; `payment_id` and `fee_id` say which."""

    code = "payment_reference_taken"
    title = "Another payment has this reference"


class PaymentVoid(DomainError):
    """The payment was said to be none already."""

    code = "payment_void"
    title = "The payment is void already"


class TariffUsed(DomainError):
    """Fees were called by the tariff that begins on this day: it stays."""

    code = "fee_tariff_used"
    title = "Fees were called by this tariff"


class ChorusDataMissing(DomainError):
    """Members that are invoiced by Chorus Pro lack what it asks; `members` says who lacks what."""

    code = "chorus_data_missing"
    title = "Chorus Pro would refuse these calls"
