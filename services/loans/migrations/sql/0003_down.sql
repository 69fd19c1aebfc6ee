DROP TRIGGER tell_public_change ON organisation_copy;
DROP VIEW counted_item, item_rule;
DROP TABLE catalogue_edition, item_document, item_photo, unit, item_format, item, stored_file;
DROP SEQUENCE unit_number;
DROP FUNCTION item_words, edition_is_frozen;
