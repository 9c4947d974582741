import { type CareerCluster, CLUSTER_OF_OCCUPATIONS } from '../../../platform/vocabulary.ts';

/** By the sector of the industry (NAICS 2022), where the occupation is not known. */
const BY_INDUSTRY: Readonly<Record<string, CareerCluster>> = {
  '11': 'AGRICULTURE_AND_NATURAL_RESOURCES',
  '21': 'AGRICULTURE_AND_NATURAL_RESOURCES',
  '22': 'SCIENCE_AND_ENGINEERING',
  '23': 'ARCHITECTURE_AND_CONSTRUCTION',
  '31': 'MANUFACTURING',
  '32': 'MANUFACTURING',
  '33': 'MANUFACTURING',
  '42': 'MARKETING',
  '44': 'MARKETING',
  '45': 'MARKETING',
  '48': 'TRANSPORTATION_AND_LOGISTICS',
  '49': 'TRANSPORTATION_AND_LOGISTICS',
  '51': 'INFORMATION_TECHNOLOGY',
  '52': 'FINANCE',
  '53': 'BUSINESS_MANAGEMENT',
  '54': 'SCIENCE_AND_ENGINEERING',
  '55': 'BUSINESS_MANAGEMENT',
  '56': 'BUSINESS_MANAGEMENT',
  '61': 'EDUCATION_AND_TRAINING',
  '62': 'HEALTH_SCIENCE',
  '71': 'ARTS_AND_COMMUNICATION',
  '72': 'HOSPITALITY_AND_TOURISM',
  '81': 'HUMAN_SERVICES',
  '92': 'GOVERNMENT',
};

/** The cluster of an occupation, or else of an industry; null where neither is in the tables. */
export const careerCluster = (soc: string | null, naics: string | null): CareerCluster | null =>
  CLUSTER_OF_OCCUPATIONS[soc?.slice(0, 2) ?? ''] ?? BY_INDUSTRY[naics?.slice(0, 2) ?? ''] ?? null;
