"""What a rule of retention says. Standard library only."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Final

YEAR: Final = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class Rule:
    """How long a kind of data is kept: the sentences that people read, in French, and the age that the job goes by.

    `age` counts from what `starts` says; at that age, what `what` names goes.
    """

    kind: str
    what: str
    kept: str
    starts: str
    basis: str
    age: timedelta
    notice: str | None = None


JOB_TRACE: Final = Rule(
    kind="job_trace",
    what="Messages d'erreur des travaux de fond de chaque service, qui peuvent citer une adresse",
    kept="7 jours",
    starts="l'erreur",
    basis="Intérêt légitime : la sécurité des comptes (RGPD, art. 6.1.f et 32).",
    age=timedelta(days=7),
)
"""Carried out by `ombelle_chassis.jobs`, in every service that has jobs."""
