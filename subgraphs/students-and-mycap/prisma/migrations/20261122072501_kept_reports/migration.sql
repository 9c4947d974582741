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
CREATE TABLE "funnel_cell" (
    "school_year" INTEGER NOT NULL,
    "place" TEXT NOT NULL,
    "grade" INTEGER NOT NULL,
    "stage" "CareerStage" NOT NULL,
    "students" INTEGER,

    CONSTRAINT "funnel_cell_pkey" PRIMARY KEY ("school_year","place","grade","stage")
);

-- CreateTable
CREATE TABLE "gap_cell" (
    "school_year" INTEGER NOT NULL,
    "place" TEXT NOT NULL,
    "stage" "CareerStage" NOT NULL,
    "group" "StudentGroup" NOT NULL,
    "rate" DOUBLE PRECISION,
    "comparison_rate" DOUBLE PRECISION,

    CONSTRAINT "gap_cell_pkey" PRIMARY KEY ("school_year","place","stage","group")
);

-- Goes up with every write to what the kept reports count, also before its commit: platform/kept-report.ts says how it is read.
CREATE SEQUENCE report_source;
CREATE FUNCTION report_source_moves() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM nextval('report_source');
  RETURN NULL;
END
$$;
CREATE TRIGGER report_source AFTER INSERT OR DELETE OR TRUNCATE OR UPDATE OF school_code, board_code, groups
  ON student FOR EACH STATEMENT EXECUTE FUNCTION report_source_moves();
CREATE TRIGGER report_source AFTER INSERT OR DELETE OR TRUNCATE OR UPDATE
  ON enrollment FOR EACH STATEMENT EXECUTE FUNCTION report_source_moves();
CREATE TRIGGER report_source AFTER INSERT OR DELETE OR TRUNCATE OR UPDATE OF student_id
  ON my_cap_plan FOR EACH STATEMENT EXECUTE FUNCTION report_source_moves();
CREATE TRIGGER report_source AFTER INSERT OR DELETE OR TRUNCATE OR UPDATE
  ON stage_transition FOR EACH STATEMENT EXECUTE FUNCTION report_source_moves();
CREATE TRIGGER report_source AFTER INSERT OR DELETE OR TRUNCATE OR UPDATE
  ON school_ref FOR EACH STATEMENT EXECUTE FUNCTION report_source_moves();
