interface Usage {
  user: number;
  system: number;
}

/**
 * How long the processor worked (ms) while something was done: on the clock it takes as long as the machine has much else
 * to do. Node before 23.9 cannot tell threads apart and counts the files that are tested meanwhile, too.
 */
export function effort(deed: () => unknown): number {
  const { threadCpuUsage = process.cpuUsage } = process as { threadCpuUsage?(): Usage };
  const before = threadCpuUsage();
  deed();
  const after = threadCpuUsage();
  return (after.user - before.user + after.system - before.system) / 1000;
}
