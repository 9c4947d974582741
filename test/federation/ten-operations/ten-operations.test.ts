import { startLargeDemo } from '../support/demo.ts';
import { overBothTransports } from '../support/over-both-transports.ts';
import { capacity } from './capacity.ts';
import { missingBaseline } from './missing-baseline.ts';
import { myJourney } from './my-journey.ts';
import { openNearby } from './open-nearby.ts';
import { outcomes } from './outcomes.ts';
import { perkins } from './perkins.ts';
import { picCaseload } from './pic-caseload.ts';
import { pipeline } from './pipeline.ts';
import { recordAndLog } from './record-and-log.ts';
import { whosOnTheMap } from './whos-on-the-map.ts';

/** Each of the ten as it stands, held against statements of the tests' own on the owners' databases. */
overBothTransports((graph) => {
  myJourney(graph);
  picCaseload(graph);
  openNearby(graph);
  missingBaseline(graph);
  perkins(graph);
  outcomes(graph);
  pipeline(graph);
  whosOnTheMap(graph);
  capacity(graph);
  recordAndLog(graph);
}, startLargeDemo);
