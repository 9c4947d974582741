import { connectionOf } from '../builder.ts';
import { AccessLogEntry } from './access-log-entry.ts';

export const AccessLogConnection = connectionOf(
  AccessLogEntry,
  'AccessLogConnection',
  'EDUCATION_RECORD',
);
