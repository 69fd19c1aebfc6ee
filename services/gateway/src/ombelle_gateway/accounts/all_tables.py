"""The metadata with every table of accounts: what migrations are compared with."""

from ombelle_chassis.shared_tables import audit_tables, idempotency_tables, message_tables

from ombelle_gateway.accounts.copies import tables as copies_tables
from ombelle_gateway.accounts.limits import tables as limits_tables
from ombelle_gateway.accounts.mail import tables as mail_tables
from ombelle_gateway.accounts.oidc import tables as oidc_tables
from ombelle_gateway.accounts.passkeys import tables as passkeys_tables
from ombelle_gateway.accounts.people import tables as people_tables
from ombelle_gateway.accounts.personal_data import tables as personal_data_tables
from ombelle_gateway.accounts.retention import tables as retention_tables
from ombelle_gateway.accounts.roles import tables as roles_tables
from ombelle_gateway.accounts.sessions import tables as sessions_tables
from ombelle_gateway.accounts.signing_in import tables as signing_in_tables
from ombelle_gateway.accounts.tables import Base
from ombelle_gateway.accounts.tokens import tables as tokens_tables
from ombelle_gateway.accounts.webhooks import tables as webhooks_tables

__all__ = [
    "copies_tables",
    "limits_tables",
    "mail_tables",
    "metadata",
    "oidc_tables",
    "passkeys_tables",
    "people_tables",
    "personal_data_tables",
    "retention_tables",
    "roles_tables",
    "sessions_tables",
    "signing_in_tables",
    "tokens_tables",
    "webhooks_tables",
]

metadata = Base.metadata
message_tables(metadata)
audit_tables(metadata)
idempotency_tables(metadata)
