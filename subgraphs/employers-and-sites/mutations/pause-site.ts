import { defineSiteMove } from './move-site.ts';

defineSiteMove({
  name: 'pauseSite',
  to: 'PAUSED',
  description:
    "Pauses an active site: it publishes nothing new until it is resumed. For staff of the region's board.",
});
