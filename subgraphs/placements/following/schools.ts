import { z } from 'zod';
import { boardCode, deseCode, mirror } from './mirror.ts';

export const followBoards = mirror({
  table: 'board_ref',
  key: ['code', '"WorkforceBoardCode"'],
  keyField: 'code',
  body: z.object({ code: boardCode, name: z.string() }),
  columns: [['name', 'name', 'text']],
});

export const followSchools = mirror({
  table: 'school_ref',
  key: ['dese_code', 'bpchar'],
  keyField: 'deseCode',
  body: z.object({
    deseCode,
    districtCode: deseCode,
    name: z.string(),
    boardCode,
    highSchool: z.boolean(),
    closed: z.boolean().default(false),
    tier: z.string(),
    partnerFiscalYears: z.array(z.int()),
  }),
  columns: [
    ['district_code', 'districtCode', 'bpchar'],
    ['name', 'name', 'text'],
    ['board_code', 'boardCode', '"WorkforceBoardCode"'],
    ['high_school', 'highSchool', 'boolean'],
    ['closed', 'closed', 'boolean'],
    ['tier', 'tier', 'text'],
    ['partner_fiscal_years', 'partnerFiscalYears', 'int[]'],
  ],
});

export const followPrograms = mirror({
  table: 'program_ref',
  key: ['id', 'uuid'],
  keyField: 'id',
  body: z.object({
    id: z.uuid(),
    schoolCode: deseCode,
    type: z.string(),
    icpSector: z.string().nullish(),
    cipCode: z.string().nullish(),
  }),
  columns: [
    ['school_code', 'schoolCode', 'bpchar'],
    ['type', 'type', 'text'],
    ['icp_sector', 'icpSector', 'text'],
    ['cip_code', 'cipCode', 'text'],
  ],
});
