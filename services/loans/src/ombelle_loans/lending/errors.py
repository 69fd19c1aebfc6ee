from ombelle_chassis.errors import DomainError, NotFound


class LenderUnknown(NotFound):
    """No such lender, or none that the caller lends for."""

    code = "lender_unknown"
    title = "No such lender"


class TariffUnknown(NotFound):
    """No such tariff, or none of a lender that the caller lends for."""

    code = "tariff_unknown"
    title = "No such tariff"


class TariffOverlaps(DomainError):
    """The lender has another tariff for this category on one of these days; `overlaps` tells which."""

    code = "tariff_overlaps"
    title = "Another tariff holds on these days"


class TariffInUse(DomainError):
    """A loan was settled by this tariff: it may end, it does not go."""

    code = "tariff_in_use"
    title = "A loan was settled by this tariff"
