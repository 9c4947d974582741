import { connectionOf } from '../builder.ts';
import { Student } from './student.ts';

export const StudentConnection = connectionOf(Student, 'StudentConnection', 'EDUCATION_RECORD');
