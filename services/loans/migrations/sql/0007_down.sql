DROP VIEW counted_loan;
DROP FUNCTION days_within;
DROP TABLE contributor_return, content_task, evaluation_link, evaluation, organisation_reference;
