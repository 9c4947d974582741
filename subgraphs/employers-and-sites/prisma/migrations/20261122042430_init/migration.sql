-- CreateEnum
CREATE TYPE "WorkforceBoardCode" AS ENUM ('BERKSHIRE', 'BOSTON', 'BRISTOL', 'GREATER_BROCKTON', 'CAPE_AND_ISLANDS', 'CENTRAL', 'FRANKLIN_HAMPSHIRE', 'GREATER_LOWELL', 'GREATER_NEW_BEDFORD', 'HAMPDEN_COUNTY', 'MERRIMACK_VALLEY', 'METRO_NORTH', 'METRO_SOUTH_WEST', 'NORTH_CENTRAL', 'NORTH_SHORE', 'SOUTH_SHORE');

-- CreateEnum
CREATE TYPE "CareerStage" AS ENUM ('SELF_DISCOVERY', 'CAREER_AWARENESS', 'CAREER_EXPLORATION', 'CAREER_IMMERSION');

-- CreateEnum
CREATE TYPE "WblType" AS ENUM ('INTERNSHIP', 'CLINICAL_PRACTICUM', 'CAPSTONE', 'PRE_APPRENTICESHIP', 'SIMULATION', 'COOPERATIVE_EDUCATION', 'PART_TIME_EMPLOYMENT', 'ENTREPRENEURIAL_ENTERPRISE');

-- CreateEnum
CREATE TYPE "PayType" AS ENUM ('EMPLOYER_PAID', 'SUBSIDIZED', 'UNPAID', 'STIPEND');

-- CreateEnum
CREATE TYPE "EmployerSector" AS ENUM ('PRIVATE', 'NONPROFIT', 'PUBLIC');

-- CreateEnum
CREATE TYPE "OnboardingStatus" AS ENUM ('PROSPECT', 'CONTACTED', 'VETTING', 'ORIENTATION', 'ACTIVE', 'PAUSED', 'RETIRED');

-- CreateEnum
CREATE TYPE "OnboardingStep" AS ENUM ('AGREEMENT_SIGNED', 'SITE_VISIT', 'SAFETY_REVIEW', 'SUPERVISOR_ORIENTATION', 'CORI_CHECK', 'ACCESSIBILITY_REVIEW', 'CHILD_LABOR_ACK', 'INSURANCE_ON_FILE');

-- CreateEnum
CREATE TYPE "SiteSetting" AS ENUM ('OUTSIDE_SCHOOL', 'IN_SCHOOL', 'VIRTUAL', 'HYBRID');

-- CreateEnum
CREATE TYPE "OpportunityStatus" AS ENUM ('DRAFT', 'OPEN', 'FILLED', 'CLOSED', 'WITHDRAWN');

-- CreateEnum
CREATE TYPE "DemandRating" AS ENUM ('HIGH_WAGE_HIGH_DEMAND', 'GROWTH_AREA', 'STANDARD', 'UNRATED');

-- CreateEnum
CREATE TYPE "CareerEventType" AS ENUM ('CAREER_SPEAKER', 'CAREER_DAY', 'CAREER_FAIR', 'JOB_SHADOW_DAY', 'COMPANY_TOUR', 'CAREER_PANEL', 'MOCK_INTERVIEW', 'BOOTCAMP', 'STEM_AWARENESS', 'TEACHER_EXTERNSHIP', 'WORKSHOP');

-- CreateTable
CREATE TABLE "employer" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "sector" "EmployerSector" NOT NULL,
    "naics" TEXT,
    "board_code" "WorkforceBoardCode" NOT NULL,

    CONSTRAINT "employer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "site" (
    "id" UUID NOT NULL,
    "employer_id" UUID NOT NULL,
    "board_code" "WorkforceBoardCode" NOT NULL,
    "name" TEXT NOT NULL,
    "address" TEXT,
    "town" TEXT NOT NULL,
    "lat" DOUBLE PRECISION,
    "lon" DOUBLE PRECISION,
    "setting" "SiteSetting" NOT NULL,
    "onboarding_status" "OnboardingStatus" NOT NULL,
    "required_steps" "OnboardingStep"[],
    "completed_steps" "OnboardingStep"[],
    "last_reviewed" DATE,
    "accommodations" TEXT[],

    CONSTRAINT "site_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "supervisor" (
    "id" UUID NOT NULL,
    "site_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "left_on" DATE,

    CONSTRAINT "supervisor_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "opportunity" (
    "id" UUID NOT NULL,
    "site_id" UUID NOT NULL,
    "program_host_id" UUID,
    "board_code" "WorkforceBoardCode" NOT NULL,
    "title" TEXT NOT NULL,
    "wbl_type" "WblType" NOT NULL,
    "soc" TEXT,
    "naics" TEXT,
    "demand_rating" "DemandRating" NOT NULL,
    "start_date" DATE NOT NULL,
    "end_date" DATE NOT NULL,
    "minutes_per_week" INTEGER,
    "planned_minutes" INTEGER,
    "pay" "PayType" NOT NULL,
    "hourly_wage_cents" INTEGER,
    "credit_bearing" BOOLEAN NOT NULL,
    "registered_apprenticeship_partner" TEXT,
    "slots" INTEGER NOT NULL,
    "minimum_age" INTEGER,
    "status" "OpportunityStatus" NOT NULL,
    "plain_language_summary" TEXT NOT NULL,

    CONSTRAINT "opportunity_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "career_event" (
    "id" UUID NOT NULL,
    "type" "CareerEventType" NOT NULL,
    "stage" "CareerStage" NOT NULL,
    "title" TEXT NOT NULL,
    "start_date" DATE NOT NULL,
    "end_date" DATE NOT NULL,
    "partners" TEXT[],
    "attendance" INTEGER,
    "virtual" BOOLEAN NOT NULL,

    CONSTRAINT "career_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "career_event_host" (
    "event_id" UUID NOT NULL,
    "employer_id" UUID NOT NULL,

    CONSTRAINT "career_event_host_pkey" PRIMARY KEY ("event_id","employer_id")
);

-- CreateTable
CREATE TABLE "career_event_school" (
    "event_id" UUID NOT NULL,
    "school_code" CHAR(8) NOT NULL,

    CONSTRAINT "career_event_school_pkey" PRIMARY KEY ("event_id","school_code")
);

-- CreateIndex
CREATE INDEX "employer_board_code_id_idx" ON "employer"("board_code", "id");

-- CreateIndex
CREATE INDEX "site_employer_id_idx" ON "site"("employer_id");

-- CreateIndex
CREATE INDEX "site_board_code_onboarding_status_id_idx" ON "site"("board_code", "onboarding_status", "id");

-- CreateIndex
CREATE INDEX "site_board_code_id_idx" ON "site"("board_code", "id");

-- CreateIndex
CREATE INDEX "site_lat_lon_idx" ON "site"("lat", "lon");

-- CreateIndex
CREATE INDEX "supervisor_site_id_idx" ON "supervisor"("site_id");

-- CreateIndex
CREATE INDEX "opportunity_site_id_start_date_id_idx" ON "opportunity"("site_id", "start_date", "id");

-- CreateIndex
CREATE INDEX "opportunity_board_code_status_start_date_id_idx" ON "opportunity"("board_code", "status", "start_date", "id");

-- CreateIndex
CREATE INDEX "opportunity_status_start_date_id_idx" ON "opportunity"("status", "start_date", "id");

-- CreateIndex
CREATE INDEX "career_event_start_date_id_idx" ON "career_event"("start_date", "id");

-- CreateIndex
CREATE INDEX "career_event_host_employer_id_idx" ON "career_event_host"("employer_id");

-- CreateIndex
CREATE INDEX "career_event_school_school_code_idx" ON "career_event_school"("school_code");

-- AddForeignKey
ALTER TABLE "site" ADD CONSTRAINT "site_employer_id_fkey" FOREIGN KEY ("employer_id") REFERENCES "employer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "supervisor" ADD CONSTRAINT "supervisor_site_id_fkey" FOREIGN KEY ("site_id") REFERENCES "site"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "opportunity" ADD CONSTRAINT "opportunity_site_id_fkey" FOREIGN KEY ("site_id") REFERENCES "site"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "opportunity" ADD CONSTRAINT "opportunity_program_host_id_fkey" FOREIGN KEY ("program_host_id") REFERENCES "employer"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "career_event_host" ADD CONSTRAINT "career_event_host_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "career_event"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "career_event_host" ADD CONSTRAINT "career_event_host_employer_id_fkey" FOREIGN KEY ("employer_id") REFERENCES "employer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "career_event_school" ADD CONSTRAINT "career_event_school_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "career_event"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
