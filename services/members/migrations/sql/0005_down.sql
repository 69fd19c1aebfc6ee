DROP FUNCTION fees_up_to_date(uuid, date);
DROP TABLE office, board_term, post, bylaws_version, representative, college_membership, member;
