// Loaded into every child of a test: when the test is gone, however it went, the child stops as after SIGTERM.
process.stdin
  .on('end', () => process.kill(process.pid, 'SIGTERM'))
  .on('error', () => process.kill(process.pid, 'SIGTERM'))
  .resume()
  .unref();
