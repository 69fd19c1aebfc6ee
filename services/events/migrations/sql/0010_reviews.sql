-- Whoever a conflict stands for must learn nothing of what is thought of the application, whatever their roles.
CREATE VIEW standing_conflict AS
SELECT application_id, account_id, kind FROM conflict_of_interest WHERE dismissed_at IS NULL;

-- Who reads which application as a reviewer, now.
CREATE VIEW reviewing AS
SELECT a.application_id, a.account_id, a.call_id, a.due_on
FROM assignment a
JOIN committee_member m ON (m.call_id, m.account_id) = (a.call_id, a.account_id)
JOIN application p ON p.id = a.application_id
WHERE a.recused_at IS NULL AND m.left_at IS NULL
  AND p.status IN ('submitted', 'changes_requested', 'under_review', 'decided')
  AND NOT EXISTS (
    SELECT FROM standing_conflict c WHERE (c.application_id, c.account_id) = (a.application_id, a.account_id));

-- One row for each review that counts: submitted, by somebody who did not stand back and has no conflict. The mean is
-- weighted; criteria of several scales are brought to the largest of the call's, `out_of`. What was scored counts: a
-- criterion added later does not lower a review that could not know of it.
CREATE VIEW review_mean AS
SELECT r.application_id, r.account_id, a.call_id, r.recommendation, top.out_of,
  CASE WHEN g.has_scoring
    THEN (top.out_of * sum(c.weight * s.score / c.scale) / sum(c.weight))::double precision END AS mean
FROM review r
JOIN assignment a ON (a.application_id, a.account_id) = (r.application_id, r.account_id)
JOIN call g ON g.id = a.call_id
CROSS JOIN LATERAL (SELECT max(scale) AS out_of FROM criterion WHERE call_id = a.call_id) top
LEFT JOIN review_score s ON (s.application_id, s.account_id) = (r.application_id, r.account_id)
LEFT JOIN criterion c ON c.id = s.criterion_id
WHERE r.submitted_at IS NOT NULL AND a.recused_at IS NULL
  AND NOT EXISTS (
    SELECT FROM standing_conflict k WHERE (k.application_id, k.account_id) = (r.application_id, r.account_id))
GROUP BY r.application_id, r.account_id, a.call_id, r.recommendation, top.out_of, g.has_scoring;

-- What the committee thinks of an application: mean of the reviews' means, and their standard deviation (`spread`).
CREATE VIEW application_score AS
SELECT application_id, count(*) AS reviews, avg(mean) AS mean, stddev_pop(mean) AS spread, max(out_of) AS out_of,
  count(*) FILTER (WHERE recommendation = 'label') AS label,
  count(*) FILTER (WHERE recommendation = 'waitlist') AS waitlist,
  count(*) FILTER (WHERE recommendation = 'not_label') AS not_label
FROM review_mean GROUP BY application_id;

-- The organisation that one is now, after every merge.
CREATE FUNCTION survivor_of(organisation uuid) RETURNS uuid LANGUAGE sql STABLE AS $$
  WITH RECURSIVE way (id) AS (
    SELECT organisation
    UNION SELECT c.merged_into FROM way JOIN organisation_copy c ON c.organisation_id = way.id
    WHERE c.merged_into IS NOT NULL
  )
  SELECT coalesce((
    SELECT id FROM way WHERE NOT EXISTS (
      SELECT FROM organisation_copy c WHERE c.organisation_id = way.id AND c.merged_into IS NOT NULL) LIMIT 1
  ), organisation)
$$;

-- The domains of the addresses that answers give in fields of type e-mail, at any depth of the form.
CREATE FUNCTION domains_of(answers jsonb, definition jsonb) RETURNS SETOF text LANGUAGE sql STABLE AS $$
  SELECT DISTINCT lower(address[1])
  FROM jsonb_path_query(definition, '$.** ? (@.type == "email").id') AS field (id)
  CROSS JOIN LATERAL jsonb_path_query(answers, ('$.**.' || id::text)::jsonpath) AS value
  CROSS JOIN LATERAL regexp_matches(value #>> '{}', '@([[:alnum:].-]+\.[[:alnum:]-]+)', 'g') AS address
$$;

-- Whoever could judge applications of a call: its committee, those who left it included, and the coordination.
CREATE VIEW judge AS
SELECT m.call_id, m.account_id, m.email, m.organisation_ids FROM committee_member m
UNION ALL
SELECT g.id, t.account_id, t.email, '{}' FROM team_copy t CROSS JOIN call g
WHERE t.roles && '{coordinator,administrator}' AND NOT EXISTS (
  SELECT FROM committee_member m WHERE (m.call_id, m.account_id) = (g.id, t.account_id));

-- The organisations that an account works for. A membership that ended counts against applications begun before.
CREATE VIEW judge_organisation AS
SELECT j.call_id, j.account_id, survivor_of(m.organisation_id) AS organisation_id, 'membership' AS source,
  CASE WHEN m.role IS NULL THEN coalesce(m.ended_at, '-infinity') ELSE 'infinity' END AS until
FROM judge j JOIN membership_copy m ON m.account_id = j.account_id
UNION ALL
SELECT j.call_id, j.account_id, survivor_of(known.id), 'committee', 'infinity'
FROM judge j CROSS JOIN LATERAL unnest(j.organisation_ids) AS known (id);

-- Conflicts that the data show, of one application or account, or with nulls of all.
CREATE FUNCTION found_conflicts(of_application uuid, of_account uuid)
RETURNS TABLE (application_id uuid, account_id uuid, kind text, evidence jsonb) LANGUAGE sql STABLE AS $$
  WITH dossier AS (
    SELECT p.id, p.call_id, p.organisation_id, p.created_at FROM application p
    WHERE p.status NOT IN ('draft', 'discarded') AND (of_application IS NULL OR p.id = of_application)
  ), party (id, call_id, created_at, organisation_id, name, role) AS (
    SELECT d.id, d.call_id, d.created_at, d.organisation_id, NULL, 'lead' FROM dossier d
    UNION
    SELECT d.id, d.call_id, d.created_at, y.organisation_id, y.name, y.role
    FROM dossier d JOIN application_party y ON y.application_id = d.id AND y.refused_at IS NULL
  ), standing AS (
    SELECT y.*, survivor_of(y.organisation_id) AS stands FROM party y
  )
  SELECT y.id, o.account_id, CASE WHEN y.role = 'lead' THEN 'organisation' ELSE 'partner' END AS found,
    jsonb_agg(DISTINCT jsonb_build_object('organisation_id', o.organisation_id, 'role', y.role, 'source', o.source))
  FROM standing y
  JOIN judge_organisation o ON o.call_id = y.call_id AND o.until >= y.created_at
  LEFT JOIN organisation_copy c ON c.organisation_id = o.organisation_id
  WHERE (of_account IS NULL OR o.account_id = of_account)
    AND (o.organisation_id = y.stands OR (y.organisation_id IS NULL AND fold(y.name) = fold(c.name)))
  GROUP BY y.id, o.account_id, found
  UNION ALL
  SELECT d.id, j.account_id, 'address_domain', jsonb_agg(DISTINCT jsonb_build_object('domain', a.domain))
  FROM dossier d
  JOIN application_domain a ON a.application_id = d.id
  JOIN judge j ON j.call_id = d.call_id
  CROSS JOIN LATERAL (SELECT lower(split_part(j.email, '@', 2)) AS domain) own
  WHERE (of_account IS NULL OR j.account_id = of_account) AND own.domain <> ''
    AND (own.domain = a.domain OR own.domain LIKE '%.' || a.domain OR a.domain LIKE '%.' || own.domain)
    AND NOT EXISTS (
      SELECT FROM public_mail_domain p WHERE p.domain IN (own.domain, a.domain)
        OR own.domain LIKE '%.' || p.domain OR a.domain LIKE '%.' || p.domain)
  GROUP BY d.id, j.account_id
$$;

-- Bring the found conflicts up to date. A dismissed one stays so while it rests on nothing more than was dismissed.
-- They take turns: of two who each bring one half of a conflict, the second sees what the first wrote.
CREATE FUNCTION refresh_conflicts(of_application uuid, of_account uuid) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('refresh_conflicts'));
  DELETE FROM conflict_of_interest c
  WHERE c.kind IN ('organisation', 'partner', 'address_domain') AND c.dismissed_at IS NULL
    AND (of_application IS NULL OR c.application_id = of_application)
    AND (of_account IS NULL OR c.account_id = of_account)
    AND NOT EXISTS (
      SELECT FROM found_conflicts(of_application, of_account) f
      WHERE (f.application_id, f.account_id, f.kind) = (c.application_id, c.account_id, c.kind));
  INSERT INTO conflict_of_interest AS c (application_id, account_id, kind, evidence)
  SELECT f.application_id, f.account_id, f.kind, f.evidence FROM found_conflicts(of_application, of_account) f
  ON CONFLICT (application_id, account_id, kind) DO UPDATE SET evidence = excluded.evidence,
    declared_at = CASE WHEN excluded.evidence <@ c.evidence THEN c.declared_at ELSE now() END,
    dismissed_at = CASE WHEN excluded.evidence <@ c.evidence THEN c.dismissed_at END,
    dismissed_by = CASE WHEN excluded.evidence <@ c.evidence THEN c.dismissed_by END,
    dismissal_reason = CASE WHEN excluded.evidence <@ c.evidence THEN c.dismissal_reason END
  WHERE c.evidence <> excluded.evidence;
END $$;

CREATE FUNCTION refresh_conflicts_of_application() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM application_domain WHERE application_id = NEW.id;
  INSERT INTO application_domain (application_id, domain)
  SELECT NEW.id, given FROM form_version f, domains_of(NEW.answers, f.definition) AS given
  WHERE f.id = NEW.form_version_id;
  PERFORM refresh_conflicts(NEW.id, NULL);
  RETURN NULL;
END $$;
-- Drafts, which nobody judges, are saved without this.
CREATE TRIGGER conflicts_of_new_application AFTER INSERT ON application FOR EACH ROW
WHEN (NEW.status NOT IN ('draft', 'discarded')) EXECUTE FUNCTION refresh_conflicts_of_application();
CREATE TRIGGER conflicts_of_changed_application
AFTER UPDATE OF status, answers, organisation_id, form_version_id ON application FOR EACH ROW
WHEN (NEW.status NOT IN ('draft', 'discarded') AND (
  OLD.status = 'draft' OR OLD.organisation_id <> NEW.organisation_id OR OLD.form_version_id <> NEW.form_version_id
  OR OLD.answers <> NEW.answers))
EXECUTE FUNCTION refresh_conflicts_of_application();

CREATE FUNCTION refresh_conflicts_of_party() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refresh_conflicts(p.id, NULL) FROM application p
  WHERE p.id IN (OLD.application_id, NEW.application_id) AND p.status NOT IN ('draft', 'discarded');
  RETURN NULL;
END $$;
CREATE TRIGGER conflicts_of_party AFTER INSERT OR DELETE OR UPDATE OF application_id, organisation_id, name, role, refused_at
ON application_party FOR EACH ROW EXECUTE FUNCTION refresh_conflicts_of_party();

CREATE FUNCTION refresh_conflicts_of_account() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    PERFORM refresh_conflicts(NULL, OLD.account_id);
  ELSE
    PERFORM refresh_conflicts(NULL, NEW.account_id);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER conflicts_of_membership AFTER INSERT OR DELETE OR UPDATE OF organisation_id, role, ended_at
ON membership_copy FOR EACH ROW EXECUTE FUNCTION refresh_conflicts_of_account();
CREATE TRIGGER conflicts_of_committee_member AFTER INSERT OR DELETE OR UPDATE OF account_id, email, organisation_ids
ON committee_member FOR EACH ROW EXECUTE FUNCTION refresh_conflicts_of_account();
CREATE TRIGGER conflicts_of_team AFTER INSERT OR DELETE OR UPDATE OF email, roles
ON team_copy FOR EACH ROW EXECUTE FUNCTION refresh_conflicts_of_account();

-- One that became another keeps what was dismissed of it; the parties and members of both are the same's now.
CREATE FUNCTION refresh_conflicts_of_organisation() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('refresh_conflicts'));
  IF NEW.merged_into IS NOT NULL THEN
    UPDATE conflict_of_interest
    SET evidence = replace(evidence::text, NEW.organisation_id::text, survivor_of(NEW.organisation_id)::text)::jsonb
    WHERE strpos(evidence::text, NEW.organisation_id::text) > 0;
  END IF;
  PERFORM refresh_conflicts(NULL, NULL);
  RETURN NULL;
END $$;
CREATE TRIGGER conflicts_of_merged_organisation AFTER INSERT ON organisation_copy FOR EACH ROW
WHEN (NEW.merged_into IS NOT NULL) EXECUTE FUNCTION refresh_conflicts_of_organisation();
CREATE TRIGGER conflicts_of_changed_organisation AFTER UPDATE OF name, merged_into ON organisation_copy FOR EACH ROW
WHEN (OLD.merged_into IS DISTINCT FROM NEW.merged_into OR OLD.name IS DISTINCT FROM NEW.name)
EXECUTE FUNCTION refresh_conflicts_of_organisation();

CREATE FUNCTION refresh_all_conflicts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refresh_conflicts(NULL, NULL);
  RETURN NULL;
END $$;
CREATE TRIGGER conflicts_of_public_domains AFTER INSERT OR DELETE ON public_mail_domain FOR EACH STATEMENT
EXECUTE FUNCTION refresh_all_conflicts();

CREATE FUNCTION refuse_conflicted_assignment() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- the lock lets a status change wait for this transaction
  IF NOT EXISTS (
    SELECT FROM application p WHERE p.id = NEW.application_id
      AND p.status IN ('submitted', 'changes_requested', 'under_review') FOR SHARE
  ) THEN
    RAISE EXCEPTION 'an application is assigned between its submission and its decision'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'assignment_of_an_open_application';
  END IF;
  IF EXISTS (
    SELECT FROM committee_member m WHERE (m.call_id, m.account_id) = (NEW.call_id, NEW.account_id)
      AND m.left_at IS NOT NULL
  ) THEN
    RAISE EXCEPTION 'who left the committee is assigned nothing'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'assignment_to_who_sits';
  END IF;
  IF EXISTS (
    SELECT FROM standing_conflict c WHERE (c.application_id, c.account_id) = (NEW.application_id, NEW.account_id)
  ) THEN
    RAISE EXCEPTION 'who has a conflict of interest is assigned nothing'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'assignment_without_conflict';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER assignment_without_conflict BEFORE INSERT ON assignment FOR EACH ROW
EXECUTE FUNCTION refuse_conflicted_assignment();

CREATE FUNCTION refuse_conflicted_review() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT FROM standing_conflict c WHERE (c.application_id, c.account_id) = (NEW.application_id, NEW.account_id)
  ) THEN
    RAISE EXCEPTION 'who has a conflict of interest reviews nothing'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'review_without_conflict';
  END IF;
  IF NOT EXISTS (
    SELECT FROM assignment a
    JOIN committee_member m ON (m.call_id, m.account_id) = (a.call_id, a.account_id)
    WHERE (a.application_id, a.account_id) = (NEW.application_id, NEW.account_id)
      AND a.recused_at IS NULL AND m.left_at IS NULL FOR SHARE
  ) THEN
    RAISE EXCEPTION 'only who was asked, sits and did not stand back reviews'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'review_by_who_was_asked';
  END IF;
  IF NOT EXISTS (
    SELECT FROM application p WHERE p.id = NEW.application_id
      AND p.status IN ('submitted', 'changes_requested', 'under_review') FOR SHARE
  ) THEN
    RAISE EXCEPTION 'a review is written until the decision'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'review_before_the_decision';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER review_without_conflict BEFORE INSERT OR UPDATE OF comment, recommendation, submitted_at ON review
FOR EACH ROW EXECUTE FUNCTION refuse_conflicted_review();

CREATE FUNCTION keep_score_within_scale() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  most smallint;
BEGIN
  -- the lock lets a change of the scale wait for this transaction
  SELECT c.scale INTO most FROM criterion c
  JOIN assignment a ON a.call_id = c.call_id
  WHERE c.id = NEW.criterion_id AND (a.application_id, a.account_id) = (NEW.application_id, NEW.account_id)
  FOR SHARE OF c;
  IF most IS NULL THEN
    RAISE EXCEPTION 'the criterion is of another call'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'score_on_a_criterion_of_the_call';
  ELSIF NEW.score > most THEN
    RAISE EXCEPTION 'the score is beyond the scale'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'score_within_scale';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER score_within_scale BEFORE INSERT OR UPDATE OF score, criterion_id ON review_score
FOR EACH ROW EXECUTE FUNCTION keep_score_within_scale();

CREATE FUNCTION keep_scale_of_scores() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM review_score s WHERE s.criterion_id = NEW.id AND s.score > NEW.scale) THEN
    RAISE EXCEPTION 'scores are beyond the new scale'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'scale_holds_its_scores';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER scale_holds_its_scores BEFORE UPDATE OF scale ON criterion
FOR EACH ROW WHEN (NEW.scale < OLD.scale) EXECUTE FUNCTION keep_scale_of_scores();
