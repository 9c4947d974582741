-- CreateEnum
CREATE TYPE "MessageKind" AS ENUM ('DATABASE_REGISTRATION');

-- CreateEnum
CREATE TYPE "OrganizationKind" AS ENUM ('INTERMEDIARY', 'COLLEGE_ACCESS', 'FUNDER', 'COMMUNITY', 'HIGHER_EDUCATION');

-- CreateEnum
CREATE TYPE "LegalBasis" AS ENUM ('CONSENT', 'SCHOOL_OFFICIAL', 'STUDIES', 'AUDIT_EVALUATION', 'DIRECTORY');

-- CreateEnum
CREATE TYPE "SharingStatus" AS ENUM ('DRAFT', 'ACTIVE', 'SUSPENDED', 'EXPIRED', 'TERMINATED');

-- CreateEnum
CREATE TYPE "Purpose" AS ENUM ('PLACEMENT', 'CAREER_COUNSELING', 'PROGRAM_EVALUATION', 'RESEARCH', 'COLLEGE_ACCESS', 'REPORTING');

-- CreateEnum
CREATE TYPE "DataClass" AS ENUM ('PUBLIC', 'STAFF_DIRECTORY', 'EDUCATION_RECORD', 'QUASI_ID', 'DIRECT_ID', 'EVALUATIVE', 'FINANCIAL', 'SPECIAL_CATEGORY');

-- DropIndex
DROP INDEX "network_membership_school_code_key";

-- DropIndex
DROP INDEX "pathway_program_school_code_idx";

-- DropIndex
DROP INDEX "school_board_code_tier_dese_code_idx";

-- DropIndex
DROP INDEX "school_tier_dese_code_idx";

-- AlterTable
ALTER TABLE "convening" ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "district" ADD COLUMN     "local_plan_name" TEXT;

-- AlterTable
ALTER TABLE "network_membership" ADD COLUMN     "database_registration_used_at" TIMESTAMPTZ(3),
ADD COLUMN     "left_on" DATE;

-- AlterTable
ALTER TABLE "partnership_agreement" ADD COLUMN     "renewed_from_id" UUID,
ADD COLUMN     "terminated_for" TEXT,
ADD COLUMN     "terminated_on" DATE,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "pathway_program" ADD COLUMN     "frameworks_url" TEXT;

-- AlterTable
ALTER TABLE "school" DROP COLUMN "tier",
ADD COLUMN     "board_assigned_on" DATE,
ADD COLUMN     "closed_on" DATE,
ADD COLUMN     "member" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "partner_years" INTEGER[] DEFAULT ARRAY[]::INTEGER[];

-- AlterTable
ALTER TABLE "staff_contact" ADD COLUMN     "board_code" "WorkforceBoardCode",
ADD COLUMN     "district_code" CHAR(8),
ADD COLUMN     "organization_id" UUID;

-- DropEnum
DROP TYPE "NetworkTier";

-- CreateTable
CREATE TABLE "specialist_assignment" (
    "contact_id" UUID NOT NULL,
    "school_code" CHAR(8) NOT NULL,

    CONSTRAINT "specialist_assignment_pkey" PRIMARY KEY ("contact_id","school_code")
);

-- CreateTable
CREATE TABLE "message" (
    "id" UUID NOT NULL,
    "kind" "MessageKind" NOT NULL,
    "contact_id" UUID NOT NULL,
    "membership_id" UUID NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "taken_at" TIMESTAMPTZ(3),

    CONSTRAINT "message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "partner_organization" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "OrganizationKind" NOT NULL,

    CONSTRAINT "partner_organization_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "data_sharing_agreement" (
    "version_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "newest" BOOLEAN NOT NULL DEFAULT true,
    "organization_id" UUID NOT NULL,
    "district_code" CHAR(8) NOT NULL,
    "status" "SharingStatus" NOT NULL,
    "legal_basis" "LegalBasis" NOT NULL,
    "purposes" "Purpose"[],
    "effective_from" DATE NOT NULL,
    "effective_to" DATE NOT NULL,
    "school_codes" TEXT[],
    "grades" INTEGER[],
    "program_ids" UUID[],
    "classes" "DataClass"[],
    "fields" TEXT[],
    "aggregate_only" BOOLEAN NOT NULL,
    "export_allowed" BOOLEAN NOT NULL,
    "redisclosure" BOOLEAN NOT NULL DEFAULT false,
    "destruction_due" DATE,
    "destruction_certified_on" DATE,
    "control_contact_id" UUID,
    "authorized_representative" TEXT,
    "directory_notice_on" DATE,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_by" TEXT NOT NULL,

    CONSTRAINT "data_sharing_agreement_pkey" PRIMARY KEY ("version_id")
);

-- CreateIndex
CREATE INDEX "specialist_assignment_school_code_idx" ON "specialist_assignment"("school_code");

-- CreateIndex
CREATE INDEX "message_taken_at_due_at_idx" ON "message"("taken_at", "due_at");

-- CreateIndex
CREATE INDEX "message_contact_id_idx" ON "message"("contact_id");

-- CreateIndex
CREATE INDEX "message_membership_id_idx" ON "message"("membership_id");

-- CreateIndex
CREATE UNIQUE INDEX "partner_organization_name_key" ON "partner_organization"("name");

-- CreateIndex
CREATE INDEX "data_sharing_agreement_organization_id_id_idx" ON "data_sharing_agreement"("organization_id", "id");

-- CreateIndex
CREATE INDEX "data_sharing_agreement_district_code_id_idx" ON "data_sharing_agreement"("district_code", "id");

-- CreateIndex
CREATE INDEX "data_sharing_agreement_control_contact_id_idx" ON "data_sharing_agreement"("control_contact_id");

-- CreateIndex
CREATE UNIQUE INDEX "data_sharing_agreement_id_version_key" ON "data_sharing_agreement"("id", "version");

-- CreateIndex
CREATE INDEX "network_membership_school_code_idx" ON "network_membership"("school_code");

-- CreateIndex
CREATE INDEX "partnership_agreement_renewed_from_id_idx" ON "partnership_agreement"("renewed_from_id");

-- CreateIndex
CREATE UNIQUE INDEX "pathway_program_school_code_type_title_key" ON "pathway_program"("school_code", "type", "title");

-- CreateIndex
CREATE INDEX "school_board_code_dese_code_idx" ON "school"("board_code", "dese_code");

-- CreateIndex
CREATE INDEX "school_name_dese_code_idx" ON "school"("name", "dese_code");

-- CreateIndex
CREATE INDEX "school_town_dese_code_idx" ON "school"("town", "dese_code");

-- CreateIndex
CREATE INDEX "staff_contact_district_code_idx" ON "staff_contact"("district_code");

-- CreateIndex
CREATE INDEX "staff_contact_board_code_idx" ON "staff_contact"("board_code");

-- CreateIndex
CREATE INDEX "staff_contact_organization_id_idx" ON "staff_contact"("organization_id");

-- AddForeignKey
ALTER TABLE "staff_contact" ADD CONSTRAINT "staff_contact_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "partner_organization"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "staff_contact" ADD CONSTRAINT "staff_contact_district_code_fkey" FOREIGN KEY ("district_code") REFERENCES "district"("dese_code") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "staff_contact" ADD CONSTRAINT "staff_contact_board_code_fkey" FOREIGN KEY ("board_code") REFERENCES "workforce_board"("code") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "specialist_assignment" ADD CONSTRAINT "specialist_assignment_contact_id_fkey" FOREIGN KEY ("contact_id") REFERENCES "staff_contact"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "specialist_assignment" ADD CONSTRAINT "specialist_assignment_school_code_fkey" FOREIGN KEY ("school_code") REFERENCES "school"("dese_code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message" ADD CONSTRAINT "message_contact_id_fkey" FOREIGN KEY ("contact_id") REFERENCES "staff_contact"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message" ADD CONSTRAINT "message_membership_id_fkey" FOREIGN KEY ("membership_id") REFERENCES "network_membership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "partnership_agreement" ADD CONSTRAINT "partnership_agreement_renewed_from_id_fkey" FOREIGN KEY ("renewed_from_id") REFERENCES "partnership_agreement"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "data_sharing_agreement" ADD CONSTRAINT "data_sharing_agreement_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "partner_organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "data_sharing_agreement" ADD CONSTRAINT "data_sharing_agreement_district_code_fkey" FOREIGN KEY ("district_code") REFERENCES "district"("dese_code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "data_sharing_agreement" ADD CONSTRAINT "data_sharing_agreement_control_contact_id_fkey" FOREIGN KEY ("control_contact_id") REFERENCES "staff_contact"("id") ON DELETE SET NULL ON UPDATE CASCADE;
