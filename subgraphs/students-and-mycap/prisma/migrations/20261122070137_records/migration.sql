-- CreateEnum
CREATE TYPE "SupportType" AS ENUM ('IEP_ACCOMMODATION', 'LANGUAGE_SUPPORT', 'TRAVEL_PRACTICE', 'REPRESENTATIVE_SPEAKER', 'WORK_ATTIRE', 'PPE', 'BARRIER_POLICY', 'TECHNOLOGY', 'TRANSPORTATION', 'OTHER');

-- CreateEnum
CREATE TYPE "SupportStatus" AS ENUM ('REQUESTED', 'APPROVED', 'PROVIDED', 'DECLINED_BY_STUDENT', 'NOT_NEEDED');

-- CreateEnum
CREATE TYPE "ConsentBasis" AS ENUM ('ELIGIBLE_STUDENT', 'PARENT_GUARDIAN');

-- CreateEnum
CREATE TYPE "Purpose" AS ENUM ('PLACEMENT', 'CAREER_COUNSELING', 'PROGRAM_EVALUATION', 'RESEARCH', 'COLLEGE_ACCESS', 'REPORTING');

-- CreateEnum
CREATE TYPE "CompletedWhere" AS ENUM ('IN_CLASS', 'AT_HOME', 'AT_A_WORKSITE', 'IN_THE_COMMUNITY');

-- CreateEnum
CREATE TYPE "EwisRiskLevel" AS ENUM ('LOW', 'MODERATE', 'HIGH');

-- CreateEnum
CREATE TYPE "PathwayType" AS ENUM ('CHAPTER_74', 'PERKINS_NON_CHAPTER_74', 'INNOVATION_CAREER_PATHWAY', 'EARLY_COLLEGE', 'EARLY_COLLEGE_AND_ICP', 'NONE');

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('PUBLIC', 'STUDENT', 'FAMILY', 'SCHOOL_STAFF', 'DISTRICT_STAFF', 'BOARD_STAFF', 'PARTNER', 'EMPLOYER', 'STATE', 'ADMIN');

-- CreateEnum
CREATE TYPE "Outcome" AS ENUM ('DISCLOSED', 'REFUSED');

-- AlterTable
ALTER TABLE "my_cap_goal" ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "my_cap_milestone" ADD COLUMN     "completed_where" "CompletedWhere",
ADD COLUMN     "virtual" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "my_cap_plan" ADD COLUMN     "local_name" TEXT,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "student" ADD COLUMN     "cohort" INTEGER,
ADD COLUMN     "last_placement_start" DATE,
ADD COLUMN     "placed" BOOLEAN NOT NULL DEFAULT false;

-- A school year is called by the year it ends in, and begins on September 1.
UPDATE "student" s SET "cohort" = coalesce(
  extract(year FROM s."graduated_on"),
  (SELECT extract(year FROM e."entered_on" + interval '4 months') + greatest(12 - e."grade", 0)
     FROM "enrollment" e WHERE e."student_id" = s."id" ORDER BY e."entered_on" DESC LIMIT 1),
  extract(year FROM s."date_of_birth") + 18);
ALTER TABLE "student" ALTER COLUMN "cohort" SET NOT NULL;

-- CreateTable
CREATE TABLE "student_support" (
    "id" UUID NOT NULL,
    "student_id" UUID NOT NULL,
    "type" "SupportType" NOT NULL,
    "description" TEXT,
    "status" "SupportStatus" NOT NULL,
    "needed_by" DATE,
    "provider_organization" TEXT,
    "requested_at" TIMESTAMPTZ(3) NOT NULL,
    "requested_by" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "student_support_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "consent" (
    "id" UUID NOT NULL,
    "student_id" UUID NOT NULL,
    "basis" "ConsentBasis" NOT NULL,
    "recipient_organization" TEXT NOT NULL,
    "purpose" "Purpose" NOT NULL,
    "data_elements" TEXT[],
    "granted_on" DATE NOT NULL,
    "expires_on" DATE NOT NULL,
    "revoked_on" DATE,
    "granted_by" TEXT NOT NULL,
    "revoked_by" TEXT,

    CONSTRAINT "consent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "earned_credential" (
    "id" UUID NOT NULL,
    "student_id" UUID NOT NULL,
    "credential_id" UUID NOT NULL,
    "earned_on" DATE NOT NULL,
    "minutes" INTEGER,

    CONSTRAINT "earned_credential_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ewis_flag" (
    "student_id" UUID NOT NULL,
    "risk_level" "EwisRiskLevel" NOT NULL,
    "as_of" DATE NOT NULL,

    CONSTRAINT "ewis_flag_pkey" PRIMARY KEY ("student_id")
);

-- CreateTable
CREATE TABLE "access_log_entry" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "student_id" UUID NOT NULL,
    "district_code" CHAR(8) NOT NULL,
    "subject" TEXT,
    "person" TEXT,
    "position" TEXT,
    "organization" TEXT,
    "partner_id" UUID,
    "role" "Role" NOT NULL,
    "parts" TEXT[],
    "purpose" "Purpose",
    "agreement" UUID,
    "agreement_version" INTEGER,
    "outcome" "Outcome" NOT NULL,
    "code" TEXT,

    CONSTRAINT "access_log_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "school_ref" (
    "dese_code" CHAR(8) NOT NULL,
    "name" TEXT NOT NULL,
    "board_code" "WorkforceBoardCode" NOT NULL,
    "grades" INTEGER[],
    "closed" BOOLEAN NOT NULL,

    CONSTRAINT "school_ref_pkey" PRIMARY KEY ("dese_code")
);

-- CreateTable
CREATE TABLE "program_ref" (
    "id" UUID NOT NULL,
    "school_code" CHAR(8) NOT NULL,
    "type" "PathwayType" NOT NULL,
    "title" TEXT NOT NULL,
    "credential_ids" UUID[],

    CONSTRAINT "program_ref_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "attendance_ref" (
    "key" TEXT NOT NULL,
    "event_id" UUID NOT NULL,
    "student_id" UUID NOT NULL,
    "activity_type" TEXT NOT NULL,
    "date" DATE NOT NULL,
    "recorded_by" TEXT NOT NULL,
    "scope_schools" TEXT[],
    "scope_district" CHAR(8),
    "scope_board" TEXT,

    CONSTRAINT "attendance_ref_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE INDEX "student_support_student_id_id_idx" ON "student_support"("student_id", "id");

-- CreateIndex
CREATE INDEX "consent_student_id_id_idx" ON "consent"("student_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "earned_credential_student_id_credential_id_key" ON "earned_credential"("student_id", "credential_id");

-- CreateIndex
CREATE INDEX "access_log_entry_student_id_at_id_idx" ON "access_log_entry"("student_id", "at", "id");

-- CreateIndex
CREATE INDEX "access_log_entry_district_code_at_id_idx" ON "access_log_entry"("district_code", "at", "id");

-- CreateIndex
CREATE INDEX "attendance_ref_student_id_idx" ON "attendance_ref"("student_id");

-- An event that stands twice on a plan stays with the activity that was recorded first.
UPDATE "career_activity" a SET "event_id" = NULL
  WHERE EXISTS (SELECT FROM "career_activity" b
    WHERE b."plan_id" = a."plan_id" AND b."event_id" = a."event_id" AND b."id" < a."id");

-- CreateIndex
CREATE UNIQUE INDEX "career_activity_plan_id_event_id_key" ON "career_activity"("plan_id", "event_id");

-- AddForeignKey
ALTER TABLE "student_support" ADD CONSTRAINT "student_support_student_id_fkey" FOREIGN KEY ("student_id") REFERENCES "student"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consent" ADD CONSTRAINT "consent_student_id_fkey" FOREIGN KEY ("student_id") REFERENCES "student"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "earned_credential" ADD CONSTRAINT "earned_credential_student_id_fkey" FOREIGN KEY ("student_id") REFERENCES "student"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ewis_flag" ADD CONSTRAINT "ewis_flag_student_id_fkey" FOREIGN KEY ("student_id") REFERENCES "student"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "access_log_entry" ADD CONSTRAINT "access_log_entry_student_id_fkey" FOREIGN KEY ("student_id") REFERENCES "student"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What must hold whoever writes.
ALTER TABLE "student" ADD CONSTRAINT "student_sasid_is_ten_digits" CHECK ("sasid" ~ '^[0-9]{10}$');
ALTER TABLE "student" ADD CONSTRAINT "student_grade_is_possible" CHECK ("grade" BETWEEN 6 AND 13);
ALTER TABLE "student" ADD CONSTRAINT "student_graduated_has_a_date" CHECK (("enrollment_status" = 'GRADUATED') = ("graduated_on" IS NOT NULL));
ALTER TABLE "enrollment" ADD CONSTRAINT "enrollment_ends_after_it_begins" CHECK ("left_on" >= "entered_on");
ALTER TABLE "enrollment" ADD CONSTRAINT "enrollment_one_is_open" EXCLUDE USING btree ("student_id" WITH =) WHERE ("left_on" IS NULL);
ALTER TABLE "pathway_enrollment" ADD CONSTRAINT "pathway_enrollment_concentrator_by_courses" CHECK ("concentrator" = ("technical_courses_completed" >= 2));
ALTER TABLE "pathway_enrollment" ADD CONSTRAINT "pathway_enrollment_counts" CHECK ("technical_courses_completed" >= 0 AND "advanced_courses_completed" >= 0);
ALTER TABLE "consent" ADD CONSTRAINT "consent_expires_after_its_grant" CHECK ("expires_on" > "granted_on");
ALTER TABLE "consent" ADD CONSTRAINT "consent_revoked_after_its_grant" CHECK ("revoked_on" >= "granted_on");
ALTER TABLE "consent" ADD CONSTRAINT "consent_revoked_by_somebody" CHECK (("revoked_on" IS NULL) = ("revoked_by" IS NULL));
ALTER TABLE "earned_credential" ADD CONSTRAINT "earned_credential_minutes" CHECK ("minutes" >= 0);
ALTER TABLE "access_log_entry" ADD CONSTRAINT "access_log_entry_refusal_has_a_code" CHECK (("outcome" = 'REFUSED') = ("code" IS NOT NULL));

-- The ledger is added to, and nothing else.
CREATE FUNCTION access_log_is_append_only() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'The access log is append-only: % is refused.', lower(TG_OP)
    USING ERRCODE = 'integrity_constraint_violation';
END
$$;
CREATE TRIGGER access_log_is_append_only BEFORE UPDATE OR DELETE ON "access_log_entry"
  FOR EACH ROW EXECUTE FUNCTION access_log_is_append_only();
