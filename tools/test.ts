import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fastSteps, slowSteps } from './check-steps.ts'
import { runSteps, type Step } from './run-steps.ts'

interface VitestReport {
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  numTodoTests: number
  success: boolean
  testResults: { name: string; status: string; assertionResults: { status: string; fullName: string }[] }[]
}

type Suite = readonly [name: string, projects: readonly string[]]

/**
 * Suites of one row run one after another, the rows beside each other: most wait for a database or a process more than for a core. The
 * browser's come last and alone, on screens that are built from the sources as they are: they measure what a person would wait.
 */
const rows: readonly (readonly Suite[])[] = [
  [
    ['rules, proof, wire, screens', ['domain', 'ledger', 'terms', 'contract', 'web', 'city', 'tools']],
    ['embedded PostgreSQL', ['embedded']],
    ['command line', ['cli']],
    ['kills', ['kills']],
  ],
  [
    ['walls', ['walls-18', 'walls-15']],
    ['server', ['server']],
    ['dumps', ['dumps']],
  ],
]
const browser: Suite = ['browser', ['e2e']]

const folder = mkdtempSync(join(tmpdir(), 'pars-test-'))
const totals = { passed: 0, failed: 0, skipped: 0 }
const skippedNames: string[] = []

const readReport = (file: string): VitestReport | undefined => {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as VitestReport
  } catch {
    return undefined
  }
}

const addReport = (file: string, ended: boolean): void => {
  const report = readReport(file)
  totals.passed += report?.numPassedTests ?? 0
  totals.skipped += (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0)
  const failed = report?.numFailedTests ?? 0
  // A suite that ended badly without a failed test (a file that does not load, a leak) counts as one.
  totals.failed += failed === 0 && !ended ? 1 : failed
  for (const { assertionResults } of report?.testResults ?? [])
    for (const { status, fullName } of assertionResults)
      if (status === 'skipped' || status === 'pending' || status === 'todo') skippedNames.push(fullName)
}

const runSuite = async ([name, projects]: Suite): Promise<void> => {
  const file = join(folder, `${projects[0]}.json`)
  const chosen = projects.flatMap(project => ['--project', project])
  const args = ['run', ...chosen, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const failed = await runSteps([{ name, command: ['vitest', ...args] }])
  addReport(file, failed.length === 0)
}

const runChecks = async (steps: readonly Step[]): Promise<void> => {
  const failed = await runSteps(steps)
  totals.passed += steps.length - failed.length
  totals.failed += failed.length
}

const main = async (): Promise<void> => {
  const began = performance.now()
  const asked = process.argv.slice(2)
  const isAsked = (name: string): boolean => asked.length === 0 || asked.includes(name)
  if (isAsked('check')) await runChecks([...fastSteps, ...slowSteps])
  if (isAsked('browser')) await runChecks([{ name: 'build the screens', command: ['node', 'tools/build-web.ts'] }])
  const runRow = async (row: readonly Suite[]): Promise<void> => {
    for (const suite of row) if (isAsked(suite[0])) await runSuite(suite)
  }
  await Promise.all(rows.map(runRow))
  await runRow([browser])
  rmSync(folder, { recursive: true, force: true })
  for (const name of skippedNames) console.log(`skipped: ${name}`)
  console.log(`${Math.round((performance.now() - began) / 1000)} s in all`)
  const skipped = totals.skipped > 0 ? `, ${totals.skipped} skipped` : ''
  console.log(`${totals.passed} passed, ${totals.failed} failed${skipped}`)
  process.exitCode = totals.failed > 0 || totals.passed === 0 ? 1 : 0
}

await main()
