-- CreateEnum
CREATE TYPE "WorkforceBoardCode" AS ENUM ('BERKSHIRE', 'BOSTON', 'BRISTOL', 'GREATER_BROCKTON', 'CAPE_AND_ISLANDS', 'CENTRAL', 'FRANKLIN_HAMPSHIRE', 'GREATER_LOWELL', 'GREATER_NEW_BEDFORD', 'HAMPDEN_COUNTY', 'MERRIMACK_VALLEY', 'METRO_NORTH', 'METRO_SOUTH_WEST', 'NORTH_CENTRAL', 'NORTH_SHORE', 'SOUTH_SHORE');

-- CreateEnum
CREATE TYPE "WblType" AS ENUM ('INTERNSHIP', 'CLINICAL_PRACTICUM', 'CAPSTONE', 'PRE_APPRENTICESHIP', 'SIMULATION', 'COOPERATIVE_EDUCATION', 'PART_TIME_EMPLOYMENT', 'ENTREPRENEURIAL_ENTERPRISE');

-- CreateEnum
CREATE TYPE "PayType" AS ENUM ('EMPLOYER_PAID', 'SUBSIDIZED', 'UNPAID', 'STIPEND');

-- CreateEnum
CREATE TYPE "PlacementStatus" AS ENUM ('PROPOSED', 'MATCHED', 'APPROVED', 'ACTIVE', 'COMPLETED', 'ENDED_EARLY', 'WITHDRAWN', 'DECLINED');

-- CreateEnum
CREATE TYPE "BrokerRole" AS ENUM ('DIRECT_PLACEMENT', 'WBLP_FACILITATION', 'WORKSHOP_OR_CLASS', 'NOT_BROKERED');

-- CreateEnum
CREATE TYPE "Season" AS ENUM ('SUMMER', 'SCHOOL_YEAR', 'BOTH');

-- CreateEnum
CREATE TYPE "EmployabilitySkill" AS ENUM ('ATTENDANCE_PUNCTUALITY', 'COMMUNICATION', 'TEAMWORK_COLLABORATION', 'MOTIVATION_INITIATIVE', 'CRITICAL_THINKING_PROBLEM_SOLVING', 'WORKPLACE_CULTURE_POLICY_SAFETY');

-- CreateEnum
CREATE TYPE "ReviewKind" AS ENUM ('BASELINE', 'INTERIM', 'FINAL');

-- CreateTable
CREATE TABLE "placement" (
    "id" UUID NOT NULL,
    "student_id" UUID NOT NULL,
    "opportunity_id" UUID,
    "site_id" UUID,
    "school_code" CHAR(8) NOT NULL,
    "board_code" "WorkforceBoardCode" NOT NULL,
    "wbl_type" "WblType" NOT NULL,
    "status" "PlacementStatus" NOT NULL,
    "start_date" DATE NOT NULL,
    "end_date" DATE,
    "minutes_per_week" INTEGER NOT NULL,
    "planned_minutes" INTEGER NOT NULL,
    "logged_minutes" INTEGER NOT NULL DEFAULT 0,
    "pay" "PayType" NOT NULL,
    "hourly_wage_cents" INTEGER,
    "credit_bearing" BOOLEAN NOT NULL,
    "credits" DOUBLE PRECISION,
    "season" "Season" NOT NULL,
    "broker_role" "BrokerRole" NOT NULL,
    "brokered_by" UUID,
    "registered_apprenticeship_partner" TEXT,
    "employer_led" BOOLEAN NOT NULL DEFAULT false,
    "external_client" BOOLEAN NOT NULL DEFAULT false,
    "work_permit_on_file" BOOLEAN,
    "my_cap_goal_id" UUID,
    "team_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "placement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "placement_event" (
    "id" UUID NOT NULL,
    "placement_id" UUID NOT NULL,
    "from_status" "PlacementStatus",
    "to_status" "PlacementStatus" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by" TEXT NOT NULL,
    "note" TEXT,

    CONSTRAINT "placement_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "hours_entry" (
    "id" UUID NOT NULL,
    "placement_id" UUID NOT NULL,
    "worked_on" DATE NOT NULL,
    "minutes" INTEGER NOT NULL,

    CONSTRAINT "hours_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "wbl_plan" (
    "id" UUID NOT NULL,
    "placement_id" UUID NOT NULL,
    "job_description" TEXT NOT NULL,

    CONSTRAINT "wbl_plan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "career_skill" (
    "id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "definition" TEXT,

    CONSTRAINT "career_skill_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "wbl_review" (
    "id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "kind" "ReviewKind" NOT NULL,
    "date" DATE NOT NULL,
    "supervisor_id" UUID,
    "goals" TEXT,
    "comments" TEXT,
    "student_signed_on" DATE,
    "supervisor_signed_on" DATE,

    CONSTRAINT "wbl_review_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "skill_score" (
    "review_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "employability_skill" "EmployabilitySkill",
    "career_skill_id" UUID,
    "score" INTEGER NOT NULL,

    CONSTRAINT "skill_score_pkey" PRIMARY KEY ("review_id","position")
);

-- CreateTable
CREATE TABLE "reflection" (
    "id" UUID NOT NULL,
    "placement_id" UUID NOT NULL,
    "date" DATE NOT NULL,
    "prompt" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "share_publicly" BOOLEAN NOT NULL,

    CONSTRAINT "reflection_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "placement_student_id_start_date_id_idx" ON "placement"("student_id", "start_date" DESC, "id");

-- CreateIndex
CREATE INDEX "placement_site_id_start_date_id_idx" ON "placement"("site_id", "start_date" DESC, "id");

-- CreateIndex
CREATE INDEX "placement_school_code_start_date_id_idx" ON "placement"("school_code", "start_date" DESC, "id");

-- CreateIndex
CREATE INDEX "placement_board_code_status_start_date_id_idx" ON "placement"("board_code", "status", "start_date" DESC, "id");

-- CreateIndex
CREATE INDEX "placement_opportunity_id_status_idx" ON "placement"("opportunity_id", "status");

-- CreateIndex
CREATE INDEX "placement_event_placement_id_at_idx" ON "placement_event"("placement_id", "at");

-- CreateIndex
CREATE INDEX "hours_entry_placement_id_worked_on_idx" ON "hours_entry"("placement_id", "worked_on");

-- CreateIndex
CREATE UNIQUE INDEX "wbl_plan_placement_id_key" ON "wbl_plan"("placement_id");

-- CreateIndex
CREATE UNIQUE INDEX "career_skill_plan_id_position_key" ON "career_skill"("plan_id", "position");

-- CreateIndex
CREATE INDEX "wbl_review_plan_id_date_idx" ON "wbl_review"("plan_id", "date");

-- CreateIndex
CREATE INDEX "skill_score_career_skill_id_idx" ON "skill_score"("career_skill_id");

-- CreateIndex
CREATE INDEX "reflection_placement_id_date_idx" ON "reflection"("placement_id", "date");

-- AddForeignKey
ALTER TABLE "placement_event" ADD CONSTRAINT "placement_event_placement_id_fkey" FOREIGN KEY ("placement_id") REFERENCES "placement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "hours_entry" ADD CONSTRAINT "hours_entry_placement_id_fkey" FOREIGN KEY ("placement_id") REFERENCES "placement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "wbl_plan" ADD CONSTRAINT "wbl_plan_placement_id_fkey" FOREIGN KEY ("placement_id") REFERENCES "placement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "career_skill" ADD CONSTRAINT "career_skill_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "wbl_plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "wbl_review" ADD CONSTRAINT "wbl_review_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "wbl_plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "skill_score" ADD CONSTRAINT "skill_score_review_id_fkey" FOREIGN KEY ("review_id") REFERENCES "wbl_review"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "skill_score" ADD CONSTRAINT "skill_score_career_skill_id_fkey" FOREIGN KEY ("career_skill_id") REFERENCES "career_skill"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reflection" ADD CONSTRAINT "reflection_placement_id_fkey" FOREIGN KEY ("placement_id") REFERENCES "placement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What must hold whoever writes.
ALTER TABLE "skill_score" ADD CONSTRAINT "skill_score_is_1_to_5" CHECK ("score" BETWEEN 1 AND 5);
ALTER TABLE "skill_score" ADD CONSTRAINT "skill_score_rates_one_skill" CHECK (("employability_skill" IS NULL) <> ("career_skill_id" IS NULL));
ALTER TABLE "hours_entry" ADD CONSTRAINT "hours_entry_is_positive" CHECK ("minutes" > 0);
ALTER TABLE "placement" ADD CONSTRAINT "placement_minutes_are_not_negative" CHECK ("planned_minutes" >= 0 AND "logged_minutes" >= 0 AND "minutes_per_week" >= 0);
ALTER TABLE "placement" ADD CONSTRAINT "placement_ends_after_it_starts" CHECK ("end_date" >= "start_date");
