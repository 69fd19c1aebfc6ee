"""Programs that run at once."""

import pytest
from ombelle_command.together import main


def test_every_chain_runs_to_its_first_failure(capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["ombelle_demo where, ombelle_demo nonsense, ombelle_demo where", "ombelle_demo where"]) == 1
    out, err = capfd.readouterr()
    assert out.count('"agenda"') == 2, "the chain that failed stopped, the other went on"
    assert "ombelle_demo nonsense: exit code 2" in err
    assert main(["ombelle_demo where"]) == 0
