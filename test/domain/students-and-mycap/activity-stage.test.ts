import { describe, expect, it } from 'vitest';
import { CAREER_STAGES } from '../../../platform/vocabulary.ts';
import {
  activityFit,
  STAGES,
} from '../../../subgraphs/students-and-mycap/domain/activity-stage.ts';

const pairs = STAGES.flatMap((charted) => STAGES.map((claimed) => ({ charted, claimed })));

describe('an activity', () => {
  it.each(pairs.filter(({ charted, claimed }) => charted === claimed))(
    'of $charted fits there',
    ({ charted, claimed }) => {
      expect(activityFit(charted, claimed)).toEqual({ status: 'fits' });
    },
  );

  it.each(pairs.filter(({ charted, claimed }) => charted !== claimed))(
    'of $charted does not fit $claimed, and is told where it belongs',
    ({ charted, claimed }) => {
      expect(activityFit(charted, claimed)).toEqual({
        status: 'belongs-elsewhere',
        right: charted,
      });
    },
  );
});

it('the stages are those of the whole graph, in the same order', () => {
  expect(STAGES).toEqual(CAREER_STAGES);
});
