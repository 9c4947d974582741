-- CreateEnum
CREATE TYPE "WorkforceBoardCode" AS ENUM ('BERKSHIRE', 'BOSTON', 'BRISTOL', 'GREATER_BROCKTON', 'CAPE_AND_ISLANDS', 'CENTRAL', 'FRANKLIN_HAMPSHIRE', 'GREATER_LOWELL', 'GREATER_NEW_BEDFORD', 'HAMPDEN_COUNTY', 'MERRIMACK_VALLEY', 'METRO_NORTH', 'METRO_SOUTH_WEST', 'NORTH_CENTRAL', 'NORTH_SHORE', 'SOUTH_SHORE');

-- CreateEnum
CREATE TYPE "PlanningRegion" AS ENUM ('BERKSHIRE', 'CAPE_AND_ISLANDS', 'CENTRAL', 'GREATER_BOSTON', 'NORTHEAST', 'PIONEER_VALLEY', 'SOUTHEAST');

-- CreateEnum
CREATE TYPE "NetworkTier" AS ENUM ('PARTNER', 'MEMBER', 'NOT_IN_NETWORK');

-- CreateEnum
CREATE TYPE "SchoolType" AS ENUM ('PUBLIC_SECONDARY', 'PUBLIC_MIDDLE', 'PUBLIC_ELEMENTARY', 'REGIONAL_VOC_TECH_AG', 'CHARTER', 'OTHER');

-- CreateEnum
CREATE TYPE "PathwayType" AS ENUM ('CHAPTER_74', 'PERKINS_NON_CHAPTER_74', 'INNOVATION_CAREER_PATHWAY', 'EARLY_COLLEGE', 'EARLY_COLLEGE_AND_ICP', 'NONE');

-- CreateEnum
CREATE TYPE "IcpSector" AS ENUM ('ADVANCED_MANUFACTURING', 'BUSINESS_FINANCE', 'CLEAN_ENERGY', 'ENVIRONMENTAL_LIFE_SCIENCES', 'HEALTHCARE_SOCIAL_ASSISTANCE', 'INFORMATION');

-- CreateEnum
CREATE TYPE "AgreementStatus" AS ENUM ('DRAFT', 'PENDING_SIGNATURE', 'ACTIVE', 'EXPIRED', 'TERMINATED');

-- CreateEnum
CREATE TYPE "ResourceKind" AS ENUM ('STAFF_TIME', 'SPACE', 'TECHNOLOGY', 'SCHEDULING', 'COMMUNICATIONS', 'OTHER');

-- CreateEnum
CREATE TYPE "ResourceSide" AS ENUM ('SCHOOL', 'WORKFORCE_BOARD');

-- CreateTable
CREATE TABLE "workforce_board" (
    "code" "WorkforceBoardCode" NOT NULL,
    "name" TEXT NOT NULL,
    "aliases" TEXT[],
    "planning_region" "PlanningRegion" NOT NULL,

    CONSTRAINT "workforce_board_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "municipality" (
    "name" TEXT NOT NULL,
    "board_code" "WorkforceBoardCode" NOT NULL,

    CONSTRAINT "municipality_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "district" (
    "dese_code" CHAR(8) NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "district_pkey" PRIMARY KEY ("dese_code")
);

-- CreateTable
CREATE TABLE "school" (
    "dese_code" CHAR(8) NOT NULL,
    "nces_id" TEXT,
    "name" TEXT NOT NULL,
    "district_code" CHAR(8) NOT NULL,
    "school_type" "SchoolType" NOT NULL,
    "grades" INTEGER[],
    "town" TEXT NOT NULL,
    "lat" DOUBLE PRECISION,
    "lon" DOUBLE PRECISION,
    "board_code" "WorkforceBoardCode" NOT NULL,
    "tier" "NetworkTier" NOT NULL DEFAULT 'NOT_IN_NETWORK',

    CONSTRAINT "school_pkey" PRIMARY KEY ("dese_code")
);

-- CreateTable
CREATE TABLE "enrollment_by_grade" (
    "school_code" CHAR(8) NOT NULL,
    "school_year" TEXT NOT NULL,
    "grade" INTEGER NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "enrollment_by_grade_pkey" PRIMARY KEY ("school_code","school_year","grade")
);

-- CreateTable
CREATE TABLE "staff_contact" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "title" TEXT,
    "school_code" CHAR(8),
    "coordinator" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "staff_contact_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "network_membership" (
    "id" UUID NOT NULL,
    "school_code" CHAR(8) NOT NULL,
    "joined_on" DATE NOT NULL,
    "joined_by_id" UUID,
    "email_list_opt_in" BOOLEAN NOT NULL,
    "database_registration_sent_at" TIMESTAMPTZ(3),
    "map_listed_at" TIMESTAMPTZ(3),

    CONSTRAINT "network_membership_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "partnership_agreement" (
    "id" UUID NOT NULL,
    "district_code" CHAR(8) NOT NULL,
    "board_code" "WorkforceBoardCode" NOT NULL,
    "fiscal_year" INTEGER NOT NULL,
    "status" "AgreementStatus" NOT NULL,
    "signed_by_district" DATE,
    "signed_by_board" DATE,

    CONSTRAINT "partnership_agreement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "partnership_school" (
    "agreement_id" UUID NOT NULL,
    "school_code" CHAR(8) NOT NULL,

    CONSTRAINT "partnership_school_pkey" PRIMARY KEY ("agreement_id","school_code")
);

-- CreateTable
CREATE TABLE "partnership_coordinator" (
    "agreement_id" UUID NOT NULL,
    "contact_id" UUID NOT NULL,

    CONSTRAINT "partnership_coordinator_pkey" PRIMARY KEY ("agreement_id","contact_id")
);

-- CreateTable
CREATE TABLE "resource_commitment" (
    "id" UUID NOT NULL,
    "agreement_id" UUID NOT NULL,
    "side" "ResourceSide" NOT NULL,
    "kind" "ResourceKind" NOT NULL,
    "description" TEXT NOT NULL,

    CONSTRAINT "resource_commitment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "pathway_program" (
    "id" UUID NOT NULL,
    "school_code" CHAR(8) NOT NULL,
    "type" "PathwayType" NOT NULL,
    "title" TEXT NOT NULL,
    "cip_code" TEXT,
    "icp_sector" "IcpSector",
    "wbl_integrated" BOOLEAN NOT NULL,

    CONSTRAINT "pathway_program_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "industry_credential" (
    "id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "ctdl_id" TEXT,

    CONSTRAINT "industry_credential_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "program_credential" (
    "program_id" UUID NOT NULL,
    "credential_id" UUID NOT NULL,

    CONSTRAINT "program_credential_pkey" PRIMARY KEY ("program_id","credential_id")
);

-- CreateTable
CREATE TABLE "convening" (
    "id" UUID NOT NULL,
    "board_code" "WorkforceBoardCode" NOT NULL,
    "date" DATE NOT NULL,
    "title" TEXT NOT NULL,
    "open_to_all_schools" BOOLEAN NOT NULL,
    "attendance" INTEGER,

    CONSTRAINT "convening_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "municipality_board_code_name_idx" ON "municipality"("board_code", "name");

-- CreateIndex
CREATE INDEX "school_district_code_dese_code_idx" ON "school"("district_code", "dese_code");

-- CreateIndex
CREATE INDEX "school_board_code_tier_dese_code_idx" ON "school"("board_code", "tier", "dese_code");

-- CreateIndex
CREATE INDEX "school_tier_dese_code_idx" ON "school"("tier", "dese_code");

-- CreateIndex
CREATE INDEX "staff_contact_school_code_coordinator_idx" ON "staff_contact"("school_code", "coordinator");

-- CreateIndex
CREATE UNIQUE INDEX "network_membership_school_code_key" ON "network_membership"("school_code");

-- CreateIndex
CREATE INDEX "partnership_agreement_district_code_fiscal_year_idx" ON "partnership_agreement"("district_code", "fiscal_year");

-- CreateIndex
CREATE INDEX "partnership_agreement_board_code_fiscal_year_status_idx" ON "partnership_agreement"("board_code", "fiscal_year", "status");

-- CreateIndex
CREATE INDEX "partnership_school_school_code_idx" ON "partnership_school"("school_code");

-- CreateIndex
CREATE INDEX "partnership_coordinator_contact_id_idx" ON "partnership_coordinator"("contact_id");

-- CreateIndex
CREATE INDEX "resource_commitment_agreement_id_idx" ON "resource_commitment"("agreement_id");

-- CreateIndex
CREATE INDEX "pathway_program_school_code_idx" ON "pathway_program"("school_code");

-- CreateIndex
CREATE INDEX "program_credential_credential_id_idx" ON "program_credential"("credential_id");

-- CreateIndex
CREATE INDEX "convening_board_code_date_idx" ON "convening"("board_code", "date");

-- AddForeignKey
ALTER TABLE "municipality" ADD CONSTRAINT "municipality_board_code_fkey" FOREIGN KEY ("board_code") REFERENCES "workforce_board"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "school" ADD CONSTRAINT "school_district_code_fkey" FOREIGN KEY ("district_code") REFERENCES "district"("dese_code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "school" ADD CONSTRAINT "school_board_code_fkey" FOREIGN KEY ("board_code") REFERENCES "workforce_board"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enrollment_by_grade" ADD CONSTRAINT "enrollment_by_grade_school_code_fkey" FOREIGN KEY ("school_code") REFERENCES "school"("dese_code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "staff_contact" ADD CONSTRAINT "staff_contact_school_code_fkey" FOREIGN KEY ("school_code") REFERENCES "school"("dese_code") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "network_membership" ADD CONSTRAINT "network_membership_school_code_fkey" FOREIGN KEY ("school_code") REFERENCES "school"("dese_code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "network_membership" ADD CONSTRAINT "network_membership_joined_by_id_fkey" FOREIGN KEY ("joined_by_id") REFERENCES "staff_contact"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "partnership_agreement" ADD CONSTRAINT "partnership_agreement_district_code_fkey" FOREIGN KEY ("district_code") REFERENCES "district"("dese_code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "partnership_agreement" ADD CONSTRAINT "partnership_agreement_board_code_fkey" FOREIGN KEY ("board_code") REFERENCES "workforce_board"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "partnership_school" ADD CONSTRAINT "partnership_school_agreement_id_fkey" FOREIGN KEY ("agreement_id") REFERENCES "partnership_agreement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "partnership_school" ADD CONSTRAINT "partnership_school_school_code_fkey" FOREIGN KEY ("school_code") REFERENCES "school"("dese_code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "partnership_coordinator" ADD CONSTRAINT "partnership_coordinator_agreement_id_fkey" FOREIGN KEY ("agreement_id") REFERENCES "partnership_agreement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "partnership_coordinator" ADD CONSTRAINT "partnership_coordinator_contact_id_fkey" FOREIGN KEY ("contact_id") REFERENCES "staff_contact"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "resource_commitment" ADD CONSTRAINT "resource_commitment_agreement_id_fkey" FOREIGN KEY ("agreement_id") REFERENCES "partnership_agreement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pathway_program" ADD CONSTRAINT "pathway_program_school_code_fkey" FOREIGN KEY ("school_code") REFERENCES "school"("dese_code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "program_credential" ADD CONSTRAINT "program_credential_program_id_fkey" FOREIGN KEY ("program_id") REFERENCES "pathway_program"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "program_credential" ADD CONSTRAINT "program_credential_credential_id_fkey" FOREIGN KEY ("credential_id") REFERENCES "industry_credential"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "convening" ADD CONSTRAINT "convening_board_code_fkey" FOREIGN KEY ("board_code") REFERENCES "workforce_board"("code") ON DELETE RESTRICT ON UPDATE CASCADE;
