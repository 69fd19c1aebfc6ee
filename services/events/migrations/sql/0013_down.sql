DROP FUNCTION dossier_terms(text, text[]);
