DROP FUNCTION seats_to_fill(date, smallint, boolean);
DROP TABLE election_result, election_round, candidacy, election_seat, election;
DROP FUNCTION register_election, check_elected;
