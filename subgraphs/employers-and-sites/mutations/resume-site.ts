import { defineSiteMove } from './move-site.ts';

defineSiteMove({
  name: 'resumeSite',
  to: 'ACTIVE',
  description:
    "Resumes a paused site, where no step required of it is missing. For staff of the region's board.",
});
