from ombelle_chassis.errors import NotFound


class EditionUnknown(NotFound):
    """No edition of the catalogue has this id."""

    code = "edition_unknown"
    title = "No such edition of the catalogue"
