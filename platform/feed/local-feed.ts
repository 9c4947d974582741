import type pg from 'pg';
import { readCursor, writeCursor } from './cursor.ts';
import type { Feed } from './feed.ts';

/**
 * One page, in one statement, so in one snapshot. `horizon` is the oldest transaction that may still
 * commit facts here: whatever is older has ended, so nothing will ever appear before the page's end.
 * Transactions of the cluster's other databases write no facts in this one; they are left out where
 * they are surely theirs. `held` asks each topic's index for its last fact, once. A cluster that was restored or has failed over may count transactions anew:
 * to a cursor of its earlier life the feed begins again.
 */
const PAGE = `
  with snapshot as materialized (
    select s, pg_snapshot_xmax(s)::text::bigint as next from pg_current_snapshot() as s
  ), horizon as materialized (
    select coalesce(
      (select min(running::text::bigint) from pg_snapshot_xip(s) as running
        where not exists (
          select from pg_locks join pg_stat_activity using (pid)
           where locktype = 'transactionid' and granted and transactionid = running::xid
             and datid <> (select oid from pg_database where datname = current_database()))),
      next) as xid
    from snapshot
  ), life as materialized (
    select system_identifier || '-' || timeline_id as name
      from pg_control_system(), pg_control_checkpoint()
  ), start as materialized (
    select case when name = $2 then $3::bigint else 0 end as xid,
           case when name = $2 then $4::bigint else 0 end as position
      from life
  ), held as materialized (
    select coalesce(bool_or(latest.xid >= horizon.xid), false) as is
      from unnest($1::text[]) as asked(topic), horizon, lateral (
        select max(change.xid) as xid from change where change.topic = asked.topic) as latest
  ), page as (
    select fact.* from unnest($1::text[]) as asked(topic), horizon, start, lateral (
      select * from change
       where change.topic = asked.topic and change.xid < horizon.xid
         and (change.xid, change.position) > (start.xid, start.position)
       order by change.xid, change.position limit $5) as fact
     order by fact.xid, fact.position limit $5
  )
  select life.name as life, held.is as held,
         page.topic, page.key, page.body, page.xid::text, page.position::text
    from life cross join held left join page on true
   order by page.xid, page.position`;

type Row = {
  readonly life: string;
  readonly held: boolean;
  /** Null in the one row that stands for no facts. */
  readonly topic: string | null;
  readonly key: string;
  readonly body: unknown;
  readonly xid: string;
  readonly position: string;
};

/** The feed of the subgraph whose database this is. */
export const createLocalFeed = (pool: pg.Pool): Feed => ({
  async read({ topics, after, limit }) {
    const { life, xid, position } = readCursor(after);
    const { rows } = await pool.query<Row>({
      name: 'feed-page',
      text: PAGE,
      values: [[...new Set(topics)], life, xid, position, limit],
    });
    const facts = rows.flatMap(({ topic, key, body }) =>
      topic === null ? [] : [{ topic, key, body }],
    );
    const last = facts.length > 0 ? rows.at(-1) : undefined;
    return {
      facts,
      cursor: last ? writeCursor(last) : after,
      more: facts.length === limit,
      held: rows[0]?.held ?? false,
    };
  },
});
