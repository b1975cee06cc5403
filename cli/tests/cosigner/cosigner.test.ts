import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bundlePath, emptyRoot, openNote, toHex, utf8 } from '@pars/ledger'
import { generateSigningKey, noteSigner, sha256, verifyEd25519 } from '@pars/ledger/node'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Cosigner, makeCosigner } from '../../src/cosigner/cosigner.ts'
import { type CosignerState, stateFile } from '../../src/cosigner/state-file.ts'
import { logSigner, makeLog, newVotingKey, signed, terms } from './made-log.ts'

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
  votingKeys: [],
  refusals: [],
}
const open = (source: Parameters<typeof makeCosigner>[0]['source']): Cosigner => {
  const file = stateFile(home)
  const state = file.read() ?? emptyState
  return makeCosigner({ home, file, signer, logKey: logSigner, source, log: () => {} }, state)
}
const onDisk = (): CosignerState => JSON.parse(readFileSync(join(home, 'state.json'), 'utf8'))

/** Two seats and a partner's unit with a key: their ballots, its acceptance and the activation are what each test spoils one thing of. */
const votedLog = () => {
  const log = makeLog()
  const keys = { police: newVotingKey(), court: newVotingKey(), partner: newVotingKey() }
  log.arrests(3)
  log.registerKey('police', keys.police)
  log.registerKey('court', keys.court)
  log.registerKey('made-unit', keys.partner)
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
    log.activation([log.ballot('police', keys.police), log.ballot('court', keys.court)], log.acceptance(keys.partner))
    expect(await answerTo(log)).toMatchObject({ status: 200 })
    expect(onDisk().votingKeys.map(({ holder }) => holder)).toEqual(['police', 'court', 'made-unit'])
  })

  test('is confirmed with ballots that were confirmed long before', async () => {
    const { log, keys } = votedLog()
    const ballots = [log.ballot('police', keys.police), log.ballot('court', keys.court)]
    const accepted = log.acceptance(keys.partner)
    log.arrests(300)
    expect((await answerTo(log)).status).toBe(200)
    log.activation(ballots, accepted)
    expect((await answerTo(log, 309)).status).toBe(200)
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
        log.layOpen(ballots[0] ?? 0, 'signature', other, ['officer', 'signature', 'reason'])
        return ballots
      },
    ],
  }
  test.each(Object.entries(spoiled))('is not confirmed with %s', async (_, [why, spoil]) => {
    const made = votedLog()
    made.log.activation(spoil(made), made.log.acceptance(made.keys.partner))
    const answer = await answerTo(made.log)
    expect(answer).toMatchObject({ status: 422, body: expect.stringMatching(why) })
    expect(onDisk()).toMatchObject({ size: 0, refusals: [{ why: expect.stringMatching(why) }] })
  })

  const forged: Record<string, [why: RegExp, accept: (made: ReturnType<typeof votedLog>) => number | null]> = {
    'no acceptance, though it adopts': [/activation-without-acceptance/, () => null],
    'an acceptance that the partner did not sign': [
      /signature of the acceptance of entry \d+ is bad/,
      ({ log, keys }) => log.acceptance({ ...newVotingKey(), keyId: keys.partner.keyId }),
    ],
    'an acceptance by a key that was never registered': [
      /signed by no key that a unit of its terms/,
      ({ log }) => log.acceptance(newVotingKey()),
    ],
    "an acceptance by another partner's key": [
      /signed by no key that a unit of its terms/,
      ({ log }) => {
        const other = newVotingKey()
        log.registerKey('other-unit', other)
        return log.acceptance(other)
      },
    ],
    "an acceptance by a seat's key": [
      /signed by no key that a unit of its terms/,
      ({ log, keys }) => log.acceptance(keys.police),
    ],
    'an acceptance by a key that was revoked before': [
      /signed by no key that a unit of its terms/,
      ({ log, keys }) => {
        log.revokeKey('made-unit', keys.partner)
        return log.acceptance(keys.partner)
      },
    ],
    'an acceptance by a key that was registered after it': [
      /signed by no key that a unit of its terms/,
      ({ log }) => {
        const late = newVotingKey()
        const accepted = log.acceptance(late)
        log.registerKey('made-unit', late)
        return accepted
      },
    ],
    'a rejection signed as if it were one': [
      /acceptance of entry \d+ signed something else/,
      ({ log, keys }) => log.acceptance(keys.partner, { decision: 'rejected' }),
    ],
    'an acceptance of another resolution': [
      /acceptance of entry \d+ signed something else/,
      ({ log, keys }) => log.acceptance(keys.partner, { resolution: 'made-1-2' }),
    ],
    'an acceptance for another log': [
      /acceptance of entry \d+ signed something else/,
      ({ log, keys }) => log.acceptance(keys.partner, { origin: 'else' }),
    ],
    'an acceptance whose terms the log shows otherwise': [
      /does not lay open the terms that entry \d+ accepts/,
      ({ log, keys }) => {
        const accepted = log.acceptance(keys.partner)
        const path = `opening/${accepted}`
        const shown = JSON.parse(new TextDecoder().decode(log.files.get(path)))
        log.files.set(path, utf8(JSON.stringify({ ...shown, terms: `${terms} ` })))
        return accepted
      },
    ],
  }
  test.each(Object.entries(forged))('is not confirmed with %s', async (_, [why, accept]) => {
    const made = votedLog()
    const { log, keys } = made
    const ballots = [log.ballot('police', keys.police), log.ballot('court', keys.court)]
    log.activation(ballots, accept(made))
    expect(await answerTo(log)).toMatchObject({ status: 422, body: expect.stringMatching(why) })
    expect(onDisk()).toMatchObject({ size: 0, refusals: [{ why: expect.stringMatching(why) }] })
  })

  test('is confirmed without an acceptance where it amends: a narrowing needs none', async () => {
    const { log, keys } = votedLog()
    const amend = { action: 'amend' }
    log.activation([log.ballot('police', keys.police, amend), log.ballot('court', keys.court, amend)], null)
    expect((await answerTo(log)).status).toBe(200)
  })
})
