import { fileURLToPath } from 'node:url';
import { Worker, type WorkerOptions } from 'node:worker_threads';

/** TypeScript is read by a hook that a thread has to register itself. */
const bootOf = (hook: string, module: string) =>
  `import(${JSON.stringify(hook)}).then(({ register }) => { register(); return import(${JSON.stringify(module)}); });`;

/** A thread that runs a module of ours: as what was built of it where this is, too, and else as it is. */
export function startTypeScriptThread(module: URL, options: WorkerOptions): Worker {
  if (import.meta.runner)
    return new Worker(new URL(import.meta.runner), {
      ...options,
      argv: [fileURLToPath(module)],
      execArgv: [],
    });
  return new Worker(bootOf(import.meta.resolve('tsx/esm/api'), module.href), {
    ...options,
    eval: true,
    execArgv: [],
  });
}
