/** A container's health check: exit code 0 where the service at the port named is ready. */
const [, , port] = process.argv;
const ready = await fetch(`http://127.0.0.1:${port}/health/ready`).then(
  ({ ok }) => ok,
  () => false,
);
process.exit(ready ? 0 : 1);
