-- CreateTable
CREATE TABLE "skill_gain_cell" (
    "fiscal_year" INTEGER NOT NULL,
    "place" TEXT NOT NULL,
    "skill" "EmployabilitySkill" NOT NULL,
    "label" TEXT NOT NULL,
    "board_code" TEXT,
    "students" INTEGER,
    "mean_baseline" DOUBLE PRECISION,
    "mean_final" DOUBLE PRECISION,
    "suppressed" TEXT,

    CONSTRAINT "skill_gain_cell_pkey" PRIMARY KEY ("fiscal_year","place","skill")
);

-- Skill gain counts reviews: a new one moves the source of the kept reports.
CREATE TRIGGER report_source AFTER INSERT OR DELETE OR TRUNCATE OR UPDATE
  ON wbl_review FOR EACH STATEMENT EXECUTE FUNCTION report_source_moves();

-- What a year's reports read of its placements, without their rows.
CREATE INDEX placement_begun ON placement (start_date)
  INCLUDE (id, student_id, site_id, school_code, board_code, wbl_type, broker_role, pay, hourly_wage_cents,
           minutes_per_week, planned_minutes, end_date, my_cap_goal_id)
  WHERE status IN ('ACTIVE', 'COMPLETED', 'ENDED_EARLY');
-- Who has a placement arranged or under way.
CREATE INDEX placement_open ON placement (student_id)
  WHERE status IN ('PROPOSED', 'MATCHED', 'APPROVED', 'ACTIVE');
-- Who is near immersion, and what they are interested in.
CREATE INDEX student_ref_enrolled ON student_ref (board_code, current_stage, grade)
  INCLUDE (student_id, interests)
  WHERE enrollment_status = 'ENROLLED';
CREATE INDEX opportunity_ref_open ON opportunity_ref (board_code, start_date)
  WHERE status = 'OPEN';
