import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

const projectFolder = resolve(import.meta.dirname, '../../..')
const sources = [
  'package-lock.json',
  'web/index.html',
  'web/vite.config.ts',
  'web/build',
  'web/public',
  'web/src',
  'packages/contract/src',
  'packages/domain/src',
  'packages/ledger/src',
  'packages/terms/src',
]

const listFiles = (path: string): string[] =>
  statSync(path).isDirectory()
    ? readdirSync(path)
        .sort()
        .flatMap(name => listFiles(join(path, name)))
    : [path]

/** What the screens would be built from now. File times say nothing after a checkout. */
const hashOfSources = (): string => {
  const hash = createHash('sha256')
  for (const file of sources.flatMap(source => listFiles(join(projectFolder, source))))
    hash.update(file).update('\0').update(readFileSync(file))
  return hash.digest('hex')
}

const runVite = (): Promise<void> =>
  new Promise((done, fail) => {
    const vite = join(projectFolder, 'node_modules', 'vite', 'bin', 'vite.js')
    const child = spawn(process.execPath, [vite, 'build', '--logLevel', 'error'], {
      cwd: join(projectFolder, 'web'),
      // Whoever builds, a test run for one, the screens are those of production: others do everything twice to find mistakes.
      env: { ...process.env, NODE_ENV: 'production', NO_COLOR: '1', FORCE_COLOR: '0' },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let said = ''
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', data => {
        said += String(data)
      })
    child.once('error', fail)
    child.once('exit', code => (code === 0 ? done() : fail(new Error(`The screens could not be built:\n${said}`))))
  })

/** Builds the screens unless they stand as the sources would make them. Answers whether it built. */
export const buildWeb = async (webFolder: string): Promise<boolean> => {
  const stamp = join(webFolder, '.built-from')
  const hash = hashOfSources()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return false
  await runVite()
  writeFileSync(stamp, hash)
  return true
}
