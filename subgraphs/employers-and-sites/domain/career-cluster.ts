/** The 16 career clusters, by which opportunities are counted against students' interests. */
export type CareerCluster =
  | 'AGRICULTURE_AND_NATURAL_RESOURCES'
  | 'ARCHITECTURE_AND_CONSTRUCTION'
  | 'ARTS_AND_COMMUNICATION'
  | 'BUSINESS_MANAGEMENT'
  | 'EDUCATION_AND_TRAINING'
  | 'FINANCE'
  | 'GOVERNMENT'
  | 'HEALTH_SCIENCE'
  | 'HOSPITALITY_AND_TOURISM'
  | 'HUMAN_SERVICES'
  | 'INFORMATION_TECHNOLOGY'
  | 'LAW_AND_PUBLIC_SAFETY'
  | 'MANUFACTURING'
  | 'MARKETING'
  | 'SCIENCE_AND_ENGINEERING'
  | 'TRANSPORTATION_AND_LOGISTICS';

/** By the major group of the occupation (SOC 2018). A table of ours: no official one maps all of them. */
const BY_OCCUPATION: Readonly<Record<string, CareerCluster>> = {
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
  BY_OCCUPATION[soc?.slice(0, 2) ?? ''] ?? BY_INDUSTRY[naics?.slice(0, 2) ?? ''] ?? null;
