"""The closed list of domains where anybody has an address, as the database holds it."""

from pathlib import Path
from typing import Final

from sqlalchemy import Connection, Text, bindparam, text
from sqlalchemy.dialects.postgresql import ARRAY

_FILE: Final = Path(__file__).parent / "data" / "public_mail_domains.txt"
_TAKE_AWAY: Final = text("DELETE FROM public_mail_domain WHERE domain <> ALL (:domains)")
_ADD: Final = text("""
INSERT INTO public_mail_domain (domain)
SELECT domain FROM unnest(:domains) AS domain WHERE domain NOT IN (SELECT domain FROM public_mail_domain)
""")


def public_domains() -> list[str]:
    """Return the domains of the file, which has one a line, and comments after `#`."""
    lines = (line.partition("#")[0].strip() for line in _FILE.read_text(encoding="utf-8").splitlines())
    return [line for line in lines if line]


def load_public_domains(connection: Connection) -> None:
    """Make the table hold what the file does; conflicts follow by a trigger."""
    domains = {"domains": public_domains()}
    for statement in (_TAKE_AWAY, _ADD):
        connection.execute(statement.bindparams(bindparam("domains", type_=ARRAY(Text))), domains)
