"""How long what is held of people is kept here: the rules, as data, and the statements that carry them out."""

from datetime import timedelta
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
    Rule(
        kind="unconfirmed_application",
        what="Demande d'adhésion dont l'adresse n'est pas confirmée",
        kept="2 jours",
        starts="la demande",
        basis="Mesures précontractuelles, à la demande de la personne (RGPD, art. 6.1.b).",
        age=timedelta(days=2),
    ),
    Rule(
        kind="membership_application",
        what="Noms, adresse et mots d'une demande d'adhésion : il n'en reste que la décision",
        kept="1 an",
        starts="la décision du conseil",
        basis="Intérêt légitime : répondre de la décision (RGPD, art. 6.1.f).",
        age=YEAR,
    ),
    Rule(
        kind="officer_name",
        what="Nom d'une personne qui siège et a fait effacer son compte, motif de la fin d'un mandat, au registre compris",
        kept="le temps du mandat",
        starts="l'effacement du compte",
        basis="Obligation légale : la liste des personnes chargées de l'administration (loi du 1er juillet 1901, art. 5).",
        age=timedelta(0),
    ),
    Rule(
        kind="officer_details",
        what="Naissance, nationalité, profession et domicile d'une personne qui administre l'association",
        kept="6 mois",
        starts="la fin de son mandat",
        basis="Obligation légale : la déclaration des dirigeants (loi du 1er juillet 1901, art. 5).",
        age=timedelta(days=183),
    ),
    Rule(
        kind="meeting_link",
        what="Adresse à laquelle une convocation est partie, et lien vers la place d'un membre à une réunion",
        kept="1 an",
        starts="le jour de la réunion",
        basis="Intérêt légitime : prouver que la convocation est partie à temps (RGPD, art. 6.1.f).",
        age=YEAR,
    ),
    Rule(
        kind="meeting_attendance",
        what="Heures d'arrivée et de départ, pouvoirs et représentants à une réunion ; le procès-verbal reste",
        kept="10 ans",
        starts="le jour de la réunion",
        basis="Intérêt légitime : répondre d'une délibération que l'on conteste (RGPD, art. 6.1.f).",
        age=timedelta(days=10 * 365 + 3),
    ),
    Rule(
        kind="fee_payer",
        what="Nom et adresse que porte le reçu d'une cotisation, et référence d'un règlement ; les montants restent",
        kept="10 ans",
        starts="le règlement",
        basis="Obligation légale : conserver les pièces comptables (code de commerce, art. L. 123-22).",
        age=timedelta(days=10 * 365 + 3),
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
    "unconfirmed_application": (
        "DELETE FROM membership_application WHERE state = 'unconfirmed' AND made_at <= :before",
    ),
    "membership_application": (
        """UPDATE membership_application SET name = NULL, email = NULL, email_digest = NULL, phone = NULL, capacity = NULL,
          message = NULL, question = NULL, answer = NULL, reason = NULL, token_digest = NULL
        WHERE num_nonnulls(name, email, phone, capacity, message, question, answer, reason) > 0 AND settled_at <= :before""",
    ),
    "officer_name": (
        """UPDATE person SET name = 'Personne effacée'
        WHERE erased_at <= :before AND name <> 'Personne effacée'
          AND NOT person_sits(id, (CAST(:now AS timestamptz) AT TIME ZONE 'Europe/Paris')::date)
          AND forget_in_register(id) >= 0""",
        """UPDATE board_term t SET end_reason = NULL
        WHERE t.end_reason IS NOT NULL AND EXISTS (
          SELECT FROM person p WHERE p.erased_at <= :before AND p.id IN (
            SELECT m.person_id FROM member m WHERE m.id = t.member_id
            UNION SELECT r.person_id FROM representative r WHERE r.member_id = t.member_id AND r.period && t.period))""",
    ),
    "officer_details": (
        """DELETE FROM officer_details d WHERE d.updated_at <= :before AND NOT EXISTS (
          SELECT FROM board_term t JOIN member m ON m.id = t.member_id
          LEFT JOIN representative r ON r.member_id = m.id AND r.period && t.period
          WHERE d.person_id IN (m.person_id, r.person_id) AND (upper_inf(t.period * coalesce(r.period, t.period))
            OR upper(t.period * coalesce(r.period, t.period)) > CAST(:before AS timestamptz)::date))""",
    ),
    "meeting_link": (
        """UPDATE meeting_roll r SET email = NULL, token_digest = NULL FROM meeting m
        WHERE m.id = r.meeting_id AND m.held_on <= CAST(:before AS timestamptz)::date
          AND num_nonnulls(r.email, r.token_digest) > 0""",
        """UPDATE meeting_notice_recipient x SET email = NULL FROM meeting_roll r JOIN meeting m ON m.id = r.meeting_id
        WHERE r.id = x.roll_id AND m.held_on <= CAST(:before AS timestamptz)::date AND x.email IS NOT NULL""",
        """UPDATE meeting SET staff_voter_email = NULL
        WHERE held_on <= CAST(:before AS timestamptz)::date AND staff_voter_email IS NOT NULL""",
    ),
    "meeting_attendance": (
        """DELETE FROM attendance a USING meeting m
        WHERE m.id = a.meeting_id AND m.held_on <= CAST(:before AS timestamptz)::date""",
        """DELETE FROM proxy p USING meeting m
        WHERE m.id = p.meeting_id AND m.held_on <= CAST(:before AS timestamptz)::date""",
        """UPDATE meeting_roll r SET representative_name = NULL, person_id = NULL FROM meeting m
        WHERE m.id = r.meeting_id AND m.held_on <= CAST(:before AS timestamptz)::date
          AND num_nonnulls(r.representative_name, r.person_id) > 0""",
    ),
    "fee_payer": (
        "UPDATE fee_receipt SET payer = NULL WHERE payer IS NOT NULL AND issued_on <= CAST(:before AS timestamptz)::date",
        """UPDATE payment SET reference = NULL
        WHERE reference IS NOT NULL AND method <> 'helloasso' AND received_on <= CAST(:before AS timestamptz)::date""",
    ),
}
