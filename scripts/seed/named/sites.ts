import type { WorkforceBoardCode } from '../../../platform/vocabulary.ts';
import type { Site } from '../employers/site.ts';
import { span } from '../employers/windows.ts';
import type { Cast } from './cast.ts';

/** The first site of a region that students go to. */
export const siteIn = (cast: Cast, board: WorkforceBoardCode): Site =>
  cast.site(
    (site) => site.board === board && site.status === 'ACTIVE' && site.setting === 'OUTSIDE_SCHOOL',
  );

/** Begun some weeks ago, with weeks to go. */
export const running = (cast: Cast) => span(cast.asOf - 40, 14, 10);
