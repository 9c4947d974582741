/** A career cluster in words: `HEALTH_SCIENCE` is "Health science". */
export const clusterInWords = (cluster: string): string =>
  cluster.charAt(0) + cluster.slice(1).toLowerCase().replaceAll('_', ' ');
