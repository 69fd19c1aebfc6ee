"""What a text that the team writes may hold: names of the closed list, and `{% if name %}`; nothing that computes."""

from typing import Final

from jinja2 import Environment, TemplateSyntaxError, nodes
from ombelle_chassis.errors import FieldError

from ombelle_events.calls.errors import TextInvalid
from ombelle_events.wording import PLACEHOLDERS, unknown_names

_ALLOWED: Final = (
    nodes.Template,
    nodes.Output,
    nodes.TemplateData,
    nodes.Name,
    nodes.If,
    nodes.Not,
    nodes.And,
    nodes.Or,
    nodes.Compare,
    nodes.Operand,
    nodes.Const,
)
_PARSER: Final = Environment(autoescape=True)


def refuse_unfillable(subject: str, body: str) -> None:
    """Refuse a text that could not be filled on the day that it leaves.

    Raises:
        TextInvalid: with a pointer to the subject or the body.

    """
    errors = [*_faults("/body/subject", subject), *_faults("/body/body", body)]
    if errors:
        raise TextInvalid("Ce texte ne peut pas être rempli : corrigez les points indiqués.", errors=errors)


def _faults(pointer: str, source: str) -> list[FieldError]:
    try:
        parsed = _PARSER.parse(source)
    except (TemplateSyntaxError, RecursionError) as error:
        line = getattr(error, "lineno", 1)
        return [FieldError(pointer, "unreadable", f"Ligne {line} : une accolade manque, ou est de trop.")]
    if any(not isinstance(node, _ALLOWED) for node in parsed.find_all(nodes.Node)):
        return [
            FieldError(
                pointer,
                "not_allowed",
                "Un texte ne contient que des noms entre accolades, comme {{ title }}, et {% if title %}.",
            )
        ]
    return [
        FieldError(
            pointer,
            "placeholder_unknown",
            f"« {name} » n'est pas un nom connu ; les noms possibles sont {', '.join(PLACEHOLDERS)}.",
        )
        for name in unknown_names(source)
    ]
