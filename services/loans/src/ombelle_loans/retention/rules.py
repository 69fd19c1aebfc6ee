"""The rules, and the statements that carry them out, by their kinds: `:before` is now less the rule's age."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Final

from ombelle_chassis.retention import Rule

RULES: Final[tuple[Rule, ...]] = (
    Rule(
        kind="loan_signatory",
        what="Nom, qualité et adresse de la personne qui signe pour l'emprunteur, et mot joint à une demande de prêt",
        kept="5 ans",
        starts="la fin du dernier prêt de la demande",
        basis="Exécution du contrat de prêt, et preuve de ce qui a été convenu (RGPD, art. 6.1.b et 6.1.f).",
        age=timedelta(days=5 * 365 + 1),
    ),
    Rule(
        kind="forwarded_request",
        what="Demande transmise à la structure qui prête un outil, avec le nom et l'adresse de qui attend sa réponse",
        kept="3 ans",
        starts="l'envoi de la demande",
        basis="Intérêt légitime : savoir ce qui a été demandé, à qui et quand (RGPD, art. 6.1.f).",
        age=timedelta(days=3 * 365 + 1),
    ),
    Rule(
        kind="loan_papers",
        what="Noms des personnes qui ont signé une convention, remis ou reçu un outil, et exemplaire signé de la convention",
        kept="5 ans",
        starts="la fin du prêt",
        basis="Preuve de ce qui a été convenu et remis (RGPD, art. 6.1.f).",
        age=timedelta(days=5 * 365 + 1),
    ),
    Rule(
        kind="loan_evaluation",
        what="Mots d'un emprunteur dans son questionnaire, et lien qui y mène sans compte ; les chiffres restent au bilan",
        kept="5 ans",
        starts="la demande du questionnaire",
        basis="Intérêt légitime : corriger les outils, rendre compte de leur usage (RGPD, art. 6.1.f).",
        age=timedelta(days=5 * 365 + 1),
    ),
)
STATEMENTS: Final[Mapping[str, tuple[str, ...]]] = {
    "loan_signatory": (
        """UPDATE loan_request r
        SET signatory_name = NULL, signatory_capacity = NULL, signatory_email = NULL, message = NULL
        WHERE r.created_at <= :before AND num_nonnulls(r.signatory_name, r.signatory_email, r.message) > 0
          AND NOT EXISTS (SELECT FROM loan l WHERE l.request_id = r.id AND (l.ends_on > CAST(:before AS date)
            OR l.status IN ('held', 'approved', 'agreement_sent', 'confirmed', 'out', 'returned')))""",
    ),
    "forwarded_request": ("DELETE FROM forwarded_request WHERE created_at <= :before",),
    "loan_papers": (
        """WITH erasing AS MATERIALIZED (SELECT set_config('ombelle.erasing', 'on', true) AS is_on)
        UPDATE agreement a SET signatory_name = NULL, signatory_capacity = NULL, signed_file_id = NULL,
          content = jsonb_set(jsonb_set(content, '{signatures}', '[]'), '{text}', '""')
        FROM loan l, erasing WHERE erasing.is_on = 'on' AND l.id = a.loan_id AND l.ends_on <= CAST(:before AS date)
          AND l.status NOT IN ('held', 'approved', 'agreement_sent', 'confirmed', 'out', 'returned')
          AND a.content -> 'signatures' <> '[]'""",
        """UPDATE hand_over h SET given_by = NULL, taken_by = NULL FROM loan l
        WHERE l.id = h.loan_id AND l.ends_on <= CAST(:before AS date) AND num_nonnulls(h.given_by, h.taken_by) > 0
          AND l.status NOT IN ('out', 'returned')""",
    ),
    "loan_evaluation": (
        "DELETE FROM evaluation_link k USING evaluation e WHERE e.id = k.evaluation_id AND e.asked_at <= :before",
        """DELETE FROM content_task t USING evaluation e
        WHERE e.id = t.evaluation_id AND e.asked_at <= :before AND t.state IN ('done', 'set_aside')""",
        """UPDATE evaluation SET pleased = NULL, content_remarks = NULL, how_known_other = NULL
        WHERE asked_at <= :before AND num_nonnulls(pleased, content_remarks, how_known_other) > 0""",
    ),
}
