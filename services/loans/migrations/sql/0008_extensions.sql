-- A borrower asks that a loan last longer; the lender extends it or says no, and either way the question is settled.
ALTER TABLE loan
  ADD COLUMN extension_asked_until date,
  ADD COLUMN extension_asked_at timestamptz,
  ADD COLUMN extension_message text,
  ADD CONSTRAINT ck_loan_extension_asked_whole CHECK (
    (extension_asked_until IS NULL) = (extension_asked_at IS NULL)
    AND (extension_message IS NULL OR extension_asked_until IS NOT NULL)),
  ADD CONSTRAINT ck_loan_extension_asked_is_longer CHECK (extension_asked_until > ends_on),
  ADD CONSTRAINT ck_loan_extension_asked_while_it_may CHECK (
    extension_asked_until IS NULL OR status IN ('approved', 'agreement_sent', 'confirmed', 'out')),
  ADD CONSTRAINT ck_loan_extension_message_length CHECK (
    length(extension_message) <= 2000 AND btrim(extension_message) <> '');
CREATE INDEX ix_loan_extension_asked ON loan (id) WHERE extension_asked_until IS NOT NULL;
