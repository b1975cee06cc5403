import { encodeBundle, formatOpening, formatVkey, parseTilePath, tileWidth } from '@pars/ledger'
import { noteSigner } from '@pars/ledger/node'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { findRow, listRows } from '../db/direct.ts'
import {
  callLayOpen,
  type ServedCheckpoint,
  selectCheckpointOf,
  selectLeaves,
  selectServedCheckpoint,
  selectSignedSize,
  selectTile,
} from '../journal/journal.sql.ts'
import type { Keys } from '../keys.ts'
import type { ProofSource } from '../proof/proof-source.ts'
import { findReceiptText } from '../proof/receipt-text.ts'
import type { Runtime } from '../runtime.ts'

/** The key that checks this log's signatures, one line: name, id and public key. */
export const logVkey = (keys: Keys, origin: string): string => formatVkey(noteSigner(origin, 'ed25519', keys.log))

// A tile is immutable at its width: the address says it.
const forEver = 'public, max-age=31536000, immutable'

const missing = (reply: FastifyReply): FastifyReply =>
  reply
    .code(404)
    .header('content-type', 'text/plain; charset=utf-8')
    .header('cache-control', 'no-store')
    .send('There is no such file in this log.\n')

const sendBytes = (reply: FastifyReply, bytes: Uint8Array): FastifyReply =>
  reply.header('content-type', 'application/octet-stream').header('cache-control', forEver).send(Buffer.from(bytes))

/** The leaves of a bundle; fewer than asked for when the log is not that long. */
const readBundle = async (runtime: Runtime, index: number, width: number): Promise<Buffer[]> =>
  (await listRows<{ leaf: Buffer }>(runtime.doors.portal, selectLeaves(index * tileWidth, width))).map(row => row.leaf)

/** Bundles of a few seconds: each cosigner reads the same ones, one after the other. They never change at their width. */
const bundleCache = (runtime: Runtime) => {
  const kept = new Map<string, Promise<Buffer[]>>()
  const most = 32
  return (index: number, width: number): Promise<Buffer[]> => {
    const key = `${index}/${width}`
    const known = kept.get(key)
    if (known) return known
    const [oldest] = kept.size >= most ? kept.keys() : []
    if (oldest !== undefined) kept.delete(oldest)
    const reading = readBundle(runtime, index, width)
    kept.set(key, reading)
    // What could not be read, or not whole, is read again.
    void reading.then(
      leaves => leaves.length === width || kept.delete(key),
      () => kept.delete(key),
    )
    return reading
  }
}

const sendText = (reply: FastifyReply, text: string): FastifyReply =>
  reply.header('content-type', 'text/plain; charset=utf-8').header('cache-control', 'no-cache').send(text)

interface LaidOpen {
  slot: string
  salt: Buffer
  content: string
  commitments: Buffer[]
  statement: string | null
  terms: string | null
}

/** What proves a vote: see SPEC.md, 7.3. The database says which slots these are. */
const registerOpenings = (app: FastifyInstance, runtime: Runtime): void => {
  app.get('/log/opening/:number', async (request, reply) => {
    const { number } = request.params as { number: string }
    if (!/^[1-9]\d{0,15}$/.test(number)) return missing(reply)
    const open = await findRow<LaidOpen & { [column: string]: unknown }>(
      runtime.doors.portal,
      callLayOpen(Number(number)),
    )
    if (!open) return missing(reply)
    const { slot, salt, content, commitments, statement, terms } = open
    const opening = formatOpening({ slot, value: { salt, content: Buffer.from(content, 'utf8') }, commitments })
    return reply.header('cache-control', 'no-cache').send({ opening, statement, terms })
  })
}

/** The public log as C2SP tlog-tiles lays it out. Nothing is served that no signed checkpoint covers. */
export const registerLog = (
  app: FastifyInstance,
  runtime: Runtime,
  policy: () => Promise<string | undefined>,
): void => {
  const vkey = logVkey(runtime.keys, runtime.city.origin)
  const findBundle = bundleCache(runtime)

  app.get('/log/checkpoint', async (_request, reply) => {
    const checkpoint = await findRow<ServedCheckpoint & { [column: string]: unknown }>(
      runtime.doors.portal,
      selectServedCheckpoint,
    )
    if (!checkpoint) return missing(reply)
    return sendText(reply, [checkpoint.note, ...checkpoint.lines.map(line => `${line}\n`)].join(''))
  })
  app.get('/log/key', async (_request, reply) => sendText(reply, `${vkey}\n`))
  app.get('/log/policy', async (_request, reply) => {
    const text = await policy()
    return text === undefined ? missing(reply) : sendText(reply, text)
  })
  registerOpenings(app, runtime)
  const source: ProofSource = {
    findCheckpoint: number => findRow<{ size: number; note: string }>(runtime.doors.portal, selectCheckpointOf(number)),
    findTile: (level, index) => findRow<{ bytes: Buffer }>(runtime.doors.portal, selectTile(level, index)),
  }
  app.get('/log/receipt/:number', async (request, reply) => {
    const { number } = request.params as { number: string }
    if (!/^[1-9]\d{0,14}$/.test(number)) return missing(reply)
    const [row] = await listRows<{ leaf: Buffer }>(runtime.doors.portal, selectLeaves(Number(number) - 1, 1))
    const receipt = row && (await findReceiptText(source, { number: Number(number), leaf: row.leaf }, []))
    if (receipt === undefined) return missing(reply)
    return reply
      .header('content-type', 'text/plain; charset=utf-8')
      .header('content-disposition', `attachment; filename="entry-${number}.tlog-proof"`)
      .header('cache-control', 'no-cache')
      .send(receipt)
  })
  app.get('/log/tile/*', async (request, reply) => {
    const path = `tile/${(request.params as { '*': string })['*']}`
    const address = parseTilePath(path)
    const size = (await findRow<{ size: number }>(runtime.doors.portal, selectSignedSize))?.size ?? 0
    if (!address.ok) return missing(reply)
    const { level, index, width } = address.value
    const covered = Math.floor(size / tileWidth ** (level ?? 0)) - index * tileWidth
    if (covered < width) return missing(reply)
    if (level === undefined) {
      const leaves = await findBundle(index, width)
      return leaves.length === width ? sendBytes(reply, encodeBundle(leaves)) : missing(reply)
    }
    const tile = await findRow<{ width: number; bytes: Buffer }>(runtime.doors.portal, selectTile(level, index))
    return tile && tile.width >= width ? sendBytes(reply, tile.bytes.subarray(0, width * 32)) : missing(reply)
  })
}
