import { Worker, type WorkerOptions } from 'node:worker_threads';

/** TypeScript is read by a hook that a thread has to register itself. */
const bootOf = (hook: string, module: string) =>
  `import(${JSON.stringify(hook)}).then(({ register }) => { register(); return import(${JSON.stringify(module)}); });`;

/** A thread that runs a module of ours. */
export const startTypeScriptThread = (module: URL, options: WorkerOptions): Worker =>
  new Worker(bootOf(import.meta.resolve('tsx/esm/api'), module.href), {
    ...options,
    eval: true,
    execArgv: [],
  });
