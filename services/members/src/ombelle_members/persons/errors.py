from ombelle_chassis.errors import Forbidden


class AccountErased(Forbidden):
    """An account that was erased a moment ago still shows its identity."""

    code = "account_erased"
    title = "The account has been erased"


class AccountNeeded(Forbidden):
    """The agency's command has no account: it cannot act as somebody."""

    code = "account_needed"
    title = "Only somebody with an account can do this"
