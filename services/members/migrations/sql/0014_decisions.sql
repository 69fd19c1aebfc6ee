-- What the board decides of an application, it decides at a meeting that is kept, where one is named.
ALTER TABLE membership_application
  ADD CONSTRAINT fk_membership_application_meeting_id_meeting FOREIGN KEY (meeting_id) REFERENCES meeting (id);
CREATE INDEX ix_membership_application_meeting_id ON membership_application (meeting_id);
