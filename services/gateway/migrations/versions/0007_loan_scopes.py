"""Tokens may be allowed loans."""

from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

_BEFORE = (
    "'organisations:read', 'organisations:write', 'events:read', 'events:write', "
    "'applications:read', 'applications:write'"
)
_ADDED = "'loans:read', 'loans:write'"


def upgrade() -> None:
    _allow(f"{_BEFORE}, {_ADDED}")


def downgrade() -> None:
    # A token that would be left with nothing is taken away: it opens nothing that there still is.
    op.execute(f"DELETE FROM api_token WHERE scopes <@ ARRAY[{_ADDED}]")  # noqa: S608 (names of ours)
    op.execute(
        "UPDATE api_token SET scopes = array_remove(array_remove(scopes, 'loans:read'), 'loans:write')"
    )
    _allow(_BEFORE)


def _allow(listed: str) -> None:
    name = op.f("ck_api_token_scopes_known")
    op.drop_constraint(name, "api_token", type_="check")
    op.create_check_constraint(
        name, "api_token", f"cardinality(scopes) > 0 AND scopes <@ ARRAY[{listed}]::text[]"
    )
