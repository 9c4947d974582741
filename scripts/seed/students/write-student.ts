import { graduationDay, iso } from '../calendar.ts';
import { pgArray } from '../table.ts';
import { enrollment, pathwayEnrollment, student } from '../tables/students.ts';
import type { World } from '../world.ts';
import type { Student } from './student.ts';

/** Writes who a student is and where they went to school. */
export function createStudentWriter(world: World): (given: Student) => void {
  const enrollmentId = world.ids('enrollments');
  return (given) => {
    world.write(student, {
      id: given.id,
      sasid: given.sasid,
      lasid: `${given.school.district.slice(0, 4)}-${given.sasid.slice(-6)}`,
      display_name: given.name,
      date_of_birth: iso(given.birth),
      grade: given.grade,
      school_code: given.school.code,
      board_code: given.board,
      groups: pgArray(given.groups),
      enrollment_status: given.status,
      graduated_on: given.status === 'GRADUATED' ? iso(graduationDay(given.gradYear)) : null,
      cohort: given.gradYear,
    });
    for (const { school, grade, from, until } of given.attended) {
      world.write(enrollment, {
        id: enrollmentId(),
        student_id: given.id,
        school_code: school.code,
        grade,
        entered_on: iso(from),
        left_on: until === null ? null : iso(until),
      });
    }
    if (given.pathway) {
      world.write(pathwayEnrollment, {
        student_id: given.id,
        program_id: given.pathway.program.id,
        since: iso(given.pathway.since),
        concentrator: given.pathway.concentrator,
        technical_courses_completed: given.pathway.technicalCourses,
        advanced_courses_completed: given.pathway.advancedCourses,
      });
    }
  };
}
