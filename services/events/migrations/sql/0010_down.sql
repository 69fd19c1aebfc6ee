DROP TRIGGER scale_holds_its_scores ON criterion;
DROP TRIGGER conflicts_of_changed_organisation ON organisation_copy;
DROP TRIGGER conflicts_of_merged_organisation ON organisation_copy;
DROP TRIGGER conflicts_of_party ON application_party;
DROP TRIGGER conflicts_of_changed_application ON application;
DROP TRIGGER conflicts_of_new_application ON application;
DROP VIEW application_score, review_mean, reviewing, standing_conflict;
DROP FUNCTION found_conflicts(uuid, uuid), refresh_conflicts(uuid, uuid);
DROP VIEW judge_organisation, judge;
DROP FUNCTION domains_of(jsonb, jsonb), survivor_of(uuid);
DROP TABLE review_score, review, assignment, conflict_of_interest, committee_member, application_domain,
  public_mail_domain, team_copy, membership_copy;
DROP FUNCTION refresh_conflicts_of_application(), refresh_conflicts_of_party(), refresh_conflicts_of_account(),
  refresh_conflicts_of_organisation(), refresh_all_conflicts(), refuse_conflicted_assignment(),
  refuse_conflicted_review(), keep_score_within_scale(), keep_scale_of_scores();
