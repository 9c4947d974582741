-- What other subgraphs are told of a student (docs/feed.md): pseudonymous, without name, SASID or support.
CREATE VIEW student_fact AS
SELECT s.id::text AS key,
       json_build_object(
         'id', s.id,
         'schoolCode', s.school_code,
         'boardCode', s.board_code,
         'grade', s.grade,
         'bornOn', s.date_of_birth,
         'cohort', s.cohort,
         'enrollmentStatus', s.enrollment_status,
         'graduatedOn', s.graduated_on,
         'concentrator', coalesce(w.concentrator, false),
         'programId', w.program_id,
         'groups', to_json(s.groups),
         'currentStage', p.current_stage,
         'furthestStage', p.furthest_stage,
         'planId', p.id,
         'goalIds', coalesce(
           (SELECT json_agg(g.id ORDER BY g.id) FROM my_cap_goal g WHERE g.plan_id = p.id), '[]'),
         'interests', coalesce(
           (SELECT json_agg(DISTINCT left(g.target_soc, 2) ORDER BY left(g.target_soc, 2))
              FROM my_cap_goal g
             WHERE g.plan_id = p.id AND g.target_soc IS NOT NULL AND g.status IN ('PLANNED', 'IN_PROGRESS')), '[]'),
         'enrollments', coalesce(
           (SELECT json_agg(json_build_object('schoolCode', e.school_code, 'enteredOn', e.entered_on, 'leftOn', e.left_on)
                            ORDER BY e.entered_on, e.id)
              FROM enrollment e WHERE e.student_id = s.id), '[]'),
         'consents', coalesce(
           (SELECT json_agg(json_build_object('id', c.id, 'basis', c.basis, 'recipient', c.recipient_organization,
                                              'purpose', c.purpose, 'grantedOn', c.granted_on,
                                              'expiresOn', c.expires_on, 'revokedOn', c.revoked_on)
                            ORDER BY c.granted_on, c.id)
              FROM consent c WHERE c.student_id = s.id), '[]')
       ) AS body
  FROM student s
  LEFT JOIN my_cap_plan p ON p.open_for = s.id
  LEFT JOIN pathway_enrollment w ON w.student_id = s.id;

CREATE FUNCTION student_changed() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refresh_fact('student', coalesce(NEW.id, OLD.id)::text);
  RETURN NULL;
END
$$;
CREATE FUNCTION part_of_student_changed() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refresh_fact('student', coalesce(NEW.student_id, OLD.student_id)::text);
  RETURN NULL;
END
$$;
CREATE FUNCTION part_of_plan_changed() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refresh_fact('student', p.open_for::text) FROM my_cap_plan p
    WHERE p.id = coalesce(NEW.plan_id, OLD.plan_id) AND p.open_for IS NOT NULL;
  RETURN NULL;
END
$$;

CREATE TRIGGER student_fact AFTER INSERT OR DELETE OR UPDATE OF
  school_code, board_code, grade, date_of_birth, cohort, enrollment_status, graduated_on, groups
  ON student FOR EACH ROW EXECUTE FUNCTION student_changed();
CREATE TRIGGER student_fact AFTER INSERT OR DELETE OR UPDATE OF current_stage, furthest_stage, open_for
  ON my_cap_plan FOR EACH ROW EXECUTE FUNCTION part_of_student_changed();
CREATE TRIGGER student_fact AFTER INSERT OR DELETE OR UPDATE OF target_soc, status
  ON my_cap_goal FOR EACH ROW EXECUTE FUNCTION part_of_plan_changed();
CREATE TRIGGER student_fact AFTER INSERT OR DELETE OR UPDATE
  ON enrollment FOR EACH ROW EXECUTE FUNCTION part_of_student_changed();
CREATE TRIGGER student_fact AFTER INSERT OR DELETE OR UPDATE
  ON pathway_enrollment FOR EACH ROW EXECUTE FUNCTION part_of_student_changed();
CREATE TRIGGER student_fact AFTER INSERT OR DELETE OR UPDATE
  ON consent FOR EACH ROW EXECUTE FUNCTION part_of_student_changed();

CREATE OR REPLACE FUNCTION republish_all() RETURNS VOID LANGUAGE plpgsql AS $$
BEGIN
  PERFORM republish('student');
END
$$;

SELECT republish_all();

-- Records what the feed tells of attendance as activities on the students' open plans: where the recorder may speak for
-- the student's school of that day, and the day lies within the plan. The chart gives the stage.
CREATE FUNCTION record_attendance(students UUID[]) RETURNS VOID LANGUAGE sql AS $$
  INSERT INTO career_activity (id, plan_id, type, stage, date, event_id, recorded_by)
  SELECT uuidv7(), p.id, chart.type, chart.stage, a.date, a.event_id, a.recorded_by
    FROM attendance_ref a
    JOIN student s ON s.id = a.student_id
    JOIN my_cap_plan p ON p.open_for = s.id AND p.opened_on <= a.date
    JOIN activity_stage chart ON chart.type::text = a.activity_type
    JOIN LATERAL (SELECT e.school_code FROM enrollment e
                   WHERE e.student_id = s.id AND e.entered_on <= a.date AND (e.left_on IS NULL OR e.left_on >= a.date)
                   ORDER BY e.entered_on DESC LIMIT 1) attended ON true
    LEFT JOIN school_ref school ON school.dese_code = attended.school_code
   WHERE a.student_id = ANY ($1)
     AND (attended.school_code = ANY (a.scope_schools)
       OR left(attended.school_code, 4) = left(a.scope_district, 4)
       OR coalesce(school.board_code, s.board_code)::text = a.scope_board)
  ON CONFLICT (plan_id, event_id) DO NOTHING
$$;
