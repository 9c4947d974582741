import './classified-plugin.ts';
import './planned-plugin.ts';
import type { SchemaTypes } from '@pothos/core';
import DirectivesPlugin from '@pothos/plugin-directives';
import FederationPlugin from '@pothos/plugin-federation';
import PrismaPlugin from '@pothos/plugin-prisma';

/**
 * The plugins of every builder, in one order: Pothos plugins extend one global namespace, so a
 * program with four builders has one set of them.
 */
export const PLUGINS: (keyof PothosSchemaTypes.Plugins<SchemaTypes>)[] = [
  DirectivesPlugin,
  FederationPlugin,
  'planned',
  PrismaPlugin,
  'classified',
];
