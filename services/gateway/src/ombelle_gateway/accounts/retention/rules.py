"""The rules, as data: read by the job, by `/retention`, and by the test of the register of processing."""

from datetime import timedelta
from typing import Final

from ombelle_chassis.retention import JOB_TRACE, YEAR, Rule

NOTICE: Final = timedelta(days=30)
"""How long before an account that sleeps is erased its owner is told."""

_SECURITY: Final = "Intérêt légitime : la sécurité des comptes (RGPD, art. 6.1.f et 32)."
_SERVICE: Final = "Exécution du service demandé (RGPD, art. 6.1.b)."
_MINIMISED: Final = "Limitation de la conservation (RGPD, art. 5.1.e)."

ASLEEP: Final = Rule(
    kind="account_asleep",
    what="Compte où personne n'entre, avec tout ce qui y tient",
    kept="3 ans",
    starts="la dernière connexion, ou le dernier usage d'un de ses jetons d'API",
    basis=_MINIMISED,
    age=3 * YEAR,
    notice="Un courriel 30 jours avant ; une connexion suffit à garder le compte.",
)
"""Not a statement: its owner is told first, and then the account is erased as if they had asked."""

RULES: Final = (
    Rule(
        kind="sign_in_link",
        what="Lien de connexion envoyé à une adresse, utilisé ou non",
        kept="1 jour",
        starts="la fin de sa validité (15 minutes)",
        basis=_SECURITY,
        age=timedelta(days=1),
    ),
    Rule(
        kind="address_change",
        what="Nouvelle adresse en attente de confirmation",
        kept="1 jour",
        starts="la fin de la validité de son lien (15 minutes)",
        basis=_SERVICE,
        age=timedelta(days=1),
    ),
    Rule(
        kind="attempt",
        what="Comptage des tentatives, par empreinte d'adresse ou de réseau",
        kept="aucune durée de plus",
        starts="la fin de sa fenêtre (une heure au plus)",
        basis=_SECURITY,
        age=timedelta(0),
    ),
    Rule(
        kind="ceremony",
        what="Connexion commencée par clé d'accès ou par un autre fournisseur",
        kept="aucune durée de plus",
        starts="la fin de sa validité (quelques minutes)",
        basis=_SECURITY,
        age=timedelta(0),
    ),
    Rule(
        kind="session",
        what="Session ouverte (navigateur, réseau abrégé), effacée dès qu'on la ferme",
        kept="30 jours (12 heures avec un rôle dans l'agence), 180 jours en tout",
        starts="son dernier usage",
        basis=_SECURITY,
        age=timedelta(days=30),
    ),
    Rule(
        kind="sign_in_trace",
        what="Navigateur et réseau abrégé notés dans le journal à chaque connexion",
        kept="1 an",
        starts="la connexion",
        basis=_SECURITY,
        age=YEAR,
    ),
    Rule(
        kind="audit_trace",
        what="Qui a fait quoi, dans le journal : il n'en reste qu'une empreinte qui ne désigne personne",
        kept="5 ans",
        starts="l'action",
        basis="Intérêt légitime : pouvoir rendre compte, le temps de la prescription (Code civil, art. 2224).",
        age=5 * YEAR,
    ),
    Rule(
        kind="mail_body",
        what="Contenu des courriels envoyés ; celui des liens de connexion disparaît dès l'envoi",
        kept="1 an",
        starts="leur écriture",
        basis="Intérêt légitime : savoir ce qui a été écrit à quelqu'un (RGPD, art. 6.1.f).",
        age=YEAR,
    ),
    Rule(
        kind="mail_address",
        what="Adresse et objet des courriels envoyés : il n'en reste que le compte",
        kept="3 ans",
        starts="leur écriture",
        basis="Intérêt légitime : prouver qu'une information a été donnée (RGPD, art. 6.1.f).",
        age=3 * YEAR,
    ),
    Rule(
        kind="mail_waiting",
        what="Courriel qui n'a pas pu partir : on cesse d'essayer",
        kept="7 jours",
        starts="son écriture",
        basis=_SERVICE,
        age=timedelta(days=7),
    ),
    Rule(
        kind="token",
        what="Jeton d'API terminé ou expiré (son secret n'est jamais gardé)",
        kept="1 an",
        starts="sa fin",
        basis=_SECURITY,
        age=YEAR,
    ),
    Rule(
        kind="webhook_delivery",
        what="Envoi à un webhook d'une structure, arrivé ou abandonné",
        kept="30 jours",
        starts="sa mise en file",
        basis=_SERVICE,
        age=timedelta(days=30),
    ),
    Rule(
        kind="repeated_request",
        what="Réponse gardée pour une demande qui peut être renvoyée (clé d'idempotence)",
        kept="48 heures",
        starts="la réponse",
        basis=_SERVICE,
        age=timedelta(hours=48),
    ),
    JOB_TRACE,
    ASLEEP,
    Rule(
        kind="erasure",
        what="Reçu d'effacement : un numéro et une date, rien de la personne",
        kept="5 ans",
        starts="l'effacement",
        basis="Obligation légale : prouver qu'une demande a été suivie (RGPD, art. 5.2 et 17).",
        age=5 * YEAR,
    ),
)
