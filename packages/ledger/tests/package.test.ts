import { generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import * as browser from '../src/browser/index.ts'
import {
  answersOf,
  checkOpenings,
  checkPackage,
  confirmationOf,
  formatOpenings,
  openSlot,
  readUtf8,
  utf8,
  withClass,
  withFilter,
} from '../src/index.ts'
import { sha256, verifyEd25519, verifyEs256 } from '../src/node/index.ts'
import { isStatementSigned, readVotedSignature } from '../src/package/voted-signature.ts'
import { flips } from './flips.ts'
import { packageContents, packageLog, packageLogWith, packageOf } from './package-sample.ts'

const checks = { ed25519: verifyEd25519, es256: verifyEs256 }
const check = (bytes: Uint8Array) => checkPackage(bytes, { sha256, checks })

describe('a package', () => {
  test('has the same bytes whenever it is built of the same journal, range and checkpoint', async () => {
    expect(await packageOf()).toBe(await packageOf({}, packageLog()))
  })

  test('comes with the browser’s parts to the same report', async () => {
    const bytes = utf8(await packageOf())
    const inBrowser = { sha256: browser.sha256, checks: { ed25519: browser.verifyEd25519, es256: browser.verifyEs256 } }
    const report = await checkPackage(bytes, inBrowser)
    expect(report.faults).toEqual([])
    expect(JSON.stringify(report.range)).toBe(JSON.stringify((await check(bytes)).range))
  })

  test('says what was asked, refused, met and written, and what came last before the end and first after it', async () => {
    const report = await check(utf8(await packageOf()))
    expect(report.ok).toBe(true)
    expect(answersOf(report)).toMatchObject({
      answered: 2,
      refused: 2,
      sealed: [],
      days: ['2018-07-03', '2018-08-31', '2018-09-01'],
      met: [{ entry: 17, obligation: 'report', dueOn: '2018-07-31' }],
      missed: [],
      letters: [{ entry: 18, notice: 'letter', servedBy: 'partner' }],
      end: '2018-09-01T04:00:00.000Z',
      lastAnswer: { entry: 19, at: '2018-08-31T23:20:00.000Z' },
      firstRefusalAfter: { entry: 21, at: '2018-09-01T04:01:00.000Z' },
      answersAfterEnd: [],
    })
    expect(withFilter(report, 'birth-country')).toEqual({ entries: [16], sealed: [] })
    expect(withClass(report, 'charges')).toEqual({ entries: [14], sealed: [] })
    expect(withClass(report, 'origin')).toEqual({ entries: [], sealed: [] })
  })

  const seed = Number(process.env['PARS_SEED'] ?? randomBytes(4).readUInt32BE())
  test(`with one byte changed anywhere fails and names the place (50 flips, seed ${seed})`, async () => {
    const bytes = utf8(await packageOf())
    for await (const { faults, named, ...where } of flips(bytes, { seed, count: 50 }, check))
      expect({ ...where, named, faults: named ? [] : faults }).toEqual({ ...where, named: true, faults: [] })
  })

  test.each<[string, number, string, Record<string, string>?]>([
    ['at the end instant', 19, '2018-09-01T04:00:00.000Z'],
    ['after it', 19, '2018-09-03T04:00:00.000Z'],
    ['before it began', 14, '2018-07-02T03:59:59.999Z'],
    ['under a version that nobody put in force', 14, '2018-07-03T06:00:00.000Z', { 'Version":1': 'Version":2' }],
  ])('names an answer %s, by its entry and no other', async (_, entry, at, changes = {}) => {
    const { ok, faults } = await check(utf8(await packageOf({}, packageLogWith(entry, { at, changes }))))
    const name = entry === 19 ? 'answer-after-end' : 'answer-without-agreement'
    expect({ ok, faults }).toEqual({ ok: false, faults: [{ name, entry }] })
  })

  test('says which custodians confirmed it, by the cosigners that its own entries name', async () => {
    const of = async (text: string) => confirmationOf(await check(utf8(text)))
    const named = ['court', 'police', 'prosecutor']
    expect(await of(await packageOf())).toEqual({ isMet: true, confirmed: ['police', 'prosecutor'], named })
    const contents = await packageContents(packageLog(), 0)
    const unsigned = await packageOf({ head: { ...contents.head, cosigners: [], quorum: 0 } })
    expect(await of(unsigned)).toEqual({ isMet: false, confirmed: [], named })
    // The police end their cosigner: what it signs of a later tree is its own affair.
    const revoked = packageLogWith(15, { from: 2, at: '2018-07-03T07:00:00.000Z', changes: { registered: 'revoked' } })
    expect(await of(await packageOf({}, revoked))).toEqual({
      isMet: false,
      confirmed: ['prosecutor'],
      named: ['court', 'prosecutor'],
    })
  })

  test('leaves no cosignature of a stranger unread', async () => {
    const contents = await packageContents()
    const checkpoint = `${contents.head.checkpoint}— stranger.example ${Buffer.alloc(76).toString('base64')}\n`
    const report = await check(utf8(await packageOf({ head: { ...contents.head, checkpoint } })))
    expect(report.faults).toMatchObject([{ name: 'note-no-known-signature', path: 'checkpoint' }])
  })
})

describe('openings beside a package', () => {
  const [log, from, through] = [packageLog(), 13, 21]
  const openings = [14, 16].flatMap(entry => {
    const made = log[entry - 1]
    if (!made) throw new Error(`no entry ${entry}`)
    const { slots, leaf } = made
    return ['officer', 'predicate'].map(slot => {
      const value = slots[slot]
      if (!value) throw new Error(slot)
      return { entry, opening: openSlot(Object.keys(slots), leaf.commitments, slot, value) }
    })
  })
  const file = formatOpenings({ agreement: 'sample-2018', from, through, openings })
  const against = async (text: string) => checkOpenings(sha256, utf8(text), await check(utf8(await packageOf())))

  test('are borne out by its leaves, each by its entry', async () => {
    const { openings: found, faults } = await against(file)
    expect(faults).toEqual([])
    expect(found.map(({ entry, opening }) => `${entry} ${opening.slot}`)).toEqual(
      openings.map(({ entry, opening }) => `${entry} ${opening.slot}`),
    )
  })

  test.each<[string, (text: string) => string, object]>([
    ['another content', t => t.replace(/("content":")./, '$1J'), { name: 'opening-commitment-mismatch', entry: 14 }],
    ['another entry', t => t.replace('"entry":16', '"entry":17'), { name: 'opening-slot-count-wrong', entry: 17 }],
    [
      'an entry that is not there',
      t => t.replace(/"entry":16/g, '"entry":22'),
      { name: 'package-entry-missing', entry: 22 },
    ],
    ['another range', t => t.replace('"through":21', '"through":20'), { name: 'package-malformed', path: 'line 1' }],
    ['a line twice', t => `${t}${t.split('\n')[1]}\n`, { name: 'package-malformed', entry: 14 }],
    [
      'a member more',
      t => t.replace('{"entry":14', '{"added":1,"entry":14'),
      { name: 'package-malformed', path: 'line 2' },
    ],
    ['no last line feed', t => t.slice(0, -1), { name: 'package-malformed', path: 'end of the file' }],
  ])('with %s are refused by name', async (_, change, fault) => {
    const { faults } = await against(change(file))
    expect(faults[0]).toMatchObject(fault)
  })
})

describe('a statement signed by a passkey', () => {
  const statement = '{"format":"pars-ballot-1"}'
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
  const point = Buffer.concat([Buffer.of(4), Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')])
  const key = { keyId: 'k', algorithm: 'es256', publicKey: new Uint8Array(point) } as const
  const made = ({
    flags = 5,
    challenge = Buffer.from(sha256(utf8(statement))).toString('base64url'),
    type = 'webauthn.get',
  } = {}) => {
    const clientData = Buffer.from(JSON.stringify({ type, challenge, origin: 'http://localhost' }))
    const authenticator = Buffer.concat([randomBytes(32), Buffer.of(flags), Buffer.alloc(4)])
    const signature = sign('sha256', Buffer.concat([authenticator, sha256(clientData)]), privateKey)
    const voted = readVotedSignature({
      keyId: 'k',
      signature: signature.toString('base64'),
      passkey: { authenticatorData: authenticator.toString('base64'), clientDataJson: clientData.toString('base64') },
    })
    if (!voted) throw new Error('unreadable')
    return voted
  }
  const browserChecks = { ed25519: browser.verifyEd25519, es256: browser.verifyEs256 }

  test.each([
    ['Node', checks],
    ['the browser', browserChecks],
  ])('holds by %s for its very challenge, with its holder verified, and for nothing else', async (_, by) => {
    const parts = { sha256, checks: by }
    for (let turn = 0; turn < 20; turn++) expect(await isStatementSigned(parts, statement, made(), key)).toBe(true)
    expect(await isStatementSigned(parts, `${statement} `, made(), key)).toBe(false)
    expect(await isStatementSigned(parts, statement, made({ flags: 1 }), key)).toBe(false)
    expect(await isStatementSigned(parts, statement, made({ challenge: 'AAAA' }), key)).toBe(false)
    expect(await isStatementSigned(parts, statement, made({ type: 'webauthn.create' }), key)).toBe(false)
    expect(await isStatementSigned(parts, statement, { ...made(), passkey: undefined }, key)).toBe(false)
  })
})

test('a package is text that a person can open', async () => {
  const text = await packageOf()
  expect(readUtf8(utf8(text))).toBe(text)
  expect(
    text
      .split('\n')
      .slice(0, -1)
      .every(line => JSON.parse(line).part),
  ).toBe(true)
})

test.each([
  ['another kind of file', () => 'root:x:0:0\nbin:x:1:1\n'],
  ['noise', () => '\u0000\u0001\n\n{}\n[]\n'],
  ['nothing', () => ''],
  ['a package without its first line', (whole: string) => whole.slice(whole.indexOf('\n') + 1)],
])('%s is told from a package once, not line by line', async (_, from) => {
  const report = await check(utf8(from(await packageOf())))
  expect(report.ok).toBe(false)
  expect(report.faults[0]).toEqual({
    name: 'package-malformed',
    path: 'line 1',
    detail: 'not the first line of an audit package',
  })
  expect(report.faults.length).toBeLessThanOrEqual(2)
})
