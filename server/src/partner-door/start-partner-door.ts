import { createHmac } from 'node:crypto'
import { rmSync } from 'node:fs'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import { createPartnerApp } from './app.ts'
import { askTogether } from './ask-together.ts'
import type { PartnerDoor } from './door.ts'
import { termsOfDoors } from './known-terms.ts'
import { partnerPools } from './partner-pools.ts'
import type { PartnerRoute } from './route.ts'
import { type PartnerDoorSettings, parsePartnerDoorLine } from './settings.ts'

export interface PartnerDoorOptions {
  /** Lines of JSON; the process lives as long as they may still come. */
  readonly input: Readable
  /** The partner door's own key: 32 bytes. */
  readonly key: Uint8Array
  readonly log: (line: string) => void
  /** Where a line goes that was asked for. */
  readonly print: (line: string) => void
  /** What answers the questions; the real ones where absent. */
  readonly questions?: readonly PartnerRoute[]
}

const makeDoor = (
  settings: PartnerDoorSettings,
  { key, log }: PartnerDoorOptions,
  partners: Set<string>,
): PartnerDoor => {
  const pools = partnerPools(settings.database, key, fault => log(`a database connection was lost: ${fault.message}`))
  const askers = new Map<string, ReturnType<typeof askTogether>>()
  return {
    settings,
    pools,
    askOf(agreementDoor) {
      const asker = askers.get(agreementDoor) ?? askTogether(pools.of(agreementDoor), agreementDoor)
      askers.set(agreementDoor, asker)
      return asker
    },
    partners,
    termsOf: termsOfDoors(pools),
    attemptKey: createHmac('sha256', key).update('sign-in attempts of partners').digest(),
    log,
  }
}

/** Listens where only this machine's own user can come. */
const listen = async (app: FastifyInstance, socket: string): Promise<void> => {
  rmSync(socket, { force: true })
  const before = process.umask(0o177)
  try {
    await app.listen({ path: socket })
  } finally {
    process.umask(before)
  }
}

/** Runs the partner door until its input ends. Everything it knows beside its own key comes by that input. */
export const runPartnerDoor = async (options: PartnerDoorOptions): Promise<void> => {
  const partners = new Set<string>()
  let door: PartnerDoor | undefined
  let app: FastifyInstance | undefined
  const begin = async (settings: PartnerDoorSettings): Promise<void> => {
    door = makeDoor(settings, options, partners)
    app = await createPartnerApp(door, options.questions)
    await listen(app, settings.socket)
    options.print(JSON.stringify({ kind: 'ready' }))
  }
  const list = (): string =>
    JSON.stringify({
      kind: 'holds',
      pools: door?.pools.list() ?? [],
      partners: [...partners],
      keys: ['partner-door.key'],
      environment: Object.keys(process.env).sort(),
    })
  const lines = createInterface({ input: options.input })
  // Whoever gave the lines may be gone without a last word: a connection that was reset closes, and never ends.
  options.input.once('error', () => lines.close()).once('close', () => lines.close())
  for await (const text of lines) {
    const line = parsePartnerDoorLine(text)
    if (line?.kind === 'begin' && !door) await begin(line.settings)
    else if (line?.kind === 'partner') partners.add(line.role)
    else if (line?.kind === 'list') options.print(list())
    else options.log('a line of the standard input was none of ours')
  }
  await app?.close()
  await door?.pools.close()
}
