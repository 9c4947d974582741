/** The career cluster of each major group of occupations (SOC 2018): as employers-and-sites derives an opportunity's. */
export const CLUSTER_OF_OCCUPATIONS: Readonly<Record<string, string>> = {
  '11': 'BUSINESS_MANAGEMENT',
  '13': 'FINANCE',
  '15': 'INFORMATION_TECHNOLOGY',
  '17': 'SCIENCE_AND_ENGINEERING',
  '19': 'SCIENCE_AND_ENGINEERING',
  '21': 'HUMAN_SERVICES',
  '23': 'LAW_AND_PUBLIC_SAFETY',
  '25': 'EDUCATION_AND_TRAINING',
  '27': 'ARTS_AND_COMMUNICATION',
  '29': 'HEALTH_SCIENCE',
  '31': 'HEALTH_SCIENCE',
  '33': 'LAW_AND_PUBLIC_SAFETY',
  '35': 'HOSPITALITY_AND_TOURISM',
  '37': 'ARCHITECTURE_AND_CONSTRUCTION',
  '39': 'HUMAN_SERVICES',
  '41': 'MARKETING',
  '43': 'BUSINESS_MANAGEMENT',
  '45': 'AGRICULTURE_AND_NATURAL_RESOURCES',
  '47': 'ARCHITECTURE_AND_CONSTRUCTION',
  '49': 'MANUFACTURING',
  '51': 'MANUFACTURING',
  '53': 'TRANSPORTATION_AND_LOGISTICS',
  '55': 'GOVERNMENT',
};

/** Every cluster, in the order in which reports name them. */
export const CLUSTERS: readonly string[] = [
  ...new Set(Object.values(CLUSTER_OF_OCCUPATIONS)),
].sort();

/** A cluster in words: `HEALTH_SCIENCE` is "Health science". */
export const clusterInWords = (cluster: string): string =>
  cluster.charAt(0) + cluster.slice(1).toLowerCase().replaceAll('_', ' ');
