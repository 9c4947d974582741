-- CreateTable
CREATE TABLE "student_ref" (
    "student_id" UUID NOT NULL,
    "school_code" CHAR(8) NOT NULL,
    "board_code" "WorkforceBoardCode" NOT NULL,
    "grade" INTEGER NOT NULL,
    "born_on" DATE NOT NULL,
    "cohort" INTEGER NOT NULL,
    "enrollment_status" TEXT NOT NULL,
    "graduated_on" DATE,
    "concentrator" BOOLEAN NOT NULL,
    "program_id" UUID,
    "groups" TEXT[],
    "current_stage" TEXT,
    "furthest_stage" TEXT,
    "plan_id" UUID,
    "goal_ids" UUID[],
    "interests" TEXT[],
    "enrollments" JSONB NOT NULL,
    "consents" JSONB NOT NULL,

    CONSTRAINT "student_ref_pkey" PRIMARY KEY ("student_id")
);

-- CreateTable
CREATE TABLE "opportunity_ref" (
    "opportunity_id" UUID NOT NULL,
    "site_id" UUID NOT NULL,
    "board_code" "WorkforceBoardCode" NOT NULL,
    "wbl_type" "WblType" NOT NULL,
    "pay" "PayType" NOT NULL,
    "hourly_wage_cents" INTEGER,
    "credit_bearing" BOOLEAN NOT NULL,
    "registered_apprenticeship_partner" TEXT,
    "minimum_age" INTEGER,
    "start_date" DATE NOT NULL,
    "end_date" DATE NOT NULL,
    "minutes_per_week" INTEGER,
    "planned_minutes" INTEGER,
    "status" TEXT NOT NULL,
    "cluster" TEXT,
    "demand_rating" TEXT,
    "slots" INTEGER NOT NULL,
    "filled" INTEGER NOT NULL DEFAULT 0,
    "slots_version" INTEGER NOT NULL,
    "slots_refused" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "opportunity_ref_pkey" PRIMARY KEY ("opportunity_id")
);

-- CreateTable
CREATE TABLE "site_ref" (
    "site_id" UUID NOT NULL,
    "employer_id" UUID NOT NULL,
    "board_code" "WorkforceBoardCode" NOT NULL,
    "setting" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "supervisors" JSONB NOT NULL,

    CONSTRAINT "site_ref_pkey" PRIMARY KEY ("site_id")
);

-- CreateTable
CREATE TABLE "employer_ref" (
    "employer_id" UUID NOT NULL,
    "sector" TEXT NOT NULL,
    "board_code" "WorkforceBoardCode" NOT NULL,

    CONSTRAINT "employer_ref_pkey" PRIMARY KEY ("employer_id")
);

-- CreateTable
CREATE TABLE "school_ref" (
    "dese_code" CHAR(8) NOT NULL,
    "district_code" CHAR(8) NOT NULL,
    "name" TEXT NOT NULL,
    "board_code" "WorkforceBoardCode" NOT NULL,
    "high_school" BOOLEAN NOT NULL,
    "closed" BOOLEAN NOT NULL,
    "tier" TEXT NOT NULL,
    "partner_fiscal_years" INTEGER[],

    CONSTRAINT "school_ref_pkey" PRIMARY KEY ("dese_code")
);

-- CreateTable
CREATE TABLE "board_ref" (
    "code" "WorkforceBoardCode" NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "board_ref_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "program_ref" (
    "id" UUID NOT NULL,
    "school_code" CHAR(8) NOT NULL,
    "type" TEXT NOT NULL,
    "icp_sector" TEXT,
    "cip_code" TEXT,

    CONSTRAINT "program_ref_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "career_event_ref" (
    "event_id" UUID NOT NULL,
    "type" TEXT NOT NULL,
    "stage" TEXT NOT NULL,
    "start_date" DATE NOT NULL,
    "end_date" DATE NOT NULL,
    "host_employer_ids" UUID[],

    CONSTRAINT "career_event_ref_pkey" PRIMARY KEY ("event_id")
);

-- CreateIndex
CREATE INDEX "student_ref_graduated_on_concentrator_idx" ON "student_ref"("graduated_on", "concentrator");

-- CreateIndex
CREATE INDEX "student_ref_cohort_board_code_idx" ON "student_ref"("cohort", "board_code");

-- CreateIndex
CREATE INDEX "student_ref_board_code_enrollment_status_idx" ON "student_ref"("board_code", "enrollment_status");

-- CreateIndex
CREATE INDEX "student_ref_school_code_idx" ON "student_ref"("school_code");

-- CreateIndex
CREATE INDEX "opportunity_ref_board_code_status_end_date_idx" ON "opportunity_ref"("board_code", "status", "end_date");

-- CreateIndex
CREATE INDEX "opportunity_ref_site_id_idx" ON "opportunity_ref"("site_id");

-- CreateIndex
CREATE INDEX "site_ref_employer_id_idx" ON "site_ref"("employer_id");

-- CreateIndex
CREATE INDEX "school_ref_board_code_dese_code_idx" ON "school_ref"("board_code", "dese_code");

-- CreateIndex
CREATE INDEX "career_event_ref_start_date_idx" ON "career_event_ref"("start_date");

-- What must hold whoever writes: nobody is matched to a slot that is not there.
ALTER TABLE "opportunity_ref" ADD CONSTRAINT "opportunity_ref_has_slots_for_all" CHECK ("filled" >= 0 AND "filled" <= "slots");

-- Which statuses fill a slot; domain/slots.ts says the same, and a test holds the two together.
CREATE FUNCTION "fills_a_slot"("status" "PlacementStatus") RETURNS boolean LANGUAGE sql IMMUTABLE
  RETURN "status" IN ('MATCHED', 'APPROVED', 'ACTIVE', 'COMPLETED', 'ENDED_EARLY');

-- Keeps "filled" of every opportunity whose placements a statement wrote, however many it wrote.
CREATE FUNCTION "count_filled_slots"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    UPDATE opportunity_ref o SET filled = o.filled + d.more
      FROM (SELECT opportunity_id, count(*)::int AS more FROM written
             WHERE opportunity_id IS NOT NULL AND fills_a_slot(status) GROUP BY 1) d
     WHERE o.opportunity_id = d.opportunity_id;
  ELSIF TG_OP = 'DELETE' THEN
    UPDATE opportunity_ref o SET filled = o.filled - d.fewer
      FROM (SELECT opportunity_id, count(*)::int AS fewer FROM overwritten
             WHERE opportunity_id IS NOT NULL AND fills_a_slot(status) GROUP BY 1) d
     WHERE o.opportunity_id = d.opportunity_id;
  ELSE
    UPDATE opportunity_ref o SET filled = o.filled + d.more
      FROM (SELECT opportunity_id, sum(one)::int AS more FROM (
              SELECT opportunity_id, 1 AS one FROM written WHERE fills_a_slot(status)
              UNION ALL
              SELECT opportunity_id, -1 FROM overwritten WHERE fills_a_slot(status)) moves
             WHERE opportunity_id IS NOT NULL GROUP BY 1 HAVING sum(one) <> 0) d
     WHERE o.opportunity_id = d.opportunity_id;
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER "placement_fills_slots_inserted" AFTER INSERT ON "placement"
  REFERENCING NEW TABLE AS "written" FOR EACH STATEMENT EXECUTE FUNCTION "count_filled_slots"();
CREATE TRIGGER "placement_fills_slots_updated" AFTER UPDATE ON "placement"
  REFERENCING OLD TABLE AS "overwritten" NEW TABLE AS "written" FOR EACH STATEMENT EXECUTE FUNCTION "count_filled_slots"();
CREATE TRIGGER "placement_fills_slots_deleted" AFTER DELETE ON "placement"
  REFERENCING OLD TABLE AS "overwritten" FOR EACH STATEMENT EXECUTE FUNCTION "count_filled_slots"();
