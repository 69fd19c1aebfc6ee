"""Mails, receipts of erasures, and notices before an account that sleeps is erased."""

import sqlalchemy as sa
from alembic import op
from ombelle_gateway.accounts.migrate import MIGRATIONS

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    instant = sa.DateTime(timezone=True)
    op.create_table(
        "mail",
        sa.Column("id", sa.Uuid(), server_default=sa.text("uuidv7()"), nullable=False),
        sa.Column("created_at", instant, server_default=sa.text("now()"), nullable=False),
        sa.Column("sender", sa.Text(), nullable=False),
        sa.Column("template", sa.Text(), nullable=False),
        sa.Column("locale", sa.Text(), nullable=False),
        sa.Column("to_address", sa.Text(), nullable=True),
        sa.Column("subject", sa.Text(), nullable=True),
        sa.Column("text_body", sa.Text(), nullable=True),
        sa.Column("html_body", sa.Text(), nullable=True),
        sa.Column("about_kind", sa.Text(), nullable=True),
        sa.Column("about_id", sa.Text(), nullable=True),
        sa.Column("is_secret", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("is_forgotten", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("state", sa.Text(), server_default="waiting", nullable=False),
        sa.Column("attempts", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("interruptions", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("next_try_at", instant, server_default=sa.text("now()"), nullable=True),
        sa.Column("started_at", instant, nullable=True),
        sa.Column("sent_at", instant, nullable=True),
        sa.Column("last_error", sa.Text(), nullable=True),
        sa.Column("message_key", sa.Uuid(), server_default=sa.text("gen_random_uuid()"), nullable=False),
        sa.CheckConstraint(
            "state IN ('waiting', 'sent', 'failed', 'bounced')", name=op.f("ck_mail_state_known")
        ),
        sa.CheckConstraint("locale IN ('fr', 'en')", name=op.f("ck_mail_locale_known")),
        sa.CheckConstraint(
            "(state = 'waiting') = (next_try_at IS NOT NULL)", name=op.f("ck_mail_waits_for_a_try")
        ),
        sa.CheckConstraint(
            "state = 'waiting' OR started_at IS NULL", name=op.f("ck_mail_tried_while_waiting")
        ),
        sa.CheckConstraint(
            "state <> 'waiting' OR num_nulls(to_address, subject, text_body, html_body) = 0",
            name=op.f("ck_mail_whole_while_waiting"),
        ),
        sa.CheckConstraint(
            "state = 'waiting' OR NOT is_secret OR num_nonnulls(text_body, html_body) = 0",
            name=op.f("ck_mail_secret_once_only"),
        ),
        sa.CheckConstraint(
            "state = 'waiting' OR NOT is_forgotten OR num_nonnulls(to_address, subject, text_body, html_body) = 0",
            name=op.f("ck_mail_forgotten_once_settled"),
        ),
        sa.CheckConstraint("(about_kind IS NULL) = (about_id IS NULL)", name=op.f("ck_mail_about_whole")),
        sa.CheckConstraint(r"to_address !~ '[\s<>]'", name=op.f("ck_mail_one_address")),
        sa.CheckConstraint(r"subject !~ '[\n\r]'", name=op.f("ck_mail_one_line")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mail")),
        sa.UniqueConstraint("message_key", name=op.f("uq_mail_message_key")),
    )
    op.create_index("ix_mail_waiting", "mail", ["next_try_at"], postgresql_where=sa.text("state = 'waiting'"))
    op.create_index("ix_mail_to_address", "mail", [sa.literal_column("lower(to_address)")])
    op.create_index("ix_mail_about", "mail", ["about_kind", "about_id"])
    op.create_table(
        "erasure",
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("erased_at", instant, nullable=False),
        sa.Column("services", sa.ARRAY(sa.Text()), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_erasure")),
    )
    op.create_table(
        "sleep_notice",
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("noticed_at", instant, nullable=False),
        sa.Column("erased_on", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id"], ["account.id"], name=op.f("fk_sleep_notice_account_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("account_id", name=op.f("pk_sleep_notice")),
    )
    MIGRATIONS.run_sql("0003_mail.sql")


def downgrade() -> None:
    MIGRATIONS.run_sql("0003_down.sql")
    op.drop_table("sleep_notice")
    op.drop_table("erasure")
    op.drop_table("mail")
