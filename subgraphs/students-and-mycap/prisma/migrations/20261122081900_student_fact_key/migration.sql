-- What finds the one student whose fact is published anew; without it each write would read all students.
CREATE INDEX "student_fact_key" ON "student" ((id::text));
