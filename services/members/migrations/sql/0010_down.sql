DROP FUNCTION is_present(uuid);
DROP TABLE meeting_task, minutes, meeting_happening, poll_voter, urn, poll, motion_conflict, motion, proxy, attendance,
  meeting_notice_recipient, meeting_notice, meeting_roll, meeting_document, agenda_item, meeting_pulse, meeting;
DROP FUNCTION register_meeting(), keep_approved_minutes(), add_paper_ballots(uuid, integer, integer[], integer),
  cast_ballot(uuid, uuid, uuid, text[]), mark_voter(uuid, uuid, boolean), refuse_ballot(text), give_poll_an_urn(),
  majority_reached(text, integer, integer, boolean, boolean, integer, integer, integer, integer, integer), meeting_quorum(uuid),
  void_proxy_of_arrived(), check_proxy(), refuse_proxy(text), keep_frozen_roll(), give_meeting_a_pulse();
