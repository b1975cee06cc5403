import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { findEmbeddedPostgres, startEmbeddedPostgres } from '@pars/database'
import { type AuditFinding, auditFaults } from '@pars/domain'
import { parseVkey } from '@pars/ledger'
import { sha256 } from '@pars/ledger/node'
import {
  type AuditReport,
  addressOf,
  type KeptCheckpoint,
  listKeptCheckpoints,
  logVkey,
  missingKeys,
  openRuntime,
  readKeys,
  readSettings,
  recordAudit,
  runAudit,
  type Settings,
} from '@pars/server'
import { type Command, CommandProblem } from './command.ts'

type Runtime = Awaited<ReturnType<typeof openRuntime>>

const quiet = (): void => {}

/** Beside a running server or without one: an audit needs the database alone. */
const withDatabase = async <T>(settings: Settings, use: (runtime: Runtime) => Promise<T>): Promise<T> => {
  const found = settings.production
    ? { address: addressOf(settings.production.databaseUrl), stop: async () => {} }
    : await embedded(settings)
  try {
    const runtime = await openRuntime(found.address, readKeys(settings.keys), quiet)
    return await use(runtime).finally(() => Promise.all(Object.values(runtime.doors).map(pool => pool.end())))
  } finally {
    await found.stop()
  }
}

const embedded = async ({ home, keys }: Settings) => {
  const running = await findEmbeddedPostgres({ home, keys })
  if (running) return { address: running, stop: async () => {} }
  const postgres = await startEmbeddedPostgres({ home, keys, log: quiet })
  return { address: postgres.connection, stop: () => postgres.stop() }
}

const readKept = async (where: string): Promise<KeptCheckpoint> => {
  const unreadable = (why: string) =>
    new CommandProblem(`The checkpoint ${where} cannot be read (${why}): name a file or an address that is there.`)
  if (!/^https?:\/\//.test(where))
    return {
      from: where,
      note: await readFile(where).catch((error: Error) => {
        throw unreadable(error.message)
      }),
    }
  const answer = await fetch(where).catch((error: Error) => {
    throw unreadable(error.message)
  })
  if (!answer.ok) throw unreadable(`it answered ${answer.status}`)
  return { from: where, note: new Uint8Array(await answer.arrayBuffer()) }
}

/** One line of progress on a terminal, rewritten; nothing where the output goes to a file. */
const progressLine = () => {
  let shown = 0
  return {
    show(text: string): void {
      if (!process.stderr.isTTY || Date.now() - shown < 200) return
      shown = Date.now()
      process.stderr.write(`\r${text}\u001b[K`)
    },
    clear(): void {
      if (process.stderr.isTTY) process.stderr.write('\r\u001b[K')
    },
  }
}

const sayFinding = ({ fault, entry, table, row, detail }: AuditFinding): string => {
  const where = [
    entry === null ? null : `entry ${entry}`,
    table === null ? row : `${table} ${row ?? ''}`.trim(),
    detail === null ? null : `(${detail})`,
  ]
  return `FAULT ${fault} ${where.filter(part => part !== null).join(', ')}: ${auditFaults[fault]}`
}

const say = ({ through, findings }: AuditReport, seconds: number): void => {
  for (const finding of findings.list) console.log(sayFinding(finding))
  if (findings.count > findings.list.length)
    console.log(`... and ${findings.count - findings.list.length} more, which are counted only.`)
  const work = `${through} entries in ${seconds.toFixed(1)} s, ${Math.round(through / Math.max(seconds, 0.001))} a second`
  console.log(findings.count === 0 ? `All holds: ${work}.` : `${findings.count} faults: ${work}.`)
}

export const auditCommand: Command = {
  summary: 'compare journal, tree and tables, and name whatever was changed from outside',
  usage: `Usage: pars audit [--checkpoint FILE-OR-URL ...] [--no-entry] [--json]

Recomputes the tree from the stored entries, the commitments from their content, every row of the work tables from the
journal, and what was derived from those; checks every stored checkpoint, each ballot's signature and what stands behind
each agreement and answer. Works beside a running server and without one, as the keeper, which writes no row.
  --checkpoint   a checkpoint that was kept elsewhere, of a cosigner for example: the log must still give its root. May be
                 repeated; the ones that lie in PARS_HOME are taken anyhow
  --no-entry     leaves out the entry audit.completed that otherwise says what was found
  --json         one JSON object on standard output
Exit code 0 only if all holds; 1 when something does not, each fault named with its entry or row; 2 when it cannot be done.`,
  async run(args) {
    const { values } = parseArgs({
      args,
      options: {
        checkpoint: { type: 'string', multiple: true, default: [] },
        'no-entry': { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
      },
    })
    const settings = readSettings(process.env)
    const missing = missingKeys(settings.keys)
    if (missing.length > 0)
      throw new CommandProblem(
        `There is no city here yet: ${settings.keys} lacks ${missing.join(', ')}. Start it with "npx pars serve", or set PARS_HOME.`,
      )
    const named = await Promise.all(values.checkpoint.map(readKept))
    return withDatabase(settings, async runtime => {
      const key = parseVkey(sha256, logVkey(runtime.keys, runtime.city.origin))
      if (!key.ok) throw new CommandProblem(`The log's key cannot be read (${key.fault}).`)
      const line = progressLine()
      const began = performance.now()
      const report = await runAudit(runtime.doors.keeper, {
        key: key.value,
        kept: [...(await listKeptCheckpoints(settings.home, runtime.city.origin)), ...named],
        onProgress: ({ stage, done, of }) => line.show(`${stage}: ${done} of ${of}`),
      })
      const milliseconds = Math.round(performance.now() - began)
      line.clear()
      const entryId = values['no-entry'] ? null : await recordAudit(runtime.doors.keeper, report, null)
      if (values.json) {
        const { through, findings } = report
        console.log(
          JSON.stringify({
            ok: findings.count === 0,
            through,
            faults: findings.count,
            findings: findings.list,
            entryId,
            milliseconds,
          }),
        )
      } else say(report, milliseconds / 1000)
      return report.findings.count === 0 ? 0 : 1
    })
  },
}
