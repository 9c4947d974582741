import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { engineAdapter } from './engine-adapter.ts';

export const NO_FILTERS = { externalTables: [], externalEnums: [] };

/** Node has it; the type definitions of Node 20 leave it to the DOM's. */
declare const WebAssembly: {
  instantiate(
    bytes: Uint8Array,
    imports: Record<string, object>,
  ): Promise<{ instance: { exports: Record<string, unknown> } }>;
};

/** Where the engine puts a panic's message before it traps. */
function reportPanics(): void {
  const registry = {
    set_message(message: string) {
      throw new Error(`Prisma's schema engine failed: ${message}`);
    },
  };
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: registry });
}

async function load() {
  reportPanics();
  const engine = await import('@prisma/schema-engine-wasm/schema_engine_bg');
  const script = createRequire(import.meta.url).resolve(
    '@prisma/schema-engine-wasm/schema_engine_bg',
  );
  const bytes = await readFile(join(dirname(script), 'schema_engine_bg.wasm'));
  const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': engine });
  engine.__wbg_set_wasm(instance.exports);
  const start = instance.exports.__wbindgen_start;
  if (typeof start === 'function') start();
  return engine.SchemaEngine;
}

let loaded: ReturnType<typeof load> | undefined;

type Databases = { readonly url: string; readonly shadowUrl?: string };
type SchemaEngine = Awaited<ReturnType<Awaited<ReturnType<typeof load>>['new']>>;

/** Prisma's schema engine as WebAssembly, loaded once a process, and only when there is work for it. */
export async function withSchemaEngine<T>(
  { url, shadowUrl }: Databases,
  run: (engine: SchemaEngine) => Promise<T>,
): Promise<T> {
  loaded ??= load();
  const { adapter, close } = engineAdapter(url, shadowUrl);
  try {
    const SchemaEngine = await loaded;
    const engine = await SchemaEngine.new({ datamodels: undefined }, () => undefined, adapter);
    return await run(engine);
  } finally {
    await close();
  }
}
