import { expect, it } from 'vitest';
import { CAREER_CLUSTERS, CLUSTER_OF_OCCUPATIONS } from '../../../platform/vocabulary.ts';
import { careerCluster } from '../../../subgraphs/employers-and-sites/domain/career-cluster.ts';
import { clusterInWords } from '../../../subgraphs/placements/domain/cluster-in-words.ts';

it('an interest and an opportunity of one occupation are of one cluster', () => {
  for (const [occupations, cluster] of Object.entries(CLUSTER_OF_OCCUPATIONS))
    expect(careerCluster(`${occupations}-1000`, null)).toBe(cluster);
});

it('there are 16 clusters, each with words of its own', () => {
  expect(CAREER_CLUSTERS).toHaveLength(16);
  expect(clusterInWords('AGRICULTURE_AND_NATURAL_RESOURCES')).toBe(
    'Agriculture and natural resources',
  );
  expect(new Set(CAREER_CLUSTERS.map(clusterInWords)).size).toBe(16);
});
