DROP TRIGGER loan_papers_follow ON loan;
DROP TRIGGER loan_papers_agree ON loan;
ALTER TABLE loan DROP CONSTRAINT fk_loan_agreement_id, DROP CONSTRAINT fk_loan_signed_agreement_id,
  DROP CONSTRAINT fk_loan_insurance_certificate_id, DROP CONSTRAINT fk_loan_condition_report_out_id,
  DROP CONSTRAINT fk_loan_condition_report_in_id;
DROP TABLE invoice_line, invoice, invoice_issuer, incident, condition_photo, condition_line, condition_report, hand_over,
  slot, preparation_check, insurance_certificate, signature_link, agreement, paper_number;
DROP FUNCTION loan_papers_follow, loan_papers_agree, agreement_stays, condition_report_stays, invoice_stays,
  invoice_line_stays;
