"""Loans hears of organisations and memberships: here, of those that there were before it did."""

from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # What waits in the outbox is delivered when the service starts. An organisation that is another one says so itself.
    op.execute("""
    WITH told AS (
      INSERT INTO outbox_message (type, key, version, payload)
      SELECT 'organisation.changed', id::text, version, jsonb_build_object(
        'organisation_id', id, 'name', name, 'kind', kind, 'commune_insee', commune_insee,
        'commune_name', commune_name, 'department', department, 'is_public', is_public, 'merged_into', merged_into)
      FROM organisation ORDER BY id
      RETURNING id, key, seq
    )
    INSERT INTO outbox_delivery (message_id, subscriber, key, seq) SELECT id, 'loans', key, seq FROM told
    """)
    op.execute("""
    WITH told AS (
      INSERT INTO outbox_message (type, key, version, payload)
      SELECT 'membership.changed', p.account_id::text, m.version, jsonb_build_object(
        'account_id', p.account_id, 'organisation_id', m.organisation_id, 'role', m.role)
      FROM membership m JOIN person p ON p.id = m.person_id
      WHERE m.ended_at IS NULL AND p.account_id IS NOT NULL ORDER BY m.version
      RETURNING id, key, seq
    )
    INSERT INTO outbox_delivery (message_id, subscriber, key, seq) SELECT id, 'loans', key, seq FROM told
    """)


def downgrade() -> None:
    """What was told stays told."""
