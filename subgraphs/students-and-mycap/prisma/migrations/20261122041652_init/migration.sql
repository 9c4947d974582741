-- CreateEnum
CREATE TYPE "WorkforceBoardCode" AS ENUM ('BERKSHIRE', 'BOSTON', 'BRISTOL', 'GREATER_BROCKTON', 'CAPE_AND_ISLANDS', 'CENTRAL', 'FRANKLIN_HAMPSHIRE', 'GREATER_LOWELL', 'GREATER_NEW_BEDFORD', 'HAMPDEN_COUNTY', 'MERRIMACK_VALLEY', 'METRO_NORTH', 'METRO_SOUTH_WEST', 'NORTH_CENTRAL', 'NORTH_SHORE', 'SOUTH_SHORE');

-- CreateEnum
CREATE TYPE "CareerStage" AS ENUM ('SELF_DISCOVERY', 'CAREER_AWARENESS', 'CAREER_EXPLORATION', 'CAREER_IMMERSION');

-- CreateEnum
CREATE TYPE "MyCapDomain" AS ENUM ('SOCIAL_EMOTIONAL', 'ACADEMIC_LEARNING', 'CAREER_DEVELOPMENT');

-- CreateEnum
CREATE TYPE "ActivityType" AS ENUM ('PERSONAL_INTERESTS', 'SKILLS', 'TALENTS', 'PASSIONS', 'SELF_AWARENESS', 'CAREER_SPEAKER', 'CAREER_DAY', 'CAREER_FAIR', 'CAREER_INTEREST_INVENTORY', 'CAREER_SEARCH_REPORT', 'JOB_SHADOW', 'INFORMATIONAL_INTERVIEW', 'JOB_SKILLS_PORTFOLIO', 'COMMUNITY_SERVICE', 'SERVICE_LEARNING', 'CAREER_CLUB_LEADERSHIP', 'CONTEXTUAL_LEARNING', 'COURSEWORK', 'LABOR_MARKET_INFORMATION', 'CAPSTONE', 'INTERNSHIP', 'PRE_APPRENTICESHIP', 'ENTREPRENEURIAL_ENTERPRISE', 'SIMULATION', 'CLINICAL', 'PART_TIME_EMPLOYMENT', 'COOPERATIVE_EDUCATION');

-- CreateEnum
CREATE TYPE "PlanStatus" AS ENUM ('NOT_STARTED', 'IN_PROGRESS', 'ON_TRACK', 'COMPLETE_FOR_GRADE');

-- CreateEnum
CREATE TYPE "MilestoneStatus" AS ENUM ('PLANNED', 'IN_PROGRESS', 'COMPLETED', 'WAIVED');

-- CreateEnum
CREATE TYPE "StudentGroup" AS ENUM ('RACE_AMERICAN_INDIAN', 'RACE_ASIAN', 'RACE_BLACK', 'RACE_HISPANIC', 'RACE_MULTI', 'RACE_NHPI', 'RACE_WHITE', 'GENDER_FEMALE', 'GENDER_MALE', 'GENDER_NONBINARY', 'ENGLISH_LEARNER', 'STUDENT_WITH_DISABILITY', 'LOW_INCOME', 'HIGH_NEEDS', 'SECTION_504', 'NON_TRADITIONAL_GENDER');

-- CreateEnum
CREATE TYPE "EnrollmentStatus" AS ENUM ('ENROLLED', 'GRADUATED', 'WITHDRAWN');

-- CreateTable
CREATE TABLE "student" (
    "id" UUID NOT NULL,
    "sasid" CHAR(10) NOT NULL,
    "lasid" TEXT,
    "display_name" TEXT NOT NULL,
    "date_of_birth" DATE NOT NULL,
    "grade" INTEGER NOT NULL,
    "school_code" CHAR(8) NOT NULL,
    "board_code" "WorkforceBoardCode" NOT NULL,
    "groups" "StudentGroup"[],
    "enrollment_status" "EnrollmentStatus" NOT NULL,
    "graduated_on" DATE,

    CONSTRAINT "student_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "enrollment" (
    "id" UUID NOT NULL,
    "student_id" UUID NOT NULL,
    "school_code" CHAR(8) NOT NULL,
    "grade" INTEGER NOT NULL,
    "entered_on" DATE NOT NULL,
    "left_on" DATE,

    CONSTRAINT "enrollment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "my_cap_plan" (
    "id" UUID NOT NULL,
    "student_id" UUID NOT NULL,
    "status" "PlanStatus" NOT NULL,
    "current_stage" "CareerStage" NOT NULL,
    "furthest_stage" "CareerStage" NOT NULL,
    "advisor_id" UUID,
    "mass_core_on_track" BOOLEAN,
    "fafsa_completed" BOOLEAN,
    "reviewed_with_family_on" DATE,
    "opened_on" DATE NOT NULL,
    "open_for" UUID,

    CONSTRAINT "my_cap_plan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "my_cap_goal" (
    "id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "domain" "MyCapDomain" NOT NULL,
    "text" TEXT NOT NULL,
    "target_date" DATE,
    "status" "MilestoneStatus" NOT NULL,
    "target_soc" TEXT,

    CONSTRAINT "my_cap_goal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "my_cap_milestone" (
    "id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "domain" "MyCapDomain" NOT NULL,
    "grade" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "status" "MilestoneStatus" NOT NULL,
    "completed_on" DATE,
    "artifact_url" TEXT,

    CONSTRAINT "my_cap_milestone_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "activity_stage" (
    "type" "ActivityType" NOT NULL,
    "stage" "CareerStage" NOT NULL,

    CONSTRAINT "activity_stage_pkey" PRIMARY KEY ("type")
);

-- CreateTable
CREATE TABLE "career_activity" (
    "id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "type" "ActivityType" NOT NULL,
    "stage" "CareerStage" NOT NULL,
    "date" DATE NOT NULL,
    "event_id" UUID,
    "reflection" TEXT,
    "recorded_by" TEXT NOT NULL,

    CONSTRAINT "career_activity_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "stage_transition" (
    "id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "from_stage" "CareerStage",
    "to_stage" "CareerStage" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT,
    "recorded_by" TEXT NOT NULL,

    CONSTRAINT "stage_transition_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "pathway_enrollment" (
    "student_id" UUID NOT NULL,
    "program_id" UUID NOT NULL,
    "since" DATE NOT NULL,
    "concentrator" BOOLEAN NOT NULL,
    "technical_courses_completed" INTEGER NOT NULL,
    "advanced_courses_completed" INTEGER NOT NULL,

    CONSTRAINT "pathway_enrollment_pkey" PRIMARY KEY ("student_id")
);

-- CreateTable
CREATE TABLE "idempotent_result" (
    "subject" TEXT NOT NULL,
    "mutation" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "input_hash" CHAR(64) NOT NULL,
    "result_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "idempotent_result_pkey" PRIMARY KEY ("subject","mutation","key")
);

-- CreateIndex
CREATE UNIQUE INDEX "student_sasid_key" ON "student"("sasid");

-- CreateIndex
CREATE INDEX "student_school_code_grade_id_idx" ON "student"("school_code", "grade", "id");

-- CreateIndex
CREATE INDEX "student_school_code_id_idx" ON "student"("school_code", "id");

-- CreateIndex
CREATE INDEX "student_board_code_grade_id_idx" ON "student"("board_code", "grade", "id");

-- CreateIndex
CREATE INDEX "enrollment_student_id_entered_on_idx" ON "enrollment"("student_id", "entered_on");

-- CreateIndex
CREATE UNIQUE INDEX "my_cap_plan_open_for_key" ON "my_cap_plan"("open_for");

-- CreateIndex
CREATE INDEX "my_cap_plan_student_id_opened_on_idx" ON "my_cap_plan"("student_id", "opened_on");

-- CreateIndex
CREATE INDEX "my_cap_goal_plan_id_id_idx" ON "my_cap_goal"("plan_id", "id");

-- CreateIndex
CREATE INDEX "my_cap_milestone_plan_id_grade_id_idx" ON "my_cap_milestone"("plan_id", "grade", "id");

-- CreateIndex
CREATE INDEX "career_activity_plan_id_date_id_idx" ON "career_activity"("plan_id", "date", "id");

-- CreateIndex
CREATE INDEX "stage_transition_plan_id_at_idx" ON "stage_transition"("plan_id", "at");

-- CreateIndex
CREATE INDEX "pathway_enrollment_program_id_idx" ON "pathway_enrollment"("program_id");

-- CreateIndex
CREATE INDEX "idempotent_result_created_at_idx" ON "idempotent_result"("created_at");

-- AddForeignKey
ALTER TABLE "enrollment" ADD CONSTRAINT "enrollment_student_id_fkey" FOREIGN KEY ("student_id") REFERENCES "student"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "my_cap_plan" ADD CONSTRAINT "my_cap_plan_student_id_fkey" FOREIGN KEY ("student_id") REFERENCES "student"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "my_cap_plan" ADD CONSTRAINT "my_cap_plan_open_for_fkey" FOREIGN KEY ("open_for") REFERENCES "student"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "my_cap_goal" ADD CONSTRAINT "my_cap_goal_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "my_cap_plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "my_cap_milestone" ADD CONSTRAINT "my_cap_milestone_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "my_cap_plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "career_activity" ADD CONSTRAINT "career_activity_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "my_cap_plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "career_activity" ADD CONSTRAINT "career_activity_type_fkey" FOREIGN KEY ("type") REFERENCES "activity_stage"("type") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stage_transition" ADD CONSTRAINT "stage_transition_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "my_cap_plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pathway_enrollment" ADD CONSTRAINT "pathway_enrollment_student_id_fkey" FOREIGN KEY ("student_id") REFERENCES "student"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What must hold whoever writes.
ALTER TABLE "my_cap_plan" ADD CONSTRAINT "my_cap_plan_is_open_for_its_student" CHECK ("open_for" = "student_id");
ALTER TABLE "my_cap_plan" ADD CONSTRAINT "my_cap_plan_furthest_is_not_behind" CHECK ("furthest_stage" >= "current_stage");
ALTER TABLE "my_cap_milestone" ADD CONSTRAINT "my_cap_milestone_completed_has_a_date" CHECK ("status" <> 'COMPLETED' OR "completed_on" IS NOT NULL);
