"""How long what is held of people is kept here: the rules, as data, and the statements that carry them out."""

from typing import Final

from ombelle_chassis.retention import YEAR, Rule

RULES: Final = (
    Rule(
        kind="invitation",
        what="Adresse et message d'une invitation : il n'en reste que le rôle proposé et la réponse",
        kept="1 an",
        starts="la réponse, ou la fin de sa validité",
        basis="Intérêt légitime : savoir qui a été invité, et par qui (RGPD, art. 6.1.f).",
        age=YEAR,
    ),
    Rule(
        kind="join_request",
        what="Mots d'une demande à rejoindre une structure, et ceux de son refus",
        kept="1 an",
        starts="la réponse",
        basis="Exécution du service demandé (RGPD, art. 6.1.b).",
        age=YEAR,
    ),
    Rule(
        kind="directory_correction",
        what="Adresse de qui signale une erreur dans l'annuaire, ses mots et la réponse : il n'en reste que les champs",
        kept="1 an",
        starts="la décision, ou la demande tant qu'il n'y en a pas",
        basis="Intérêt légitime : tenir l'annuaire exact et répondre (RGPD, art. 6.1.f).",
        age=YEAR,
    ),
)
STATEMENTS: Final = {
    "invitation": (
        """UPDATE invitation SET email = NULL, email_digest = NULL, message = NULL, token_digest = NULL,
          state = CASE state WHEN 'waiting' THEN 'expired' ELSE state END, settled_at = coalesce(settled_at, expires_at)
        WHERE email IS NOT NULL AND coalesce(settled_at, expires_at) <= :before""",
    ),
    "join_request": (
        """UPDATE join_request SET message = NULL, reason = NULL
        WHERE num_nonnulls(message, reason) > 0 AND settled_at <= :before""",
    ),
    "directory_correction": (
        """UPDATE directory_correction SET email = NULL, message = NULL, answer = NULL
        WHERE num_nonnulls(email, message, answer) > 0 AND coalesce(settled_at, created_at) <= :before""",
    ),
}
