import { existsSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { projectFolder, readSource } from './source-files.ts'

export interface Import {
  readonly from: string
  /** A file of the project, or the package as it was named. */
  readonly to: string
  readonly line: number
  /** Only types: nothing of it runs. */
  readonly isType: boolean
}

const pattern =
  /^\s*(?:import|export)\s+(type\s)?[^'"]*?from\s+'([^']+)'|^\s*import\s+'([^']+)'|\bimport\('([^']+)'\)/gm

const resolveFrom = (file: string, target: string): string => {
  if (!target.startsWith('.')) return target
  const path = normalize(join(dirname(file), target))
  return existsSync(join(projectFolder, path)) ? path : `${path} (missing)`
}

/** The imports of one file, as its text says them. */
export const importsOf = (file: string): Import[] => {
  const text = readSource(file)
  return [...text.matchAll(pattern)].map(match => ({
    from: file,
    to: resolveFrom(file, match[2] ?? match[3] ?? match[4] ?? ''),
    line: text.slice(0, match.index).split('\n').length + (match[0].match(/^\n*/)?.[0].length ?? 0),
    isType: match[1] !== undefined,
  }))
}
