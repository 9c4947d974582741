import { defineSiteMove } from './move-site.ts';

defineSiteMove({
  name: 'contactSite',
  to: 'CONTACTED',
  description: "Notes that a prospect was asked to host students. For staff of the region's board.",
});
