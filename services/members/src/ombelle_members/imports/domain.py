"""The tables that are taken in. Plain Python."""

from typing import Final, Literal, get_args

Table = Literal["organisations", "members", "fees", "board_terms", "officers", "meetings"]
TABLES: Final[tuple[Table, ...]] = get_args(Table)
"""In the order in which they are taken: what comes later names what comes before."""
NAMES: Final[dict[str, Table]] = {
    **{name: name for name in TABLES},
    "structures": "organisations",
    "adherents": "members",
    "adhérents": "members",
    "membres": "members",
    "cotisations": "fees",
    "mandats": "board_terms",
    "bureau": "officers",
    "reunions": "meetings",
    "réunions": "meetings",
}
"""What files and sheets may be called."""

REFUSALS: Final[dict[str, tuple[str, str]]] = {
    "uq_organisation_siret": ("siret", "Une autre structure porte déjà ce SIRET."),
    "member_organisation_id_key": (
        "organisation_id",
        "Cette structure est déjà membre sous une autre référence.",
    ),
    "ex_fee_one_at_a_time": ("year", "Une autre cotisation de ce membre couvre déjà ces jours."),
    "uq_payment_reference": ("reference", "Un versement porte déjà cette référence."),
    "payment_not_too_much": ("paid_eur", "C'est plus que ce qui reste dû."),
    "payment_of_what_is_owed": ("paid_on", "Plus rien n'est dû : cette cotisation est dispensée."),
    "uq_board_term_one_holder": ("post", "Quelqu'un d'autre tient ce siège ces jours-là."),
    "uq_board_term_one_post": ("member_id", "Ce membre tient déjà un autre siège ces jours-là."),
    "fk_board_term_while_a_member": ("member_id", "Ce membre n'est pas adhérent pendant tout le mandat."),
    "fk_board_term_while_the_post_exists": ("post", "Ce siège n'existe pas pendant tout le mandat."),
    "uq_office_one_holder": ("role", "Quelqu'un d'autre tient cette fonction ces jours-là."),
    "uq_office_one_each": ("member_id", "Ce membre tient déjà une autre fonction ces jours-là."),
    "fk_office_within_the_board_term": (
        "member_id",
        "Ce membre ne siège pas au conseil pendant toute la fonction.",
    ),
    "uq_representative_one_at_a_time": (
        "representative",
        "Une autre personne représente ce membre ces jours-là.",
    ),
    "fk_representative_while_a_member": (
        "representative",
        "Ce membre n'est pas adhérent pendant tout ce temps.",
    ),
}
"""What PostgreSQL's constraints say, by their names: the column and a French sentence."""
