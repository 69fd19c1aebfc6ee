-- People leave while a vote is open: the voices present and represented at its closing stand beside those it needed. Of
-- votes that closed before this nothing is known.
ALTER TABLE motion ADD COLUMN closing_voices integer CHECK (closing_voices >= 0),
  ADD CONSTRAINT ck_motion_closing_voices_once_closed CHECK (closing_voices IS NULL OR closed_at IS NOT NULL);
