DROP INDEX uq_payment_reference;
DROP INDEX ix_payment_reference;
CREATE UNIQUE INDEX uq_payment_reference ON payment (method, reference) WHERE voided_on IS NULL;
CREATE INDEX ix_payment_reference ON payment (method, reference);
