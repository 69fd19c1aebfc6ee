"""What any text from outside must be before a database can hold it."""

from typing import Final

STORABLE: Final = r"^[^\x00]*$"
"""For `pattern=`: PostgreSQL's text has no NUL. Half characters never get here: JSON's reader refuses them."""
