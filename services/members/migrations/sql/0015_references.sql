-- « VIR-1 » and « vir-1 » are one reference. Of two payments that were kept under both, the later one is told apart by
-- the end of its id: neither is lost, and somebody can look at them.
UPDATE payment p SET reference = left(p.reference, 85) || ' (' || right(p.id::text, 12) || ')'
WHERE p.voided_on IS NULL AND EXISTS (SELECT FROM payment x WHERE x.voided_on IS NULL AND x.method = p.method
  AND lower(x.reference) = lower(p.reference) AND x.id < p.id);
DROP INDEX uq_payment_reference;
DROP INDEX ix_payment_reference;
CREATE UNIQUE INDEX uq_payment_reference ON payment (method, lower(reference)) WHERE voided_on IS NULL;
CREATE INDEX ix_payment_reference ON payment (method, lower(reference));
