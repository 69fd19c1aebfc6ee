import pytest
from ombelle_members.wording import counted


@pytest.mark.parametrize(
    ("number", "said"), [(0, "0 siège"), (1, "1 siège"), (2, "2 sièges"), (9, "9 sièges")]
)
def test_the_french_plural_begins_at_two(number, said):
    assert counted(number, "siège", "sièges") == said
