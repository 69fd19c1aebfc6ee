DROP TABLE fee_billing, fee_settings, fee_notice, fee_receipt;
DROP VIEW fee_standing;
CREATE OR REPLACE FUNCTION fees_up_to_date(asked_member uuid, asked_on date) RETURNS boolean
LANGUAGE sql STABLE
RETURN true;
DROP FUNCTION fee_settled(uuid, date);
DROP FUNCTION fee_received(uuid, date);
DROP TABLE payment, fee, fee_tariff_line, fee_tariff;
DROP FUNCTION fee_payer(uuid);
DROP FUNCTION refuse_fee_change(), refuse_payment_too_much(), refuse_fee_settled_twice(), keep_receipts(), register_fee_tariff();
