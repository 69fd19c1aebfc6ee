DROP FUNCTION dossier_query(text);
DROP FUNCTION dossier_texts(text, text, text, text);
DROP FUNCTION application_entry_stays();
DROP FUNCTION application_lead_agrees();
DROP FUNCTION application_lead();
DROP FUNCTION application_moves();
