-- An activity that attendance becomes has an id of its event and student, the same in every replay of the feed.
CREATE OR REPLACE FUNCTION record_attendance(students UUID[]) RETURNS VOID LANGUAGE sql AS $$
  INSERT INTO career_activity (id, plan_id, type, stage, date, event_id, recorded_by)
  SELECT overlay(overlay(md5(a.event_id::text || a.student_id) placing '8' from 13) placing 'a' from 17)::uuid,
         p.id, chart.type, chart.stage, a.date, a.event_id, a.recorded_by
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
  ON CONFLICT DO NOTHING
$$;
