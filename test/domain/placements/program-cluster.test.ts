import { expect, it } from 'vitest';
import { clusterOf } from '../../../subgraphs/placements/domain/program-cluster.ts';

it.each([
  { cipCode: '51.3801', sector: null, cluster: 'Health science' },
  { cipCode: '47.0201', sector: null, cluster: 'Manufacturing' },
  { cipCode: '47.0604', sector: null, cluster: 'Transportation and logistics' },
  { cipCode: '52.0301', sector: 'BUSINESS_FINANCE', cluster: 'Finance' },
  { cipCode: null, sector: 'CLEAN_ENERGY', cluster: 'Science and engineering' },
  { cipCode: '99.0000', sector: 'INFORMATION', cluster: 'Information technology' },
  { cipCode: '99.0000', sector: null, cluster: 'No cluster' },
  { cipCode: null, sector: null, cluster: 'No cluster' },
])('a program with $cipCode and $sector is counted in $cluster', ({ cipCode, sector, cluster }) => {
  expect(clusterOf(cipCode, sector)).toBe(cluster);
});
