-- Days on which a unit is not free, whatever for: holds, loans, maintenance and internal use cannot coexist.
-- `period` is what it is for, `blocked` with the buffers that its lender needed when it was placed. A block that is
-- released stays, as history. `loan_id` names a row of `loan`.
CREATE TABLE unit_block (
  id uuid NOT NULL DEFAULT uuidv7(),
  unit_id uuid NOT NULL,
  kind text NOT NULL,
  loan_id uuid,
  period daterange NOT NULL,
  blocked daterange NOT NULL,
  expires_at timestamptz,
  released_at timestamptz,
  reason text,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT pk_unit_block PRIMARY KEY (id),
  CONSTRAINT fk_unit_block_unit_id_unit FOREIGN KEY (unit_id) REFERENCES unit (id),
  CONSTRAINT ck_unit_block_kind_known CHECK (kind IN ('hold', 'loan', 'maintenance', 'internal_use')),
  CONSTRAINT ck_unit_block_loans_name_theirs CHECK ((kind IN ('hold', 'loan')) = (loan_id IS NOT NULL)),
  CONSTRAINT ck_unit_block_only_holds_expire CHECK (kind = 'hold' OR expires_at IS NULL),
  -- The constraint below lets an empty range pass, and one without an end would block for ever.
  CONSTRAINT ck_unit_block_days_bounded
    CHECK (NOT isempty(period) AND daterange('1990-01-01', '2200-01-01') @> blocked),
  CONSTRAINT ck_unit_block_blocked_holds_period CHECK (blocked @> period),
  CONSTRAINT ck_unit_block_reason_length CHECK (length(reason) <= 500 AND btrim(reason) <> ''),
  CONSTRAINT ex_unit_block_one_at_a_time
    EXCLUDE USING gist (unit_id WITH =, blocked WITH &&) WHERE (released_at IS NULL)
);
CREATE INDEX ix_unit_block_loan_id ON unit_block (loan_id) WHERE loan_id IS NOT NULL;
CREATE INDEX ix_unit_block_unit_id ON unit_block (unit_id, upper(period));
CREATE INDEX ix_unit_block_lent ON unit_block (upper(period), unit_id) WHERE released_at IS NULL AND kind = 'loan';

-- Days on which a lender neither gives nor takes back anything, beside its weekdays and public holidays.
CREATE TABLE closure (
  id uuid NOT NULL DEFAULT uuidv7(),
  organisation_id uuid,
  days daterange NOT NULL,
  label text NOT NULL,
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT pk_closure PRIMARY KEY (id),
  CONSTRAINT fk_closure_organisation_id_organisation_copy
    FOREIGN KEY (organisation_id) REFERENCES organisation_copy (organisation_id),
  CONSTRAINT ck_closure_days_bounded CHECK (NOT isempty(days)
    AND daterange('1990-01-01', '2200-01-01') @> days AND upper(days) - lower(days) <= 366),
  CONSTRAINT ck_closure_label_length CHECK (length(label) <= 120 AND btrim(label) <> '')
);
CREATE INDEX ix_closure_organisation_id ON closure (organisation_id);

CREATE TRIGGER tell_public_change AFTER INSERT OR UPDATE OR DELETE ON unit_block
FOR EACH STATEMENT EXECUTE FUNCTION tell_public_change();
CREATE TRIGGER tell_public_change AFTER INSERT OR UPDATE OR DELETE ON closure
FOR EACH STATEMENT EXECUTE FUNCTION tell_public_change();
