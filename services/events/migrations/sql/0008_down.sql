DROP FUNCTION dossier_query(text);
DROP FUNCTION application_entry_stays();
DROP FUNCTION application_lead_agrees();
DROP FUNCTION application_lead();
DROP FUNCTION application_moves();
