import { z } from 'zod';
import { boardCode, day, mirror } from './mirror.ts';

export const followEmployers = mirror({
  table: 'employer_ref',
  key: ['employer_id', 'uuid'],
  keyField: 'id',
  body: z.object({ id: z.uuid(), name: z.string().nullish(), sector: z.string(), boardCode }),
  columns: [
    ['name', 'name', 'text'],
    ['sector', 'sector', 'text'],
    ['board_code', 'boardCode', '"WorkforceBoardCode"'],
  ],
});

export const followSites = mirror({
  table: 'site_ref',
  key: ['site_id', 'uuid'],
  keyField: 'id',
  body: z.object({
    id: z.uuid(),
    employerId: z.uuid(),
    boardCode,
    setting: z.string(),
    status: z.string(),
    supervisors: z.array(z.object({ id: z.uuid(), leftOn: day.nullish() })).default([]),
  }),
  columns: [
    ['employer_id', 'employerId', 'uuid'],
    ['board_code', 'boardCode', '"WorkforceBoardCode"'],
    ['setting', 'setting', 'text'],
    ['status', 'status', 'text'],
    ['supervisors', 'supervisors', 'jsonb'],
  ],
});

export const followCareerEvents = mirror({
  table: 'career_event_ref',
  key: ['event_id', 'uuid'],
  keyField: 'id',
  body: z.object({
    id: z.uuid(),
    type: z.string(),
    stage: z.string(),
    startDate: day,
    endDate: day,
    hostEmployerIds: z.array(z.uuid()),
  }),
  columns: [
    ['type', 'type', 'text'],
    ['stage', 'stage', 'text'],
    ['start_date', 'startDate', 'date'],
    ['end_date', 'endDate', 'date'],
    ['host_employer_ids', 'hostEmployerIds', 'uuid[]'],
  ],
});
