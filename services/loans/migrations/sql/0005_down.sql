DROP TRIGGER loan_blocks_agree ON unit_block;
DROP TABLE loan_entry, loan_unit, loan, loan_request;
DROP FUNCTION loan_entry_stays, loan_blocks_agree, loan_moves;
