import type { GraphQLResolveInfo } from 'graphql';
import { planRead } from '../../platform/graphql/plan-read.ts';
import { onlyUuids } from '../../platform/ids.ts';
import { loaderBy } from '../../platform/loader.ts';
import { visibleOpportunities, visibleSupervisors } from './access.ts';
import type { Context } from './context.ts';
import type {
  CareerEvent,
  Employer,
  Opportunity,
  OpportunityProgram,
  Site,
  Supervisor,
} from './generated/client/client.ts';

type Query = ReturnType<typeof planRead>;
type Read<Row> = (context: Context, query: Query, ids: string[]) => Promise<readonly Row[]>;

/**
 * Finds rows of one type by id, those of one place in an operation with one statement: hidden,
 * missing and malformed look the same, and a malformed id does not reach the database.
 */
const finder =
  <Row extends { readonly id: string }>(typeName: string, read: Read<Row>) =>
  (context: Context, id: string, info: GraphQLResolveInfo): Promise<Row | null> => {
    const fetchMany = async (keys: readonly string[]) => {
      const ids = onlyUuids(keys);
      return ids.length > 0 ? read(context, planRead({ context, info, typeName }), ids) : [];
    };
    const create = () => loaderBy<Row>((row) => row.id, fetchMany);
    return context.loader(info, create, typeName).load(id);
  };

export const findEmployer = finder<Employer>('Employer', ({ read }, query, ids) =>
  read.many('employer', { ...query, where: { id: { in: ids } } }),
);

export const findSite = finder<Site>('Site', ({ read }, query, ids) =>
  read.many('site', { ...query, where: { id: { in: ids } } }),
);

export const findSupervisor = finder<Supervisor>('Supervisor', ({ read, actor }, query, ids) => {
  const where = { AND: [{ id: { in: ids } }, visibleSupervisors(actor)] };
  return read.many('supervisor', { ...query, where });
});

export const findOpportunity = finder<Opportunity>('Opportunity', ({ read, actor }, query, ids) => {
  const where = { AND: [{ id: { in: ids } }, visibleOpportunities(actor)] };
  return read.many('opportunity', { ...query, where });
});

export const findCareerEvent = finder<CareerEvent>('CareerEvent', ({ read }, query, ids) =>
  read.many('careerEvent', { ...query, where: { id: { in: ids } } }),
);

export const findOpportunityProgram = finder<OpportunityProgram>(
  'OpportunityProgram',
  ({ read }, query, ids) =>
    read.many('opportunityProgram', { ...query, where: { id: { in: ids } } }),
);
