-- CreateEnum
CREATE TYPE "Season" AS ENUM ('SUMMER', 'SCHOOL_YEAR', 'BOTH');

-- CreateEnum
CREATE TYPE "TechnologySupport" AS ENUM ('EQUIPMENT', 'CONNECTIVITY', 'AT_HOME_KIT');

-- CreateEnum
CREATE TYPE "CareerCluster" AS ENUM ('AGRICULTURE_AND_NATURAL_RESOURCES', 'ARCHITECTURE_AND_CONSTRUCTION', 'ARTS_AND_COMMUNICATION', 'BUSINESS_MANAGEMENT', 'EDUCATION_AND_TRAINING', 'FINANCE', 'GOVERNMENT', 'HEALTH_SCIENCE', 'HOSPITALITY_AND_TOURISM', 'HUMAN_SERVICES', 'INFORMATION_TECHNOLOGY', 'LAW_AND_PUBLIC_SAFETY', 'MANUFACTURING', 'MARKETING', 'SCIENCE_AND_ENGINEERING', 'TRANSPORTATION_AND_LOGISTICS');

-- DropIndex
DROP INDEX "employer_board_code_id_idx";

-- AlterTable
ALTER TABLE "career_event" ADD COLUMN     "board_code" "WorkforceBoardCode";

-- AlterTable
ALTER TABLE "opportunity" ADD COLUMN     "career_cluster" "CareerCluster",
ADD COLUMN     "demand_source" TEXT,
ADD COLUMN     "filled" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "program_id" UUID,
ADD COLUMN     "slots_refused" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "slots_requested" INTEGER,
ADD COLUMN     "slots_version" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "technology_support" "TechnologySupport"[] DEFAULT ARRAY[]::"TechnologySupport"[],
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "site" ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- CreateTable
CREATE TABLE "opportunity_program" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "season" "Season" NOT NULL,
    "fiscal_year" INTEGER NOT NULL,
    "board_code" "WorkforceBoardCode" NOT NULL,
    "host_id" UUID,

    CONSTRAINT "opportunity_program_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "wraparound_support" (
    "id" UUID NOT NULL,
    "program_id" UUID NOT NULL,
    "provider" TEXT NOT NULL,
    "summary" TEXT NOT NULL,

    CONSTRAINT "wraparound_support_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "onboarding_resource" (
    "id" UUID NOT NULL,
    "board_code" "WorkforceBoardCode" NOT NULL,
    "step" "OnboardingStep",
    "title" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "recommended_on" DATE NOT NULL,
    "recommended_by" TEXT NOT NULL,

    CONSTRAINT "onboarding_resource_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "school_ref" (
    "school_code" CHAR(8) NOT NULL,
    "board_code" "WorkforceBoardCode" NOT NULL,
    "closed" BOOLEAN NOT NULL,

    CONSTRAINT "school_ref_pkey" PRIMARY KEY ("school_code")
);

-- CreateTable
CREATE TABLE "event_attendance" (
    "id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "student_id" UUID NOT NULL,
    "activity_type" TEXT NOT NULL,
    "recorded_by" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "scope" JSONB NOT NULL,

    CONSTRAINT "event_attendance_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "opportunity_program_fiscal_year_name_id_idx" ON "opportunity_program"("fiscal_year", "name", "id");

-- CreateIndex
CREATE INDEX "opportunity_program_host_id_idx" ON "opportunity_program"("host_id");

-- CreateIndex
CREATE INDEX "wraparound_support_program_id_idx" ON "wraparound_support"("program_id");

-- CreateIndex
CREATE INDEX "onboarding_resource_step_id_idx" ON "onboarding_resource"("step", "id");

-- CreateIndex
CREATE INDEX "onboarding_resource_board_code_id_idx" ON "onboarding_resource"("board_code", "id");

-- CreateIndex
CREATE UNIQUE INDEX "event_attendance_event_id_student_id_recorded_by_key" ON "event_attendance"("event_id", "student_id", "recorded_by");

-- CreateIndex
CREATE INDEX "career_event_board_code_start_date_id_idx" ON "career_event"("board_code", "start_date", "id");

-- CreateIndex
CREATE INDEX "employer_board_code_name_id_idx" ON "employer"("board_code", "name", "id");

-- CreateIndex
CREATE INDEX "employer_name_id_idx" ON "employer"("name", "id");

-- CreateIndex
CREATE INDEX "opportunity_program_id_start_date_id_idx" ON "opportunity"("program_id", "start_date", "id");

-- AddForeignKey
ALTER TABLE "opportunity" ADD CONSTRAINT "opportunity_program_id_fkey" FOREIGN KEY ("program_id") REFERENCES "opportunity_program"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "opportunity_program" ADD CONSTRAINT "opportunity_program_host_id_fkey" FOREIGN KEY ("host_id") REFERENCES "employer"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "wraparound_support" ADD CONSTRAINT "wraparound_support_program_id_fkey" FOREIGN KEY ("program_id") REFERENCES "opportunity_program"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event_attendance" ADD CONSTRAINT "event_attendance_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "career_event"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- By hand from here on: what Prisma's schema cannot say.

-- The rules of the domain, for what two requests could break together.
ALTER TABLE "site"
    ADD CONSTRAINT "site_active_when_onboarded"
        CHECK ("onboarding_status" <> 'ACTIVE' OR "required_steps" <@ "completed_steps"),
    ADD CONSTRAINT "site_in_massachusetts"
        CHECK ("setting" = 'VIRTUAL' OR ("lat" IS NOT NULL AND "lon" IS NOT NULL
            AND "lat" BETWEEN 41.18 AND 42.89 AND "lon" BETWEEN -73.51 AND -69.85));

ALTER TABLE "opportunity"
    ADD CONSTRAINT "opportunity_ends_after_start" CHECK ("end_date" >= "start_date"),
    ADD CONSTRAINT "opportunity_has_slots" CHECK ("slots" >= 1 AND "slots_requested" >= 1),
    ADD CONSTRAINT "opportunity_within_slots" CHECK ("filled" BETWEEN 0 AND "slots"),
    ADD CONSTRAINT "opportunity_co_op_is_paid"
        CHECK ("status" = 'DRAFT' OR "wbl_type" <> 'COOPERATIVE_EDUCATION' OR "pay" <> 'UNPAID'),
    ADD CONSTRAINT "opportunity_paid_or_credit"
        CHECK ("status" = 'DRAFT' OR "wbl_type" NOT IN ('INTERNSHIP', 'CLINICAL_PRACTICUM')
            OR "pay" <> 'UNPAID' OR "credit_bearing"),
    ADD CONSTRAINT "opportunity_apprenticeship_partner"
        CHECK ("status" = 'DRAFT' OR "wbl_type" <> 'PRE_APPRENTICESHIP'
            OR "registered_apprenticeship_partner" IS NOT NULL);

ALTER TABLE "career_event"
    ADD CONSTRAINT "career_event_ends_after_start" CHECK ("end_date" >= "start_date");

-- A supervisor is at a site once, until they leave.
CREATE UNIQUE INDEX "supervisor_once_at_site" ON "supervisor" ("site_id", lower("email")) WHERE "left_on" IS NULL;

-- Words of an employer's name, by how they begin.
CREATE INDEX "employer_name_words" ON "employer" USING gin (to_tsvector('simple', "name"));

-- Open opportunities by wage; none counts as nothing.
CREATE INDEX "opportunity_by_wage" ON "opportunity" ("status", (coalesce("hourly_wage_cents", 0)), "id");

-- Events that were held before regions were kept: the region of a host.
UPDATE "career_event" SET "board_code" = (
    SELECT "employer"."board_code" FROM "career_event_host"
    JOIN "employer" ON "employer"."id" = "career_event_host"."employer_id"
    WHERE "career_event_host"."event_id" = "career_event"."id"
    ORDER BY "employer"."id" LIMIT 1);

-- The facts that others follow. Those of several tables are views by the name that `refresh_fact` knows, and found by key.
CREATE INDEX "site_fact_key" ON "site" ((id::text));
CREATE INDEX "career_event_fact_key" ON "career_event" ((id::text));

CREATE FUNCTION employer_body(of "employer") RETURNS JSON STABLE LANGUAGE sql AS $$
  SELECT json_build_object('id', of.id, 'sector', of.sector, 'boardCode', of.board_code)
$$;

CREATE FUNCTION opportunity_body(of "opportunity") RETURNS JSON STABLE LANGUAGE sql AS $$
  SELECT json_build_object(
    'id', of.id, 'siteId', of.site_id, 'boardCode', of.board_code, 'wblType', of.wbl_type,
    'pay', of.pay, 'hourlyWageCents', of.hourly_wage_cents, 'creditBearing', of.credit_bearing,
    'registeredApprenticeshipPartner', of.registered_apprenticeship_partner,
    'minimumAge', of.minimum_age, 'startDate', of.start_date, 'endDate', of.end_date,
    'minutesPerWeek', of.minutes_per_week, 'plannedMinutes', of.planned_minutes,
    'status', of.status, 'cluster', of.career_cluster, 'demandRating', of.demand_rating,
    'slotsRequested', coalesce(of.slots_requested, of.slots), 'slotsVersion', of.slots_version)
$$;

CREATE FUNCTION attendance_body(of "event_attendance") RETURNS JSON STABLE LANGUAGE sql AS $$
  SELECT json_build_object(
    'eventId', of.event_id, 'studentId', of.student_id, 'activityType', of.activity_type,
    'date', event.start_date, 'recordedBy', of.recorded_by, 'scope', of.scope)
  FROM career_event AS event WHERE event.id = of.event_id
$$;

CREATE VIEW employer_fact AS
  SELECT of.id::text AS key, employer_body(of) AS body FROM employer AS of;

CREATE VIEW site_fact AS
  SELECT site.id::text AS key, json_build_object(
    'id', site.id, 'employerId', site.employer_id, 'boardCode', site.board_code,
    'setting', site.setting, 'status', site.onboarding_status,
    'supervisors', (
      SELECT coalesce(json_agg(json_build_object('id', who.id, 'leftOn', who.left_on) ORDER BY who.id), '[]')
      FROM supervisor AS who WHERE who.site_id = site.id)) AS body
  FROM site;

CREATE VIEW opportunity_fact AS
  SELECT of.id::text AS key, opportunity_body(of) AS body FROM opportunity AS of;

CREATE VIEW career_event_fact AS
  SELECT event.id::text AS key, json_build_object(
    'id', event.id, 'type', event.type, 'stage', event.stage, 'boardCode', event.board_code,
    'startDate', event.start_date, 'endDate', event.end_date,
    'hostEmployerIds', (
      SELECT coalesce(json_agg(host.employer_id ORDER BY host.employer_id), '[]')
      FROM career_event_host AS host WHERE host.event_id = event.id)) AS body
  FROM career_event AS event;

CREATE VIEW attendance_fact AS
  SELECT of.id::text AS key, attendance_body(of) AS body FROM event_attendance AS of;

CREATE FUNCTION employer_changed() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  PERFORM CASE TG_OP
    WHEN 'DELETE' THEN publish_fact('employer', old.id::text, NULL)
    ELSE publish_fact('employer', new.id::text, employer_body(new)) END;
  RETURN NULL;
END
$$;

CREATE FUNCTION opportunity_changed() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  PERFORM CASE TG_OP
    WHEN 'DELETE' THEN publish_fact('opportunity', old.id::text, NULL)
    ELSE publish_fact('opportunity', new.id::text, opportunity_body(new)) END;
  RETURN NULL;
END
$$;

CREATE FUNCTION attendance_changed() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  PERFORM CASE TG_OP
    WHEN 'DELETE' THEN publish_fact('attendance', old.id::text, NULL)
    ELSE publish_fact('attendance', new.id::text, attendance_body(new)) END;
  RETURN NULL;
END
$$;

CREATE FUNCTION site_changed() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refresh_fact('site', coalesce(new.id, old.id)::text);
  RETURN NULL;
END
$$;

CREATE FUNCTION supervisor_changed() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refresh_fact('site', coalesce(new.site_id, old.site_id)::text);
  RETURN NULL;
END
$$;

CREATE FUNCTION career_event_changed() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refresh_fact('career-event', coalesce(new.id, old.id)::text);
  RETURN NULL;
END
$$;

CREATE FUNCTION career_event_host_changed() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refresh_fact('career-event', coalesce(new.event_id, old.event_id)::text);
  RETURN NULL;
END
$$;

CREATE TRIGGER employer_fact AFTER INSERT OR UPDATE OR DELETE ON employer
  FOR EACH ROW EXECUTE FUNCTION employer_changed();
CREATE TRIGGER opportunity_fact AFTER INSERT OR UPDATE OR DELETE ON opportunity
  FOR EACH ROW EXECUTE FUNCTION opportunity_changed();
CREATE TRIGGER attendance_fact AFTER INSERT OR UPDATE OR DELETE ON event_attendance
  FOR EACH ROW EXECUTE FUNCTION attendance_changed();
CREATE TRIGGER site_fact AFTER INSERT OR UPDATE OR DELETE ON site
  FOR EACH ROW EXECUTE FUNCTION site_changed();
CREATE TRIGGER supervisor_fact AFTER INSERT OR UPDATE OR DELETE ON supervisor
  FOR EACH ROW EXECUTE FUNCTION supervisor_changed();
CREATE TRIGGER career_event_fact AFTER INSERT OR UPDATE OR DELETE ON career_event
  FOR EACH ROW EXECUTE FUNCTION career_event_changed();
CREATE TRIGGER career_event_host_fact AFTER INSERT OR UPDATE OR DELETE ON career_event_host
  FOR EACH ROW EXECUTE FUNCTION career_event_host_changed();

CREATE OR REPLACE FUNCTION republish_all() RETURNS VOID LANGUAGE sql AS $$
  SELECT republish(topic)
  FROM unnest(ARRAY['employer', 'site', 'opportunity', 'career-event', 'attendance']) AS topic
$$;
