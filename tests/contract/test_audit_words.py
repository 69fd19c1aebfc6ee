"""What the loans service writes in its log has words on the log's page: an action that nobody named fails the build."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from ombelle_loans.loans.transitions import ACTIONS
from stacks import PROJECT

_WORDS = PROJECT / "frontend" / "src" / "features" / "administration" / "loanWords.ts"
_DIRECTIONS, _FILES = ("out", "in"), ("photo", "document")
# What stands in the braces of names that are put together: every such name of the code must be here.
_MADE = {
    "loan_{action}": (),  # what `record_step` is given, below
    "item_{row.publication}": ("item_draft", "item_published", "item_archived"),
    **{
        f"{{_ACTIONS[kind]}}_{done}": tuple(f"{file}_{done}" for file in _FILES)
        for done in ("added", "edited", "removed")
    },
    "slot_{direction}": tuple(f"slot_{one}" for one in _DIRECTIONS),
    "slot_{direction}_removed": tuple(f"slot_{one}_removed" for one in _DIRECTIONS),
    "report_{values['direction']}": tuple(f"report_{one}" for one in _DIRECTIONS),
    "report_{row.direction}_changed": tuple(f"report_{one}_changed" for one in _DIRECTIONS),
    "action": (*ACTIONS, "incident_changed", "incident_closed"),
    # told by name elsewhere
    "ITSELF": (),
}


def _calls() -> Iterator[tuple[str, ast.expr, ast.expr | None]]:
    """Yield which function of the log is called, the action that it is given, and its subject."""
    for file in (PROJECT / "services" / "loans" / "src").rglob("*.py"):
        for node in ast.walk(ast.parse(Path(file).read_text("utf-8"))):
            if isinstance(node, ast.Call) and len(node.args) > 3:
                name = (
                    node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
                )
                if name in {"record", "record_step"}:
                    at = 2 if name == "record" else 3
                    yield name, node.args[at], node.args[3] if name == "record" else None


def _names(action: ast.expr) -> tuple[str, ...]:
    if isinstance(action, ast.Constant):
        return (str(action.value),)
    return _MADE[ast.unparse(action).removeprefix("f").strip("'\"")]


def _words(table: str) -> set[str]:
    text = (
        _WORDS.read_text("utf-8").partition(f"{table}: Record<string, string> = {{")[2].partition("\n};")[0]
    )
    return set(re.findall(r'(\w+): "', text))


def test_each_action_and_subject_of_the_log_has_words() -> None:
    actions, subjects = set[str](), set[str]()
    for function, action, subject in _calls():
        actions |= {f"loan_{name}" if function == "record_step" else name for name in _names(action)}
        if isinstance(subject, ast.Tuple) and isinstance(subject.elts[0], ast.Constant):
            subjects.add(str(subject.elts[0].value))
    assert "loan_approve" in actions
    assert actions == _words("LOAN_ACTIONS")
    assert _words("LOAN_ACTIONS_EN") <= _words("LOAN_ACTIONS")
    assert subjects == _words("LOAN_SUBJECTS")
