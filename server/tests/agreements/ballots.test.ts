import {
  type BodyOf,
  type castBallot,
  endSeatKey,
  listSeatKeys,
  registerPartnerKey,
  registerSeatKey,
  registerUnit,
  viewKeyStatement,
} from '@pars/contract'
import { addHours } from '@pars/domain'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  type AgreementWay,
  agreementWay,
  cityNow,
  newKeyFile,
  signWith,
  type TestPartner,
} from '../testing/agreement-way.ts'
import { expectRefused, listEntriesOf } from '../testing/expect-refused.ts'
import { softwarePasskey } from '../testing/software-passkey.ts'
import { startTestServer, type TestServer } from '../testing/start-test-server.ts'

type Ballot = BodyOf<typeof castBallot>

let server: TestServer
let way: AgreementWay
let partner: TestPartner
beforeAll(async () => {
  server = await startTestServer()
  way = agreementWay(server)
  await way.genesis()
  partner = await way.partner()
})
afterAll(() => server.stop())

const newResolution = async () => way.open(await way.draft(partner, way.termsOf(partner)))

describe('the register of keys', () => {
  test('the first key of each seat is its genesis, said in the public log, and no later one is', async () => {
    const second = await way.registerFile('police')
    const { keys } = await (await server.as('magistrate')).call(listSeatKeys)
    const police = keys.filter(({ seat }) => seat === 'police')
    expect(police.map(({ genesis }) => genesis)).toEqual([true, false])
    expect(police[1]).toMatchObject({ keyId: second.keyId, algorithm: 'ed25519', endedAt: null })
    expect(keys.find(({ seat }) => seat === 'court')).toMatchObject({ algorithm: 'es256', genesis: true })
    const entries = await listEntriesOf(server, 'key.registered')
    expect(entries.map(({ slots }) => (slots['key'] as { keyId: string }).keyId)).toContain(second.keyId)
  })

  test('whoever registers a key file holds it', async () => {
    const [offered, held] = [newKeyFile(), newKeyFile()]
    const client = await server.as('police-representative')
    const { statement } = await client.call(viewKeyStatement, { query: { holder: 'Nobody' } })
    const key = { kind: 'key-file' as const, publicKey: offered.publicKey, signature: signWith(held, statement) }
    const call = client.call(registerSeatKey, { body: { holder: 'Nobody', key } })
    await expectRefused(server, call, { status: 422, reason: 'signature-wrong' })
  })

  test('a passkey is registered for this site and statement, by somebody whom it verified, under its own name', async () => {
    const client = await server.as('court-representative')
    const { challenge } = await client.call(viewKeyStatement, { query: { holder: 'Judge' } })
    const passkey = softwarePasskey('ed25519', way.site)
    const wrong = {
      'passkey-other-challenge': passkey.create(challenge, { challenge: 'AAAA' }),
      'passkey-other-site': passkey.create(challenge, { origin: 'https://elsewhere.test' }),
      'passkey-user-not-verified': passkey.create(challenge, { flags: 0x41 }),
      'passkey-malformed': passkey.create(challenge, { type: 'webauthn.get' }),
      'key-malformed': {
        ...passkey.create(challenge),
        publicKey: softwarePasskey('es256', way.site).create('').publicKey,
      },
    }
    for (const [reason, key] of Object.entries(wrong)) {
      const call = client.call(registerSeatKey, { body: { holder: 'Judge', key } })
      await expectRefused(server, call, { status: 422, reason })
    }
    await client.call(registerSeatKey, { body: { holder: 'Judge', key: passkey.create(challenge) } })
    const again = client.call(registerSeatKey, { body: { holder: 'Judge', key: passkey.create(challenge) } })
    await expectRefused(server, again, { status: 422, reason: 'key-exists' })
  })

  test('each seat ends its own keys, once, and an ended key casts nothing', async () => {
    const key = await way.registerFile('prosecutor')
    const body = { keyId: key.keyId, reason: 'The laptop is lost.' }
    const other = (await server.as('police-representative')).call(endSeatKey, { body })
    await expectRefused(server, other, { status: 422, reason: 'key-of-another-seat' })
    const own = await server.as('prosecutor-representative')
    await own.call(endSeatKey, { body })
    await expectRefused(server, own.call(endSeatKey, { body }), { status: 422, reason: 'key-ended' })
    const resolutionId = await newResolution()
    const signed = await way.signBallot(resolutionId, 'prosecutor', 'for')
    const ended = { ...signed, keyId: key.keyId, signature: signWith(key, signed.statement) }
    const cast = way.cast(resolutionId, 'prosecutor', ended)
    await expectRefused(server, cast, { status: 422, reason: 'key-ended' })
  })

  test('who does not represent a seat registers no key and casts no ballot', async () => {
    const solicitor = await server.as('city-solicitor')
    const call = solicitor.call(viewKeyStatement, { query: { holder: 'Me' } })
    await expectRefused(server, call, { status: 403, reason: 'not-your-role' })
  })
})

describe('a ballot that does not count', () => {
  const refuses = async (resolutionId: string, body: Ballot, reason: string, status = 422): Promise<void> => {
    await expectRefused(server, way.cast(resolutionId, 'police', body), { status, reason })
    expect((await way.see(resolutionId)).ballots).toEqual([])
  }

  test('one that was signed for another resolution is not replayed in this one', async () => {
    const [first, second] = [await newResolution(), await newResolution()]
    const signed = await way.signBallot(first, 'police', 'for')
    await way.cast(first, 'police', signed)
    await refuses(second, signed, 'statement-says-otherwise')
  })

  test('one for another version of the same agreement is refused, and says what differs', async () => {
    const terms = way.termsOf(partner)
    const drafted = await way.draft(partner, terms)
    const next = await way.draft(partner, { ...terms, version: 2 })
    const closesAt = addHours(await cityNow(server), 48)
    const [one, two] = [await way.open(drafted, { closesAt }), await way.open(next, { closesAt })]
    const signed = await way.signBallot(one, 'police', 'for')
    const problem = await expectRefused(server, way.cast(two, 'police', signed), {
      status: 422,
      reason: 'statement-says-otherwise',
    })
    expect(problem.detail).toMatch(/"(resolution|version|termsHash|sqlHash)"/)
  })

  test('one that was signed for another choice or seat is not cast for this one', async () => {
    const resolutionId = await newResolution()
    const against = await way.signBallot(resolutionId, 'police', 'against')
    await refuses(resolutionId, { ...against, choice: 'for' }, 'statement-says-otherwise')
    const prosecutors = await way.signBallot(resolutionId, 'prosecutor', 'for')
    await refuses(resolutionId, prosecutors, 'key-of-another-seat')
    const own = way.files.get('police')
    if (!own) throw new Error('police has no key')
    const turned = { ...prosecutors, keyId: own.keyId, signature: signWith(own, prosecutors.statement) }
    await refuses(resolutionId, turned, 'statement-says-otherwise')
  })

  test('a forged signature is refused, whoever made it, and so is one over another spelling', async () => {
    const resolutionId = await newResolution()
    const signed = await way.signBallot(resolutionId, 'police', 'for')
    const forger = newKeyFile()
    await refuses(resolutionId, { ...signed, signature: signWith(forger, signed.statement) }, 'signature-wrong')
    await refuses(resolutionId, { ...signed, keyId: forger.keyId }, 'key-unknown')
    const flipped = Buffer.from(signed.signature, 'base64')
    flipped[3] = (flipped[3] ?? 0) ^ 1
    await refuses(resolutionId, { ...signed, signature: flipped.toString('base64') }, 'signature-wrong')
    const spaced = JSON.stringify(JSON.parse(signed.statement), null, 1)
    const own = way.files.get('police')
    if (!own) throw new Error('police has no key')
    const respelled = { ...signed, statement: spaced, signature: signWith(own, spaced) }
    await refuses(resolutionId, respelled, 'statement-not-canonical')
  })

  test('a key file does not stand in for a passkey, nor a passkey for a key file', async () => {
    const resolutionId = await newResolution()
    const signed = await way.signBallot(resolutionId, 'police', 'for')
    const passkey = softwarePasskey('es256', way.site).get('AAAA').passkey
    await refuses(resolutionId, { ...signed, passkey }, 'passkey-not-expected')
    const courts = await way.signBallot(resolutionId, 'court', 'for')
    const bare = way.cast(resolutionId, 'court', { ...courts, passkey: null })
    await expectRefused(server, bare, { status: 422, reason: 'passkey-missing' })
  })

  test('what a passkey signed counts only for this statement, on this site, by a person whom it verified', async () => {
    const resolutionId = await newResolution()
    const signed = await way.signBallot(resolutionId, 'court', 'for')
    const passkey = way.passkeys.get('court')
    if (!passkey?.get) throw new Error('the court has no passkey')
    const challenge = JSON.parse(Buffer.from(signed.passkey?.clientDataJson ?? '', 'base64').toString()).challenge
    const other = softwarePasskey('es256', way.site)
    const wrong: Record<string, Partial<Ballot>> = {
      'passkey-other-challenge': passkey.get(challenge, {
        challenge: `${challenge[0] === 'A' ? 'B' : 'A'}${challenge.slice(1)}`,
      }),
      'passkey-other-site': passkey.get(challenge, { relyingParty: 'elsewhere.test' }),
      'passkey-user-not-verified': passkey.get(challenge, { flags: 0x01 }),
      'passkey-malformed': passkey.get(challenge, { type: 'webauthn.create' }),
      'signature-wrong': other.get(challenge),
    }
    for (const [reason, signature] of Object.entries(wrong)) {
      const call = way.cast(resolutionId, 'court', { ...signed, ...signature })
      await expectRefused(server, call, { status: 422, reason })
    }
    const inFrame = passkey.get(challenge, { crossOrigin: true })
    const call = way.cast(resolutionId, 'court', { ...signed, ...inFrame })
    await expectRefused(server, call, { status: 422, reason: 'passkey-other-site' })
    await way.cast(resolutionId, 'court', signed)
  })

  test('a seat votes once, and of twenty who cast its ballot at once one does', async () => {
    const resolutionId = await newResolution()
    const signed = await way.signBallot(resolutionId, 'police', 'abstain')
    const casts = await Promise.allSettled(Array.from({ length: 20 }, () => way.cast(resolutionId, 'police', signed)))
    expect(casts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect((await way.see(resolutionId)).votes).toEqual([{ seat: 'police', choice: 'abstain' }])
    const again = way.cast(resolutionId, 'police', await way.signBallot(resolutionId, 'police', 'for'))
    await expectRefused(server, again, { status: 409, reason: 'already-voted' })
  })

  test('two seats that do not vote for it end its way: nobody is outvoted by silence', async () => {
    const resolutionId = await newResolution()
    await way.vote(resolutionId, { police: 'against', prosecutor: 'abstain' })
    expect(await way.see(resolutionId)).toMatchObject({ standing: 'failed' })
  })
})

test('terms are accepted by the key of a unit that they name, and by no other unit’s of the partner', async () => {
  const solicitor = await server.as('city-solicitor')
  const code = `${partner.unit}2`
  const about = { name: 'Unit Two', function: 'Records', criminalJustice: true, decidedBy: 'City Solicitor' }
  const { unitId } = await solicitor.call(registerUnit, {
    params: { partnerId: partner.partnerId },
    body: { code, ...about, citation: '18 Pa.C.S. § 9102' },
  })
  const key = newKeyFile()
  await solicitor.call(registerPartnerKey, { params: { unitId }, body: { publicKey: key.publicKey } })
  const resolutionId = await newResolution()
  await expect(way.accept({ ...partner, key }, resolutionId)).rejects.toMatchObject({ code: 'PA073' })
  await way.accept(partner, resolutionId)
})
