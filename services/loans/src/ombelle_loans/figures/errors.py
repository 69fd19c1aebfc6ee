from ombelle_chassis.errors import NotFound


class FiguresUnknown(NotFound):
    """There is no such lender, or the caller does not lend for it."""

    code = "figures_unknown"
    title = "No such figures"
