/** Which two versions are compared: those asked for where they exist, else the newest with the one before it. */
export const pairOf = (
  versions: readonly number[],
  asked: { older?: number | undefined; newer?: number | undefined },
): { older: number; newer: number } | undefined => {
  const sorted = versions.toSorted((a, b) => a - b)
  const known = (version: number | undefined) =>
    version !== undefined && sorted.includes(version) ? version : undefined
  const newer = known(asked.newer) ?? sorted.at(-1)
  const older = known(asked.older) ?? sorted.findLast(version => newer !== undefined && version < newer)
  return newer === undefined || older === undefined ? undefined : { older, newer }
}
