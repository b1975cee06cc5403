import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bundlePath, emptyRoot, openNote, toHex, utf8 } from '@pars/ledger'
import { generateSigningKey, noteSigner, sha256, verifyEd25519 } from '@pars/ledger/node'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Cosigner, makeCosigner } from '../../src/cosigner/cosigner.ts'
import { type CosignerState, stateFile } from '../../src/cosigner/state-file.ts'
import { logSigner, makeLog, newVotingKey, signed } from './made-log.ts'

const signer = noteSigner('pars.test/cosigner/police', 'cosignature', generateSigningKey())
let home: string
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'pars-cosigner-'))
})
afterEach(() => rmSync(home, { recursive: true, force: true }))

const emptyState: CosignerState = {
  name: signer.name,
  log: 'http://log.test',
  logVkey: '',
  port: 0,
  size: 0,
  root: toHex(emptyRoot(sha256)),
  peaks: [],
  note: null,
  seatKeys: [],
  refusals: [],
}
const open = (source: Parameters<typeof makeCosigner>[0]['source']): Cosigner => {
  const file = stateFile(home)
  const state = file.read() ?? emptyState
  return makeCosigner({ home, file, signer, logKey: logSigner, source, log: () => {} }, state)
}
const onDisk = (): CosignerState => JSON.parse(readFileSync(join(home, 'state.json'), 'utf8'))

/** Two seats with a key, their ballots, and the activation: what each test spoils one thing of. */
const votedLog = () => {
  const log = makeLog()
  const keys = { police: newVotingKey(), court: newVotingKey() }
  log.arrests(3)
  log.registerKey('police', keys.police)
  log.registerKey('court', keys.court)
  return { log, keys }
}
const answerTo = async (log: ReturnType<typeof makeLog>, old = 0) => {
  const published = await log.publish()
  return open(log.source).addCheckpoint(await log.request(old, published))
}

describe('a cosigner', () => {
  test('signs what grows from what it signed before, and has it on its disk first', async () => {
    const log = makeLog()
    log.arrests(300)
    const cosigner = open(log.source)
    const first = await log.publish()
    const answer = await cosigner.addCheckpoint(await log.request(0, first))
    expect(answer.status).toBe(200)
    expect(onDisk()).toMatchObject({ size: 300, note: `${first.note}${answer.body}` })
    const opened = await openNote(utf8(cosigner.newest() ?? ''), [logSigner, signer], verifyEd25519)
    expect(opened.ok && opened.value.verified.length).toBe(2)
    log.arrests(600)
    const second = await log.publish()
    expect((await cosigner.addCheckpoint(await log.request(300, second))).status).toBe(200)
    expect(onDisk().size).toBe(900)
    expect(statSync(join(home, 'state.json')).mode & 0o077).toBe(0)
  })

  test('remembers after a restart: it tells its own size to whoever believes another', async () => {
    const log = makeLog()
    log.arrests(10)
    await answerTo(log)
    const again = await open(log.source).addCheckpoint(await log.request(0, await log.publish()))
    expect(again).toEqual({ status: 409, body: '10\n', type: 'text/x.tlog.size' })
  })

  test('does not sign a root that the entries do not give', async () => {
    const log = makeLog()
    log.arrests(10)
    const published = await log.publish()
    const path = bundlePath({ index: 0, width: 10 })
    const bytes = Uint8Array.from(log.files.get(path) ?? [])
    const at = Buffer.from(bytes).indexOf('"nonce":"') + 9
    bytes[at] = bytes[at] === 0x61 ? 0x62 : 0x61
    log.files.set(path, bytes)
    const answer = await open(log.source).addCheckpoint(await log.request(0, published))
    expect(answer).toMatchObject({ status: 422, body: 'entries 1 to 10 do not give the root that was signed\n' })
    expect(onDisk()).toMatchObject({ size: 0, refusals: [{ status: 422, times: 1 }] })
  })

  test('keeps two roots of one size as evidence, and signs neither again', async () => {
    const log = makeLog()
    log.arrests(10)
    await answerTo(log)
    const forked = await signed(10, sha256(utf8('another tree')))
    const cosigner = open(log.source)
    for (const old of [0, 10]) {
      const answer = await cosigner.addCheckpoint(await log.request(old, { size: 10, note: forked }))
      expect(answer).toMatchObject({ status: 422, body: expect.stringContaining('two roots of 10 entries') })
    }
    const [kept = ''] = readdirSync(join(home, 'evidence'))
    expect(readFileSync(join(home, 'evidence', kept, 'offered.txt'), 'utf8')).toBe(forked)
    expect(readFileSync(join(home, 'evidence', kept, 'remembered.txt'), 'utf8')).toBe(onDisk().note)
    expect(onDisk()).toMatchObject({ size: 10, refusals: [{ times: 2 }] })
  })

  test('says that the log cannot be read, and signs nothing, where entries are missing', async () => {
    const log = makeLog()
    log.arrests(10)
    const published = await log.publish()
    log.files.delete(bundlePath({ index: 0, width: 10 }))
    const answer = await open(log.source).addCheckpoint(await log.request(0, published))
    expect(answer).toMatchObject({ status: 503, body: expect.stringContaining('does not show') })
  })

  test('stops when another process has written its memory', async () => {
    const log = makeLog()
    log.arrests(10)
    const cosigner = open(log.source)
    writeFileSync(join(home, 'state.json'), '{}')
    const asked = cosigner.addCheckpoint(await log.request(0, await log.publish()))
    await expect(asked).rejects.toThrow('another process works in')
  })
})

describe('an agreement that came in force', () => {
  test('is confirmed with two ballots, each signed by a key that its seat had registered', async () => {
    const { log, keys } = votedLog()
    log.activation([log.ballot('police', keys.police), log.ballot('court', keys.court)])
    expect(await answerTo(log)).toMatchObject({ status: 200 })
    expect(onDisk().seatKeys.map(({ seat }) => seat)).toEqual(['police', 'court'])
  })

  test('is confirmed with ballots that were confirmed long before', async () => {
    const { log, keys } = votedLog()
    const ballots = [log.ballot('police', keys.police), log.ballot('court', keys.court)]
    log.arrests(300)
    expect((await answerTo(log)).status).toBe(200)
    log.activation(ballots)
    expect((await answerTo(log, 307)).status).toBe(200)
  })

  const spoiled: Record<string, [why: RegExp, spoil: (made: ReturnType<typeof votedLog>) => number[]]> = {
    'one ballot': [/activation-without-two-ballots/, ({ log, keys }) => [log.ballot('police', keys.police)]],
    'two ballots of one seat': [
      /activation-without-two-ballots/,
      ({ log, keys }) => [log.ballot('police', keys.police), log.ballot('police', keys.police)],
    ],
    'an entry that is no vote': [/entry 1 is no vote/, ({ log, keys }) => [1, log.ballot('police', keys.police)]],
    'a ballot signed by a key that was never registered': [
      /signed by no key/,
      ({ log, keys }) => [log.ballot('police', newVotingKey()), log.ballot('court', keys.court)],
    ],
    "a ballot signed by another seat's key": [
      /signed by no key/,
      ({ log, keys }) => [log.ballot('police', keys.court), log.ballot('court', keys.court)],
    ],
    'a ballot signed by a key that was revoked before': [
      /signed by no key/,
      ({ log, keys }) => {
        log.revokeKey('police', keys.police)
        return [log.ballot('police', keys.police), log.ballot('court', keys.court)]
      },
    ],
    'a signature over another choice': [
      /signed something else/,
      ({ log, keys }) => [log.ballot('police', keys.police, { choice: 'against' }), log.ballot('court', keys.court)],
    ],
    'a signature for another log': [
      /signed something else/,
      ({ log, keys }) => [log.ballot('police', keys.police, { origin: 'else' }), log.ballot('court', keys.court)],
    ],
    "a signature by somebody who has only the key's name": [
      /signature of the ballot of entry \d+ is bad/,
      ({ log, keys }) => [
        log.ballot('police', { ...newVotingKey(), keyId: keys.police.keyId }),
        log.ballot('court', keys.court),
      ],
    ],
    'a signature that the log does not lay open': [
      /does not lay open/,
      ({ log, keys }) => {
        const ballots = [log.ballot('police', keys.police), log.ballot('court', keys.court)]
        log.files.delete(`opening/${ballots[0]}`)
        return ballots
      },
    ],
    'another signature than the entry holds': [
      /not what the entry holds/,
      ({ log, keys }) => {
        const ballots = [log.ballot('police', keys.police), log.ballot('court', keys.court)]
        const other = { keyId: keys.police.keyId, signature: '', passkey: null }
        log.layOpen(ballots[0] ?? 0, 'signature', other, ['officer', 'signature', 'reason'], 'x')
        return ballots
      },
    ],
  }
  test.each(Object.entries(spoiled))('is not confirmed with %s', async (_, [why, spoil]) => {
    const made = votedLog()
    made.log.activation(spoil(made))
    const answer = await answerTo(made.log)
    expect(answer).toMatchObject({ status: 422, body: expect.stringMatching(why) })
    expect(onDisk()).toMatchObject({ size: 0, refusals: [{ why: expect.stringMatching(why) }] })
  })
})
