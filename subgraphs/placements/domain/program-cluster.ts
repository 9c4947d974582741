/** The career clusters that programs are counted by, in the order and the words of reports. */
export const CLUSTERS = [
  'Agriculture and natural resources',
  'Architecture and construction',
  'Arts and communication',
  'Business management',
  'Education and training',
  'Finance',
  'Government',
  'Health science',
  'Hospitality and tourism',
  'Human services',
  'Information technology',
  'Law and public safety',
  'Manufacturing',
  'Marketing',
  'Science and engineering',
  'Transportation and logistics',
  'No cluster',
] as const;
export type Cluster = (typeof CLUSTERS)[number];

/** By the beginning of the program's code (CIP 2020); the longest that fits decides. */
const BY_CIP: Readonly<Record<string, Cluster>> = {
  '01': 'Agriculture and natural resources',
  '03': 'Agriculture and natural resources',
  '04': 'Architecture and construction',
  '09': 'Arts and communication',
  '10': 'Arts and communication',
  '11': 'Information technology',
  '12.04': 'Human services',
  '12.05': 'Hospitality and tourism',
  '13': 'Education and training',
  '14': 'Science and engineering',
  '15': 'Science and engineering',
  '19': 'Human services',
  '22': 'Law and public safety',
  '26': 'Science and engineering',
  '27': 'Science and engineering',
  '31': 'Hospitality and tourism',
  '40': 'Science and engineering',
  '41': 'Science and engineering',
  '42': 'Human services',
  '43': 'Law and public safety',
  '44': 'Government',
  '46': 'Architecture and construction',
  '47': 'Manufacturing',
  '47.06': 'Transportation and logistics',
  '48': 'Manufacturing',
  '49': 'Transportation and logistics',
  '50': 'Arts and communication',
  '51': 'Health science',
  '52': 'Business management',
  '52.03': 'Finance',
  '52.08': 'Finance',
  '52.09': 'Hospitality and tourism',
  '52.14': 'Marketing',
  '52.18': 'Marketing',
};

/** By the sector of an Innovation Career Pathway, where no code is known. */
const BY_SECTOR: Readonly<Record<string, Cluster>> = {
  ADVANCED_MANUFACTURING: 'Manufacturing',
  BUSINESS_FINANCE: 'Finance',
  CLEAN_ENERGY: 'Science and engineering',
  ENVIRONMENTAL_LIFE_SCIENCES: 'Science and engineering',
  HEALTHCARE_SOCIAL_ASSISTANCE: 'Health science',
  INFORMATION: 'Information technology',
};

/** The career cluster of a program by its CIP code, or by its sector. A table of ours: no official one is public. */
export function clusterOf(cipCode: string | null, sector: string | null): Cluster {
  const byCode = cipCode ? (BY_CIP[cipCode.slice(0, 5)] ?? BY_CIP[cipCode.slice(0, 2)]) : undefined;
  return byCode ?? BY_SECTOR[sector ?? ''] ?? 'No cluster';
}
