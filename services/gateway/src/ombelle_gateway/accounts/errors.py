"""What several aggregates refuse."""

from ombelle_chassis.errors import NotFound


class DemoUnknown(NotFound):
    """There is no demo here, or nobody in it has this key."""

    code = "demo_unknown"
    title = "No such person of the demo"
