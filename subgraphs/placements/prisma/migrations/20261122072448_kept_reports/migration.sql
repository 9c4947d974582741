-- CreateTable
CREATE TABLE "report_run" (
    "report" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "version" TEXT NOT NULL,
    "source" TEXT,
    "computed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "report_run_pkey" PRIMARY KEY ("report","year")
);

-- CreateTable
CREATE TABLE "perkins_cell" (
    "reporting_year" INTEGER NOT NULL,
    "place" TEXT NOT NULL,
    "group_by" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "label" TEXT NOT NULL,
    "student_group" TEXT,
    "numerator" INTEGER,
    "denominator" INTEGER,
    "suppressed" TEXT,

    CONSTRAINT "perkins_cell_pkey" PRIMARY KEY ("reporting_year","place","group_by","position")
);

-- Goes up with every write to what the kept reports count, also before its commit: platform/kept-report.ts says how it is read.
CREATE SEQUENCE report_source;
CREATE FUNCTION report_source_moves() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM nextval('report_source');
  RETURN NULL;
END
$$;
CREATE TRIGGER report_source AFTER INSERT OR DELETE OR TRUNCATE OR UPDATE OF student_id, wbl_type, status, start_date, logged_minutes
  ON placement FOR EACH STATEMENT EXECUTE FUNCTION report_source_moves();
CREATE TRIGGER report_source AFTER INSERT OR DELETE OR TRUNCATE OR UPDATE
  ON student_ref FOR EACH STATEMENT EXECUTE FUNCTION report_source_moves();
CREATE TRIGGER report_source AFTER INSERT OR DELETE OR TRUNCATE OR UPDATE
  ON school_ref FOR EACH STATEMENT EXECUTE FUNCTION report_source_moves();
CREATE TRIGGER report_source AFTER INSERT OR DELETE OR TRUNCATE OR UPDATE
  ON board_ref FOR EACH STATEMENT EXECUTE FUNCTION report_source_moves();
CREATE TRIGGER report_source AFTER INSERT OR DELETE OR TRUNCATE OR UPDATE
  ON program_ref FOR EACH STATEMENT EXECUTE FUNCTION report_source_moves();
