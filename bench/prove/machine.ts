import { cpus, loadavg } from 'node:os';

/** On what something was measured, and how much else it did in the minute before: the load average. */
export function machineNow() {
  const cpu = cpus()[0]?.model ?? 'a processor that does not say its name';
  const machine = { node: process.version, cpu, cores: cpus().length };
  return { at: new Date(), machine, load: loadavg()[0] ?? Number.NaN };
}
