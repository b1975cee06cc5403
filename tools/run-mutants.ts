import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { projectFolder } from './source-files.ts'

interface Kill {
  name: string
  suite: string
  kill: string | null
}

/** Runs every planted fault, each on a database of its own, and writes the list of what noticed it: about ten minutes. */
const suites = ['tests/noninterference/mutants.test.ts', 'tests/noninterference/gate.test.ts']
const scratch = mkdtempSync(join(tmpdir(), 'pars-mutants-'))
const file = join(scratch, 'kills')
writeFileSync(file, '')

const run = (): Promise<number> =>
  new Promise(resolve => {
    const child = spawn(join(projectFolder, 'node_modules/.bin/vitest'), ['run', '--project', 'walls-18', ...suites], {
      cwd: projectFolder,
      env: { ...process.env, PARS_MUTANTS: 'all', PARS_KILL_LIST: file },
      stdio: 'inherit',
    })
    child.once('exit', code => resolve(code ?? 1))
  })

const listOf = (kills: readonly Kill[]): string[] =>
  kills.map(({ name, suite, kill }) => `| ${name} | ${suite} | ${kill ?? '**survived**'} |`)

process.exitCode = await run()
const kills: Kill[] = readFileSync(file, 'utf8')
  .split('\n')
  .filter(line => line !== '')
  .map(line => JSON.parse(line))
rmSync(scratch, { recursive: true })
const compared = kills.filter(({ suite }) => suite === 'non-interference')
const named = kills.filter(({ suite }) => suite !== 'non-interference')
const survivors = kills.filter(({ kill }) => kill === null).length

writeFileSync(
  join(projectFolder, 'docs/mutants.md'),
  `# Planted faults

Each line is a fault planted in the walls, or in the SQL that terms compile to, on a database of its own, and what noticed it.
\`node tools/run-mutants.ts\` runs them all and writes this list; the gate runs a share of those that are noticed soon, another one each day. The faults
are data: the files \`database/tests/noninterference/*mutants.sql.ts\`.

${kills.length} faults, ${survivors} survivors.

## Noticed by comparing two databases

The suite is \`database/tests/noninterference/mutants.test.ts\`; what it compares is in \`docs/noninterference.md\`. The number tells
how many generated programs it took.

| Fault | Suite | Noticed |
| --- | --- | --- |
${listOf(compared).join('\n')}

## Noticed by the check named

These show in one database: something is given too early, too late, or without its record. The checks are in
\`database/tests/noninterference/gate-checks.ts\`.

| Fault | Check | Noticed |
| --- | --- | --- |
${listOf(named).join('\n')}
`,
)
