import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

export const projectFolder = resolve(import.meta.dirname, '..')

/** Files of the project that git knows or would know, relative to its root, sorted. */
export const listFiles = (): string[] =>
  execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
    cwd: projectFolder,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
    .split('\n')
    .filter(file => file !== '' && existsSync(join(projectFolder, file)))
    .sort()

export const readSource = (file: string): string => readFileSync(join(projectFolder, file), 'utf8')

/** Prints what was found and ends with 1 when there is anything. */
export const report = (what: string, problems: readonly string[]): void => {
  for (const problem of problems) console.error(problem)
  if (problems.length > 0) console.error(`\n${what}: ${problems.length} to mend`)
  process.exitCode = problems.length > 0 ? 1 : 0
}
