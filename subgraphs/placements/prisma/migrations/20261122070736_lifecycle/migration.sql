-- CreateEnum
CREATE TYPE "ApprovalSide" AS ENUM ('SCHOOL', 'SITE', 'STUDENT');

-- AlterTable
ALTER TABLE "employer_ref" ADD COLUMN     "name" TEXT;

-- CreateTable
CREATE TABLE "placement_approval" (
    "placement_id" UUID NOT NULL,
    "side" "ApprovalSide" NOT NULL,
    "by" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "placement_approval_pkey" PRIMARY KEY ("placement_id","side")
);

-- AddForeignKey
ALTER TABLE "placement_approval" ADD CONSTRAINT "placement_approval_placement_id_fkey" FOREIGN KEY ("placement_id") REFERENCES "placement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What is work in the sense of the child labor laws: for wages, not for school. domain/employment.ts says the same.
CREATE FUNCTION is_employment(type "WblType", pay "PayType") RETURNS boolean LANGUAGE sql IMMUTABLE
  RETURN type IN ('COOPERATIVE_EDUCATION', 'PART_TIME_EMPLOYMENT')
      OR (pay IN ('EMPLOYER_PAID', 'SUBSIDIZED') AND type IN ('INTERNSHIP', 'CLINICAL_PRACTICUM', 'PRE_APPRENTICESHIP'));

CREATE FUNCTION labor_day(year int) RETURNS date LANGUAGE sql IMMUTABLE
  RETURN make_date(year, 9, 1) + (8 - extract(isodow FROM make_date(year, 9, 1))::int) % 7;

-- The minutes that the law lets somebody work in the week of a day; null from 18 on. domain/minor-hours.ts says the same.
CREATE FUNCTION weekly_minutes_cap(born date, day date) RETURNS int LANGUAGE sql IMMUTABLE
  RETURN CASE
    WHEN day >= born + interval '18 years' THEN NULL
    WHEN day >= born + interval '16 years' THEN 48 * 60
    WHEN day < born + interval '14 years' THEN 0
    WHEN day BETWEEN make_date(extract(year FROM day)::int, 7, 1) AND labor_day(extract(year FROM day)::int) THEN 40 * 60
    ELSE 18 * 60 END;

-- Of two placements that start at once, the second sees the first: the student's row is locked before the weeks are
-- summed. The sum can pass the cap only on a day on which one of them begins, or school does.
CREATE FUNCTION placement_hours_fit_the_week() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  born date;
  over date;
BEGIN
  SELECT born_on INTO born FROM student_ref WHERE student_id = NEW.student_id FOR NO KEY UPDATE;
  IF NOT FOUND THEN RETURN NULL; END IF;
  WITH running AS (
    SELECT start_date, coalesce(end_date, 'infinity') AS end_date, minutes_per_week AS minutes FROM placement
     WHERE student_id = NEW.student_id AND status = 'ACTIVE' AND is_employment(wbl_type, pay)
       AND daterange(start_date, end_date, '[]') && daterange(NEW.start_date, NEW.end_date, '[]')
  ), days AS (
    SELECT greatest(start_date, NEW.start_date) AS day FROM running
    UNION
    SELECT labor_day(year) + 1 FROM generate_series(
      extract(year FROM NEW.start_date)::int,
      extract(year FROM coalesce(NEW.end_date, NEW.start_date + 400))::int) AS year
  )
  SELECT day INTO over FROM days, running
   WHERE day BETWEEN start_date AND end_date
     AND day BETWEEN NEW.start_date AND coalesce(NEW.end_date, 'infinity')
   GROUP BY day HAVING count(*) > 1 AND sum(minutes) > weekly_minutes_cap(born, day) LIMIT 1;
  IF over IS NOT NULL THEN
    RAISE EXCEPTION 'The placements of student % are together more than the law allows in the week of %.', NEW.student_id, over
      USING ERRCODE = 'check_violation', CONSTRAINT = 'placement_hours_fit_the_week';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER placement_hours_fit_the_week
  AFTER INSERT OR UPDATE OF status, start_date, end_date, minutes_per_week, pay, wbl_type ON placement
  FOR EACH ROW WHEN (NEW.status = 'ACTIVE' AND is_employment(NEW.wbl_type, NEW.pay))
  EXECUTE FUNCTION placement_hours_fit_the_week();

-- Whether a placement counts as taking part in work-based learning. domain/counts-for-perkins.ts says the same.
CREATE FUNCTION counts_for_5s3(type "WblType", status "PlacementStatus", logged_minutes int) RETURNS boolean
  LANGUAGE sql IMMUTABLE
  RETURN CASE
    WHEN type IN ('PART_TIME_EMPLOYMENT', 'ENTREPRENEURIAL_ENTERPRISE') THEN false
    WHEN type IN ('INTERNSHIP', 'CLINICAL_PRACTICUM', 'CAPSTONE')
      THEN status IN ('COMPLETED', 'ENDED_EARLY') AND logged_minutes >= 100 * 60
    ELSE status = 'COMPLETED' END;

-- The facts of this subgraph (docs/feed.md): how many slots an opportunity has and how many are taken …
CREATE VIEW capacity_fact AS
SELECT opportunity_id::text AS key,
       json_build_object('opportunityId', opportunity_id, 'slots', slots, 'filled', filled,
                         'slotsVersion', slots_version, 'refused', slots_refused) AS body
  FROM opportunity_ref;

-- The row is locked by its own change, so what it says is the latest.
CREATE FUNCTION tell_capacity() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    PERFORM publish_fact('capacity', OLD.opportunity_id::text, NULL);
  ELSE
    PERFORM publish_fact('capacity', NEW.opportunity_id::text,
      json_build_object('opportunityId', NEW.opportunity_id, 'slots', NEW.slots, 'filled', NEW.filled,
                        'slotsVersion', NEW.slots_version, 'refused', NEW.slots_refused));
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER opportunity_ref_tells_capacity
  AFTER INSERT OR DELETE OR UPDATE OF slots, filled, slots_version, slots_refused ON opportunity_ref
  FOR EACH ROW EXECUTE FUNCTION tell_capacity();

-- … and when a student was placed last: from the match on, as slots are held.
CREATE VIEW experience_fact AS
SELECT student_id::text AS key,
       json_build_object('studentId', student_id, 'lastPlacementStart', max(start_date),
                         'placedAtSites', bool_or(site_id IS NOT NULL)) AS body
  FROM placement WHERE fills_a_slot(status) GROUP BY student_id;

-- A fact is locked before the placements are read: of two that change at once, the second sees both.
CREATE FUNCTION tell_experience(students uuid[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO change AS known (topic, key, xid, position)
  SELECT 'experience', student::text, current_xid(), nextval('change_position')
    FROM (SELECT DISTINCT unnest(students) AS student ORDER BY 1) AS changed
  ON CONFLICT DO NOTHING;
  PERFORM 1 FROM change WHERE topic = 'experience' AND key = ANY (students::text[]) ORDER BY key FOR NO KEY UPDATE;
  UPDATE change AS known SET body = latest.body, xid = current_xid(), position = nextval('change_position')
    FROM (SELECT student::text AS key,
                 (SELECT jsonb_build_object('studentId', student, 'lastPlacementStart', max(p.start_date),
                                            'placedAtSites', bool_or(p.site_id IS NOT NULL))
                    FROM placement p WHERE p.student_id = student AND fills_a_slot(p.status)
                  HAVING count(*) > 0) AS body
            FROM (SELECT DISTINCT unnest(students) AS student) AS changed) AS latest
   WHERE known.topic = 'experience' AND known.key = latest.key AND known.body IS DISTINCT FROM latest.body;
END $$;

CREATE FUNCTION placement_tells_experience() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  students uuid[];
BEGIN
  IF TG_OP = 'INSERT' THEN
    SELECT array_agg(DISTINCT student_id) INTO students FROM written WHERE fills_a_slot(status);
  ELSIF TG_OP = 'DELETE' THEN
    SELECT array_agg(DISTINCT student_id) INTO students FROM overwritten WHERE fills_a_slot(status);
  ELSE
    SELECT array_agg(DISTINCT student_id) INTO students FROM (
      (SELECT id, student_id, start_date, site_id FROM written WHERE fills_a_slot(status)
       EXCEPT SELECT id, student_id, start_date, site_id FROM overwritten WHERE fills_a_slot(status))
      UNION ALL
      (SELECT id, student_id, start_date, site_id FROM overwritten WHERE fills_a_slot(status)
       EXCEPT SELECT id, student_id, start_date, site_id FROM written WHERE fills_a_slot(status))) AS moved;
  END IF;
  IF students IS NOT NULL THEN PERFORM tell_experience(students); END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER placement_tells_experience_inserted AFTER INSERT ON placement
  REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION placement_tells_experience();
CREATE TRIGGER placement_tells_experience_updated AFTER UPDATE ON placement
  REFERENCING OLD TABLE AS overwritten NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION placement_tells_experience();
CREATE TRIGGER placement_tells_experience_deleted AFTER DELETE ON placement
  REFERENCING OLD TABLE AS overwritten FOR EACH STATEMENT EXECUTE FUNCTION placement_tells_experience();

-- After rows were loaded without triggers: counts the slots that are taken anew, and tells all.
CREATE OR REPLACE FUNCTION republish_all() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  UPDATE opportunity_ref o SET filled = taken.count, slots = greatest(o.slots, taken.count)
    FROM (SELECT opportunity_id, (SELECT count(*)::int FROM placement p
                                   WHERE p.opportunity_id = r.opportunity_id AND fills_a_slot(p.status)) AS count
            FROM opportunity_ref r) AS taken
   WHERE taken.opportunity_id = o.opportunity_id AND o.filled <> taken.count;
  PERFORM republish('capacity');
  PERFORM republish('experience');
END $$;

SELECT republish_all();
