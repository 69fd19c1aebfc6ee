"""Events hears of memberships too: here, of those that there were before it did."""

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # What waits in the outbox is delivered when the service starts.
    op.execute("""
    WITH told AS (
      INSERT INTO outbox_message (type, key, version, payload)
      SELECT 'membership.changed', p.account_id::text, m.version, jsonb_build_object(
        'account_id', p.account_id, 'organisation_id', m.organisation_id, 'role', m.role)
      FROM membership m JOIN person p ON p.id = m.person_id
      WHERE m.ended_at IS NULL AND p.account_id IS NOT NULL ORDER BY m.version
      RETURNING id, key, seq
    )
    INSERT INTO outbox_delivery (message_id, subscriber, key, seq) SELECT id, 'events', key, seq FROM told
    """)


def downgrade() -> None:
    """What was told stays told."""
