import { isInMassachusetts } from './massachusetts-bounds.ts';

export type SitePlace = {
  readonly setting: 'OUTSIDE_SCHOOL' | 'IN_SCHOOL' | 'VIRTUAL' | 'HYBRID';
  readonly address: string | null;
  readonly lat: number | null;
  readonly lon: number | null;
};

export type SitePlaceFit = { readonly status: 'fits' | 'has-no-place' | 'outside-massachusetts' };

/** A workplace that students go to has an address and a point in Massachusetts; a virtual one needs neither. */
export function sitePlaceFit({ setting, address, lat, lon }: SitePlace): SitePlaceFit {
  if (setting === 'VIRTUAL') return { status: 'fits' };
  if (address === null || lat === null || lon === null) return { status: 'has-no-place' };
  return { status: isInMassachusetts({ lat, lon }) ? 'fits' : 'outside-massachusetts' };
}
