/**
 * A worker whose run was killed would go on with its files by itself. As a signal, so that whatever it
 * started is stopped as after Ctrl-C.
 */
const end = () => process.kill(process.pid, 'SIGTERM');

// Files of a project without isolation share a worker, and each loads this one.
if (process.listenerCount('disconnect') === 0) process.once('disconnect', end);
