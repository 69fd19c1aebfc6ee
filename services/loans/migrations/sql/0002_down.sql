DROP TABLE tariff, pickup_place, lender_settings;
DROP FUNCTION tell_public_change, folded_words, fold;
