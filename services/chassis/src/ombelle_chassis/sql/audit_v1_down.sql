DROP FUNCTION audit_faults();
DROP FUNCTION audit_append(text, text, text, text, jsonb);
DROP FUNCTION audit_hash(audit_entry);
DROP TABLE audit_value, audit_entry, audit_head;
DROP FUNCTION audit_only_forget();
DROP FUNCTION audit_refuse();
DROP FUNCTION audit_digest(bytea, text);
DROP FUNCTION audit_salt();
