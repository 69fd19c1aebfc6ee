from ombelle_chassis.errors import InvalidInput


class ItemUnknown(InvalidInput):
    """No item that is lent has this id, or not this format, or several of them where none was chosen."""

    code = "item_unknown"
    title = "No such item, or no such format of it"
