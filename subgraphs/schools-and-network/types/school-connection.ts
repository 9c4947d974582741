import { connectionOf } from '../builder.ts';
import { School } from './school.ts';

export const SchoolConnection = connectionOf(School, 'SchoolConnection', 'PUBLIC');
