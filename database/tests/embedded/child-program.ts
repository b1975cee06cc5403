import { EmbeddedPostgresError } from '../../src/embedded/embedded-postgres-error.ts'
import { startEmbeddedPostgres } from '../../src/embedded/start-embedded-postgres.ts'

// A PARS reduced to its database: starts it, says how that went as one JSON line, and stops it on SIGTERM.
const options: { home: string; shared?: string; native?: string } = JSON.parse(process.argv[2] ?? '{}')
const lines: string[] = []

try {
  const server = await startEmbeddedPostgres({ ...options, log: line => lines.push(line) })
  process.on('SIGTERM', async () => {
    await server.stop()
    process.exit(0)
  })
  process.on('SIGUSR2', () => process.exit(3))
  setInterval(() => {}, 60_000)
  const { connection, pid, version, wasAdopted, freshlyCreated, dataFolder } = server
  say({ ok: true, connection, pid, version, wasAdopted, freshlyCreated, dataFolder, lines })
} catch (error) {
  if (!(error instanceof EmbeddedPostgresError)) throw error
  say({ ok: false, fault: error.fault, message: error.message, lines })
}

function say(result: object): void {
  process.stdout.write(`${JSON.stringify(result)}\n`)
}
