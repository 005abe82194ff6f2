// The child process of confined work: one message in (which module, what input), one out, and the end.

process.once('message', (message: { module: string; input: unknown }) => {
  void work(message);
});

async function work({ module, input }: { module: string; input: unknown }): Promise<void> {
  try {
    const { task } = (await import(module)) as { task: (input: unknown) => Promise<unknown> };
    const output = await task(input);
    process.send?.({ output });
  } catch {
    process.send?.({ failed: true });
  }
}
