-- What two requests could break together, and what no row may be. The code checks the same first and says it better.

-- Codes of the Department: a district ends in 0000, and its schools share its first four digits.
ALTER TABLE district
  ADD CONSTRAINT district_dese_code_shape CHECK (dese_code ~ '^[0-9]{4}0000$');
ALTER TABLE school
  ADD CONSTRAINT school_dese_code_shape CHECK (dese_code ~ '^[0-9]{8}$' AND right(dese_code, 4) <> '0000'),
  ADD CONSTRAINT school_of_its_district CHECK (left(dese_code, 4) = left(district_code, 4));

-- A school has one membership at a time.
CREATE UNIQUE INDEX network_membership_one_open ON network_membership (school_code) WHERE left_on IS NULL;
ALTER TABLE network_membership
  ADD CONSTRAINT network_membership_left_after_joining CHECK (left_on >= joined_on);

-- "Expired" is what an active agreement is after June 30: it is derived from the day and not written down.
UPDATE partnership_agreement SET status = 'ACTIVE' WHERE status = 'EXPIRED';
ALTER TABLE partnership_agreement
  ADD CONSTRAINT partnership_agreement_expiry_is_derived CHECK (status <> 'EXPIRED'),
  ADD CONSTRAINT partnership_agreement_active_is_signed
    CHECK (status <> 'ACTIVE' OR num_nulls(signed_by_district, signed_by_board) = 0),
  ADD CONSTRAINT partnership_agreement_pending_lacks_a_signature
    CHECK (status <> 'PENDING_SIGNATURE' OR num_nulls(signed_by_district, signed_by_board) > 0),
  ADD CONSTRAINT partnership_agreement_draft_is_unsigned
    CHECK (status <> 'DRAFT' OR num_nulls(signed_by_district, signed_by_board) = 2);
CREATE UNIQUE INDEX partnership_agreement_one_active
  ON partnership_agreement (district_code, board_code, fiscal_year) WHERE status = 'ACTIVE';
CREATE UNIQUE INDEX partnership_agreement_one_renewal
  ON partnership_agreement (renewed_from_id) WHERE status <> 'TERMINATED';

ALTER TABLE convening
  ADD CONSTRAINT convening_attendance_is_a_count CHECK (attendance >= 0);
ALTER TABLE pathway_program
  ADD CONSTRAINT pathway_program_sector_is_of_icp
    CHECK ((type IN ('INNOVATION_CAREER_PATHWAY', 'EARLY_COLLEGE_AND_ICP')) = (icp_sector IS NOT NULL));

-- A data-sharing agreement is in force with all that its legal basis demands, or not at all.
ALTER TABLE data_sharing_agreement
  ADD CONSTRAINT data_sharing_agreement_expiry_is_derived CHECK (status <> 'EXPIRED'),
  ADD CONSTRAINT data_sharing_agreement_days_in_order CHECK (effective_from <= effective_to),
  ADD CONSTRAINT data_sharing_agreement_active_is_complete CHECK (status <> 'ACTIVE' OR (
    cardinality(purposes) > 0
    AND coalesce(cardinality(school_codes), 0) + coalesce(cardinality(grades), 0) + coalesce(cardinality(program_ids), 0) > 0
    AND coalesce(cardinality(classes), 0) + coalesce(cardinality(fields), 0) > 0
    AND NOT redisclosure
    AND CASE legal_basis
      WHEN 'CONSENT' THEN true
      WHEN 'SCHOOL_OFFICIAL' THEN control_contact_id IS NOT NULL
      WHEN 'STUDIES' THEN destruction_due IS NOT NULL AND NOT coalesce('DIRECT_ID' = ANY (classes), false)
      WHEN 'AUDIT_EVALUATION' THEN authorized_representative IS NOT NULL AND destruction_due IS NOT NULL
        AND NOT coalesce('DIRECT_ID' = ANY (classes), false)
      WHEN 'DIRECTORY' THEN directory_notice_on IS NOT NULL
        AND coalesce(classes, '{}') <@ ARRAY['QUASI_ID', 'DIRECT_ID']::"DataClass"[]
    END) IS TRUE);
CREATE UNIQUE INDEX data_sharing_agreement_newest ON data_sharing_agreement (id) WHERE newest;

-- Versions follow each other and are never changed: a change is another version, of the same two parties.
CREATE FUNCTION add_agreement_version() RETURNS TRIGGER LANGUAGE plpgsql AS $$
DECLARE
  earlier data_sharing_agreement;
BEGIN
  SELECT * INTO earlier FROM data_sharing_agreement AS a WHERE a.id = NEW.id AND a.newest FOR UPDATE;
  IF NEW.version <> coalesce(earlier.version, 0) + 1 THEN
    RAISE EXCEPTION 'Version % of agreement % does not follow version %.', NEW.version, NEW.id, coalesce(earlier.version, 0)
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF earlier.id IS NOT NULL
    AND (earlier.organization_id, earlier.district_code) <> (NEW.organization_id, NEW.district_code) THEN
    RAISE EXCEPTION 'Agreement % is between other parties.', NEW.id USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  UPDATE data_sharing_agreement SET newest = false WHERE version_id = earlier.version_id;
  NEW.newest := true;
  RETURN NEW;
END
$$;
CREATE TRIGGER add_agreement_version BEFORE INSERT ON data_sharing_agreement
  FOR EACH ROW EXECUTE FUNCTION add_agreement_version();

CREATE FUNCTION refuse_agreement_change() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  -- The one exception: the trigger above marks what is not the newest any more.
  IF TG_OP = 'UPDATE' AND pg_trigger_depth() > 1 AND to_jsonb(NEW) - 'newest' = to_jsonb(OLD) - 'newest' THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'A version of a data-sharing agreement is never changed. Write another version.'
    USING ERRCODE = 'integrity_constraint_violation';
END
$$;
CREATE TRIGGER refuse_agreement_change BEFORE UPDATE OR DELETE ON data_sharing_agreement
  FOR EACH ROW EXECUTE FUNCTION refuse_agreement_change();

-- What a school's tier follows from stands on its row, in the transaction that changes it. The schools are locked
-- before they are counted: of two transactions at once, the second sees what the first has done.
CREATE FUNCTION recount_schools(codes TEXT[]) RETURNS VOID LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM school WHERE dese_code = ANY (codes::CHAR(8)[]) ORDER BY dese_code FOR NO KEY UPDATE;
  UPDATE school SET
    member = EXISTS (SELECT FROM network_membership AS m WHERE m.school_code = dese_code AND m.left_on IS NULL),
    partner_years = ARRAY(
      SELECT DISTINCT a.fiscal_year
        FROM partnership_school AS covered JOIN partnership_agreement AS a ON a.id = covered.agreement_id
       WHERE covered.school_code = dese_code AND a.status = 'ACTIVE' ORDER BY 1)
  WHERE dese_code = ANY (codes::CHAR(8)[]);
END
$$;

CREATE FUNCTION recount_after_school_row() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  PERFORM recount_schools(array_remove(ARRAY[OLD.school_code::TEXT, NEW.school_code::TEXT], NULL));
  RETURN NULL;
END
$$;
CREATE TRIGGER recount_schools AFTER INSERT OR UPDATE OR DELETE ON network_membership
  FOR EACH ROW EXECUTE FUNCTION recount_after_school_row();
CREATE TRIGGER recount_schools AFTER INSERT OR UPDATE OR DELETE ON partnership_school
  FOR EACH ROW EXECUTE FUNCTION recount_after_school_row();

CREATE FUNCTION recount_after_agreement() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  PERFORM recount_schools(ARRAY(SELECT school_code::TEXT FROM partnership_school WHERE agreement_id = NEW.id));
  RETURN NULL;
END
$$;
CREATE TRIGGER recount_schools AFTER UPDATE OF status, fiscal_year ON partnership_agreement
  FOR EACH ROW EXECUTE FUNCTION recount_after_agreement();

SELECT recount_schools(ARRAY(SELECT dese_code::TEXT FROM school));
