import pytest
from members_fees import Treasury
from ombelle_command.emptying import empty


@pytest.fixture
async def treasury(people, connection) -> Treasury:
    """The treasurer of an association whose tables of fees are empty, its settings as they come."""
    await empty(
        connection,
        "fee_tariff",
        "fee",
        "payment",
        "fee_receipt",
        "fee_notice",
        "fee_billing",
        "bylaws_version",
    )
    await connection.execute("DELETE FROM fee_settings")
    await connection.execute("INSERT INTO fee_settings DEFAULT VALUES")
    return Treasury(connection, await people.account("Thomas", "treasurer"))
