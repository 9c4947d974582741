-- The change feed: the table of latest facts in the order in which they last changed (docs/feed.md).

-- CreateTable
CREATE TABLE "change" (
    "topic" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "body" JSONB,
    "xid" BIGINT NOT NULL,
    "position" BIGINT NOT NULL,

    CONSTRAINT "change_pkey" PRIMARY KEY ("topic","key")
);

-- CreateTable
CREATE TABLE "feed_cursor" (
    "source" TEXT NOT NULL,
    "topics" TEXT[],
    "cursor" TEXT NOT NULL,
    "applied_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "feed_cursor_pkey" PRIMARY KEY ("source")
);

-- CreateIndex
CREATE INDEX "change_topic_xid_position_idx" ON "change"("topic", "xid", "position");

-- Orders the facts of one transaction.
CREATE SEQUENCE change_position;

CREATE FUNCTION current_xid() RETURNS BIGINT LANGUAGE sql AS $$
  SELECT pg_current_xact_id()::text::bigint
$$;

-- Publishes what is so now. A null body says that the thing is gone; a body that is known already changes nothing.
CREATE FUNCTION publish_fact(topic TEXT, key TEXT, body JSON) RETURNS VOID LANGUAGE sql AS $$
  INSERT INTO change AS known (topic, key, body, xid, position)
  VALUES ($1, $2, nullif($3::jsonb, 'null'), current_xid(), nextval('change_position'))
  ON CONFLICT (topic, key) DO UPDATE
  SET body = excluded.body, xid = excluded.xid, position = excluded.position
  WHERE known.body IS DISTINCT FROM excluded.body
$$;

-- By convention the facts of topic "career-event" are the rows (key, body) of a view "career_event_fact".
CREATE FUNCTION fact_view(topic TEXT) RETURNS TEXT IMMUTABLE LANGUAGE sql AS $$
  SELECT replace($1, '-', '_') || '_fact'
$$;

-- Publishes one thing anew from its topic's view. The fact is locked before the view is read: of two transactions
-- that change parts of one thing at once, the second sees what the first has done.
CREATE FUNCTION refresh_fact(topic TEXT, key TEXT) RETURNS VOID LANGUAGE plpgsql AS $$
DECLARE
  now_so JSONB;
BEGIN
  INSERT INTO change AS known (topic, key, xid, position)
  VALUES ($1, $2, current_xid(), nextval('change_position'))
  ON CONFLICT DO NOTHING;
  PERFORM 1 FROM change AS known WHERE known.topic = $1 AND known.key = $2 FOR NO KEY UPDATE;
  EXECUTE format('SELECT body::jsonb FROM %I WHERE key = $1', fact_view($1)) INTO now_so USING $2;
  PERFORM publish_fact($1, $2, now_so::json);
END
$$;

-- Publishes a whole topic anew from its view, after rows were loaded without triggers.
CREATE FUNCTION republish(topic TEXT) RETURNS VOID LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format(
    'INSERT INTO change AS known (topic, key, body, xid, position)
     SELECT $1, fact.key, fact.body::jsonb, current_xid(), nextval(''change_position'') FROM %I AS fact
     ON CONFLICT (topic, key) DO UPDATE
     SET body = excluded.body, xid = excluded.xid, position = excluded.position
     WHERE known.body IS DISTINCT FROM excluded.body',
    fact_view($1)) USING $1;
  EXECUTE format(
    'UPDATE change AS known SET body = NULL, xid = current_xid(), position = nextval(''change_position'')
     WHERE known.topic = $1 AND known.body IS NOT NULL
       AND NOT EXISTS (SELECT FROM %I AS fact WHERE fact.key = known.key)',
    fact_view($1)) USING $1;
END
$$;

-- Replaced by the migration that brings a subgraph's facts: one `republish` a topic.
CREATE FUNCTION republish_all() RETURNS VOID LANGUAGE plpgsql AS $$
BEGIN
END
$$;
