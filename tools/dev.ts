import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { projectFolder } from './source-files.ts'

/** A fresh database and a seeded city, a server that starts anew when its sources change, and Vite's screens that reload by themselves. */
const home = process.env['PARS_HOME'] ?? mkdtempSync(join(tmpdir(), 'pars-dev-'))
const env = { ...process.env, PARS_HOME: home }
const watched = ['server/src', 'packages', 'database/src', 'database/walls', 'cli/src'].flatMap(path => [
  '--watch-path',
  path,
])
const server = spawn(process.execPath, [...watched, '--watch-preserve-output', 'cli/src/pars.ts', 'serve'], {
  cwd: projectFolder,
  env,
  stdio: 'inherit',
})
const web = spawn(process.execPath, [join(projectFolder, 'node_modules/vite/bin/vite.js')], {
  cwd: join(projectFolder, 'web'),
  env,
  stdio: 'inherit',
})
console.log(
  `Data: ${home}${process.env['PARS_HOME'] ? '' : ' (removed at the end)'}\nScreens that reload: http://localhost:7278`,
)

const stop = (): void => {
  web.kill('SIGTERM')
  server.kill('SIGTERM')
}
process.once('SIGINT', stop)
process.once('SIGTERM', stop)
await Promise.all([server, web].map(child => new Promise(resolve => child.once('exit', resolve))))
if (!process.env['PARS_HOME']) rmSync(home, { recursive: true, force: true })
