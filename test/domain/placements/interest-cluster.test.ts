import { expect, it } from 'vitest';
import { careerCluster } from '../../../subgraphs/employers-and-sites/domain/career-cluster.ts';
import {
  CLUSTER_OF_OCCUPATIONS,
  CLUSTERS,
  clusterInWords,
} from '../../../subgraphs/placements/domain/interest-cluster.ts';

it('an interest and an opportunity of one occupation are of one cluster', () => {
  for (const [occupations, cluster] of Object.entries(CLUSTER_OF_OCCUPATIONS))
    expect(careerCluster(`${occupations}-1000`, null)).toBe(cluster);
});

it('there are 16 clusters, each with words of its own', () => {
  expect(CLUSTERS).toHaveLength(16);
  expect(clusterInWords('AGRICULTURE_AND_NATURAL_RESOURCES')).toBe(
    'Agriculture and natural resources',
  );
  expect(new Set(CLUSTERS.map(clusterInWords)).size).toBe(16);
});
