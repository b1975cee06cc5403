import type { Import } from './imports.ts'

/** Circles among the project's own files, each once, from its alphabetically first file. */
export const findCycles = (imports: readonly Import[]): string[][] => {
  const targets = new Map<string, string[]>()
  for (const { from, to } of imports) targets.set(from, [...(targets.get(from) ?? []), to])
  const cycles = new Map<string, string[]>()
  const done = new Set<string>()
  const walk = (file: string, path: string[]): void => {
    const at = path.indexOf(file)
    if (at >= 0) {
      const cycle = path.slice(at)
      cycles.set([...cycle].sort().join(), cycle)
      return
    }
    if (done.has(file)) return
    for (const next of targets.get(file) ?? []) walk(next, [...path, file])
    done.add(file)
  }
  for (const file of [...targets.keys()].sort()) walk(file, [])
  return [...cycles.values()]
}
