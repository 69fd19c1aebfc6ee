"""The register of processing says what the services' rules of retention do."""

import re
from pathlib import Path

from ombelle_events.retention.rules import RULES as OF_EVENTS
from ombelle_gateway.accounts.retention.rules import RULES as OF_GATEWAY
from ombelle_loans.retention.rules import RULES as OF_LOANS
from ombelle_members.personal_data.retention import RULES as OF_MEMBERS

REGISTER = Path(__file__).parents[2] / "docs" / "register-of-processing.md"


def test_the_register_says_what_the_rules_do() -> None:
    """Each rule has its row, word by word: `| kind | service | what | kept | starts |`."""
    rows = re.findall(
        r"^\| `(\w+)` \| (\w+) \| (.+?) \| (.+?) \| (.+?) \|$", REGISTER.read_text("utf-8"), re.MULTILINE
    )
    assert rows == [
        (rule.kind, service, rule.what, rule.kept, rule.starts)
        for service, rules in (
            ("gateway", OF_GATEWAY),
            ("members", OF_MEMBERS),
            ("events", OF_EVENTS),
            ("loans", OF_LOANS),
        )
        for rule in rules
    ]


def test_a_kind_is_one_thing_everywhere() -> None:
    kinds = [rule.kind for rule in (*OF_GATEWAY, *OF_MEMBERS, *OF_EVENTS, *OF_LOANS)]
    assert len(set(kinds)) == len(kinds)
