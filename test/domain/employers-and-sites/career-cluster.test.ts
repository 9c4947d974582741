import { expect, it } from 'vitest';
import { careerCluster } from '../../../subgraphs/employers-and-sites/domain/career-cluster.ts';

it.each([
  { soc: '15-1232', naics: '622110', cluster: 'INFORMATION_TECHNOLOGY' },
  { soc: '31-1131', naics: null, cluster: 'HEALTH_SCIENCE' },
  { soc: '29-1141.01', naics: null, cluster: 'HEALTH_SCIENCE' },
  { soc: null, naics: '332710', cluster: 'MANUFACTURING' },
  { soc: null, naics: '62', cluster: 'HEALTH_SCIENCE' },
  { soc: '99-9999', naics: '522130', cluster: 'FINANCE' },
  { soc: null, naics: '99', cluster: null },
  { soc: null, naics: null, cluster: null },
])('occupation $soc in industry $naics is in $cluster', ({ soc, naics, cluster }) => {
  expect(careerCluster(soc, naics)).toBe(cluster);
});
