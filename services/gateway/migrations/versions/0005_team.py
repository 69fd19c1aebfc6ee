"""Who works for the agency is told to those who work with them: here, of those who did before that was told."""

from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # What waits in the outbox is delivered when the service starts.
    op.execute("""
    WITH told AS (
      INSERT INTO outbox_message (type, key, version, payload)
      SELECT 'team.changed', a.id::text, (extract(epoch FROM clock_timestamp()) * 1000000)::bigint, jsonb_build_object(
        'account_id', a.id, 'name', a.name, 'email', a.email, 'roles', to_jsonb(roles_of(a.id)))
      FROM account a WHERE EXISTS (SELECT FROM account_role r WHERE r.account_id = a.id)
      RETURNING id, key, seq
    )
    INSERT INTO outbox_delivery (message_id, subscriber, key, seq) SELECT id, 'events', key, seq FROM told
    """)


def downgrade() -> None:
    """What was told stays told."""
