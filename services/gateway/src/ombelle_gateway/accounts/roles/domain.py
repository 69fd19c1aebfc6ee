"""The agency's roles."""

from typing import Final

ROLES: Final = ("reviewer", "coordinator", "lender", "secretary", "treasurer", "administrator")
