"""The addresses that a person gives `up` by its environment: read, or refused with what to write instead."""

from ombelle_chassis.addresses import web_address

from ombelle_command.say import StepError
from ombelle_command.stack import Database

DATABASE = "ombelle"
ADDRESS_ADVICE = (
    "Attendu : postgresql://PROPRIÉTAIRE:MOT-DE-PASSE@HÔTE:5432/postgres, le propriétaire pouvant créer une base "
    "et des rôles ; dans le mot de passe, les signes comme @ : / ? # % s'écrivent %40 %3A %2F %3F %23 %25."
)


def given_database(url: str) -> tuple[Database, str]:
    """Read OMBELLE_DATABASE_URL, an owner's; a name other than `postgres` in it is the database to use.

    Raises StepError, whose words hold nothing of the address: a piece of the password may stand anywhere in it.
    """
    from urllib.parse import unquote, urlsplit  # noqa: PLC0415 (seldom needed, and the supervisor stays small)

    try:
        parts = urlsplit(url)
        if parts.scheme not in {"postgresql", "postgres"} or not parts.username or not parts.hostname:
            raise ValueError
        _ = parts.port
    except ValueError:
        raise StepError(
            "OMBELLE_DATABASE_URL n'est pas une adresse lisible.", advice=ADDRESS_ADVICE
        ) from None
    name = unquote(parts.path.lstrip("/"))
    database = DATABASE if name in ("", "postgres") else name
    options = f"?{parts.query}" if parts.query else ""
    return Database(parts.netloc.rpartition("@")[2], database, options), url


def public_url(given: str | None, port: int) -> str:
    """Return the address that links carry: what OMBELLE_PUBLIC_URL says, else this machine. Raises StepError."""
    try:
        return web_address(given) if given and given.strip() else f"http://localhost:{port}"
    except ValueError:
        raise StepError(
            f"OMBELLE_PUBLIC_URL ne peut pas servir : « {given} ».",
            advice="Donnez l'adresse que tape le public, sans chemin, comme https://agenda.example.fr",
        ) from None
