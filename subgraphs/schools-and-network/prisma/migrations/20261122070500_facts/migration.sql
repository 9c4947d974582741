-- What other subgraphs may know of boards, schools and programs (docs/feed.md).

CREATE VIEW board_fact AS
SELECT code::TEXT AS key, json_build_object('code', code, 'name', name) AS body FROM workforce_board;

-- A fact does not change with the day, and a school's tier does, on July 1. Who needs it on a day takes it from "closed",
-- "activeFiscalYears" (agreements in force, each in its year) and "member"; "tier" tells it without regard to the year.
-- "partnerFiscalYears" are the years in which it was a partner at any time, also where the agreement was terminated later.
CREATE VIEW school_fact AS
SELECT dese_code::TEXT AS key, json_build_object(
  'deseCode', dese_code,
  'districtCode', district_code,
  'name', name,
  'town', town,
  'boardCode', board_code,
  'grades', coalesce(grades, '{}'),
  'highSchool', coalesce(grades, '{}') && ARRAY[9, 10, 11, 12],
  'tier', CASE
    WHEN closed_on IS NOT NULL THEN 'NOT_IN_NETWORK'
    WHEN cardinality(partner_years) > 0 THEN 'PARTNER'
    WHEN member THEN 'MEMBER'
    ELSE 'NOT_IN_NETWORK' END,
  'closed', closed_on IS NOT NULL,
  'member', member,
  'activeFiscalYears', coalesce(partner_years, '{}'),
  'partnerFiscalYears', ARRAY(
    SELECT DISTINCT a.fiscal_year
      FROM partnership_school AS covered JOIN partnership_agreement AS a ON a.id = covered.agreement_id
     WHERE covered.school_code = dese_code AND num_nulls(a.signed_by_district, a.signed_by_board) = 0 ORDER BY 1)
) AS body FROM school;

CREATE VIEW program_fact AS
SELECT id::TEXT AS key, json_build_object(
  'id', id,
  'schoolCode', school_code,
  'type', type,
  'title', title,
  'cipCode', cip_code,
  'icpSector', icp_sector,
  'credentialIds', ARRAY(
    SELECT credential_id FROM program_credential AS led WHERE led.program_id = pathway_program.id ORDER BY 1)
) AS body FROM pathway_program;

CREATE FUNCTION tell_board() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refresh_fact('board', coalesce(NEW.code, OLD.code)::TEXT);
  RETURN NULL;
END
$$;
CREATE TRIGGER tell_board AFTER INSERT OR UPDATE OR DELETE ON workforce_board
  FOR EACH ROW EXECUTE FUNCTION tell_board();

CREATE FUNCTION tell_school() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refresh_fact('school', coalesce(NEW.dese_code, OLD.dese_code)::TEXT);
  RETURN NULL;
END
$$;
-- A change of an agreement or a membership touches its schools (recount_schools), and so comes by here.
CREATE TRIGGER tell_school AFTER INSERT OR UPDATE OR DELETE ON school
  FOR EACH ROW EXECUTE FUNCTION tell_school();

CREATE FUNCTION tell_program() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refresh_fact('program', coalesce(NEW.id, OLD.id)::TEXT);
  RETURN NULL;
END
$$;
CREATE TRIGGER tell_program AFTER INSERT OR UPDATE OR DELETE ON pathway_program
  FOR EACH ROW EXECUTE FUNCTION tell_program();

CREATE FUNCTION tell_program_of_credential() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refresh_fact('program', coalesce(NEW.program_id, OLD.program_id)::TEXT);
  RETURN NULL;
END
$$;
CREATE TRIGGER tell_program AFTER INSERT OR UPDATE OR DELETE ON program_credential
  FOR EACH ROW EXECUTE FUNCTION tell_program_of_credential();

-- After rows were loaded without triggers: what the schools' rows are counted from comes first.
CREATE OR REPLACE FUNCTION republish_all() RETURNS VOID LANGUAGE plpgsql AS $$
BEGIN
  PERFORM recount_schools(ARRAY(SELECT dese_code::TEXT FROM school));
  PERFORM republish('board');
  PERFORM republish('school');
  PERFORM republish('program');
END
$$;
SELECT republish_all();
