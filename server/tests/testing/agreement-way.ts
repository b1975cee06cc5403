import { createHash, generateKeyPairSync, type KeyObject, randomUUID, sign } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import {
  type AnswerOf,
  type BodyOf,
  castBallot,
  certifyOfficer,
  draftTerms,
  openResolution,
  registerPartner,
  registerPartnerKey,
  registerSeatKey,
  registerUnit,
  viewAgreement,
  viewBallotStatement,
  viewKeyStatement,
  viewResolution,
  viewVersion,
} from '@pars/contract'
import { doorPassword } from '@pars/database'
import {
  addDays,
  addHours,
  cityDateOf,
  type Instant,
  instantOf,
  type PlainDate,
  parseId,
  type Seat,
} from '@pars/domain'
import { acceptanceStatement, type Terms, templates } from '@pars/terms'
import { Client } from 'pg'
import { answerResolution, askByIdentifier, collectAnswer } from './partner-side.sql.ts'
import { type SoftwarePasskey, softwarePasskey } from './software-passkey.ts'
import type { TestServer } from './start-test-server.ts'

type Opening = BodyOf<typeof openResolution>
type Ballot = BodyOf<typeof castBallot>
export type Choice = Ballot['choice']

export interface KeyFile {
  readonly privateKey: KeyObject
  /** base64 of the 32 bytes. */
  readonly publicKey: string
  readonly keyId: string
}
export const newKeyFile = (): KeyFile => {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const bytes = publicKey.export({ type: 'spki', format: 'der' }).subarray(-32)
  const keyId = createHash('sha256').update(bytes).digest('hex').slice(0, 32)
  return { privateKey, publicKey: bytes.toString('base64'), keyId }
}
export const signWith = (key: KeyFile, statement: string): string =>
  sign(null, Buffer.from(statement, 'utf8'), key.privateKey).toString('base64')

export interface TestPartner {
  readonly partnerId: string
  readonly name: string
  readonly unit: string
  readonly unitId: string
  readonly officerId: string
  readonly key: KeyFile
}
export interface Draft {
  readonly agreementId: string
  readonly terms: Terms
  readonly version: number
}

const representative = (seat: Seat): string => `${seat}-representative`

/** The time that the database decides by. */
export const cityNow = async ({ runtime }: TestServer): Promise<Instant> => {
  const { rows } = await runtime.doors.keeper.query<{ now: Instant }>('select pars.instant() as now')
  return rows[0]?.now as Instant
}
const daysLater = (now: Instant, days: number): Instant => addHours(now, 24 * days)
/** Lets the rehearsal's clock jump forward; it runs on from there. */
export const moveClock = async ({ runtime }: TestServer, to: string): Promise<void> => {
  await runtime.doors.keeper.query('select pars.set_clock($1, 1, null)', [to])
}

/** Runs a look until it gives something; agreements are carried out within a second. */
export const eventually = async <T>(look: () => Promise<T | undefined | false>, seconds = 8): Promise<T> => {
  const end = Date.now() + seconds * 1000
  while (Date.now() < end) {
    const found = await look()
    if (found !== undefined && found !== false) return found
    await wait(50)
  }
  throw new Error('it did not come')
}

const partnerSteps = (server: TestServer) => {
  const partner = async (criminalJustice = true): Promise<TestPartner> => {
    const solicitor = await server.as('city-solicitor')
    const code = `p-${randomUUID().slice(0, 8)}`
    const name = `Agency ${code}`
    const { partnerId } = await solicitor.call(registerPartner, { body: { code, name, ori: null } })
    const unit = `${code}-u`
    const body = {
      code: unit,
      name: 'Unit One',
      function: 'Investigation',
      criminalJustice,
      decidedBy: 'City Solicitor',
      citation: '18 Pa.C.S. § 9102',
    }
    const { unitId } = await solicitor.call(registerUnit, { params: { partnerId }, body })
    const key = newKeyFile()
    await solicitor.call(registerPartnerKey, { params: { unitId }, body: { publicKey: key.publicKey } })
    const certifiedUntil = daysLater(await cityNow(server), 399)
    const officer = { issuer: 'https://p.test', subject: randomUUID(), displayName: 'Q. Larch', coordinator: true }
    const { officerId } = await solicitor.call(certifyOfficer, {
      params: { unitId },
      body: { ...officer, certifiedUntil },
    })
    return { partnerId, name, unit, unitId, officerId, key }
  }

  /** A raw connection as a login role of the partner's: by a password that only the key gives. */
  const connectAs = async (role: string): Promise<Client> => {
    const connect = async () => {
      const client = new Client({
        ...server.database.admin,
        user: role,
        password: doorPassword(server.runtime.keys.partnerDoor, role),
      })
      client.on('error', () => {})
      return client.connect().then(
        () => client,
        () => undefined,
      )
    }
    return eventually(connect)
  }
  return { partner, connectAs }
}

const draftSteps = (server: TestServer, today: PlainDate) => {
  const termsOf = (partner: TestPartner, change: Partial<Terms> = {}): Terms => ({
    ...templates['one-person-at-a-time']({
      agreement: `a-${randomUUID().slice(0, 8)}`,
      version: 1,
      partner: partner.name,
      units: [{ code: partner.unit, name: 'Unit One', function: 'Investigation' }],
      startsOn: today,
      endsOn: addDays(today, 200),
    }),
    purposes: [{ code: 'criminal-investigation', cites: 'none', suffices: 'unverified' }],
    population: { kind: 'everyone' },
    ...change,
  })
  const draft = async (partner: TestPartner, terms: Terms): Promise<Draft> => {
    const solicitor = await server.as('city-solicitor')
    const body = { partnerId: partner.partnerId, terms: terms as never, prose: null }
    const { agreementId, version } = await solicitor.call(draftTerms, { body })
    return { agreementId, terms, version }
  }
  const open = async (drafted: Pick<Draft, 'agreementId' | 'version'>, change: Partial<Opening> = {}) => {
    const solicitor = await server.as('city-solicitor')
    const closesAt = daysLater(await cityNow(server), 30)
    const { agreementId, version } = drafted
    const body: Opening = { agreementId, version, action: 'adopt', reason: 'Because.', closesAt, ...change }
    return (await solicitor.call(openResolution, { body })).resolutionId
  }
  return { termsOf, draft, open }
}

const voteSteps = (server: TestServer) => {
  const files = new Map<Seat, KeyFile>()
  const passkeys = new Map<Seat, SoftwarePasskey>()
  const site = { origin: server.baseUrl, relyingParty: new URL(server.baseUrl).hostname }

  const registerFile = async (seat: Seat, key = newKeyFile()): Promise<KeyFile> => {
    const client = await server.as(representative(seat))
    const { statement } = await client.call(viewKeyStatement, { query: { holder: `Holder ${seat}` } })
    const body = {
      holder: `Holder ${seat}`,
      key: { kind: 'key-file' as const, publicKey: key.publicKey, signature: signWith(key, statement) },
    }
    await client.call(registerSeatKey, { body })
    return key
  }
  const registerPasskey = async (seat: Seat, algorithm: 'es256' | 'ed25519'): Promise<SoftwarePasskey> => {
    const client = await server.as(representative(seat))
    const passkey = softwarePasskey(algorithm, site)
    const { challenge } = await client.call(viewKeyStatement, { query: { holder: 'Judge' } })
    await client.call(registerSeatKey, { body: { holder: 'Judge', key: passkey.create(challenge) } })
    return passkey
  }
  /** The genesis ceremony: the first key of each seat. Police and prosecutor keep files, the court a passkey. */
  const genesis = async (): Promise<void> => {
    for (const seat of ['police', 'prosecutor'] as const) files.set(seat, await registerFile(seat))
    passkeys.set('court', await registerPasskey('court', 'es256'))
  }

  const signBallot = async (resolutionId: string, seat: Seat, choice: Choice): Promise<Ballot> => {
    const client = await server.as(representative(seat))
    const { statement, challenge } = await client.call(viewBallotStatement, {
      params: { resolutionId },
      query: { choice, seat },
    })
    const said = { choice, reason: 'Because.', onAuthorityOf: 'The head of the agency', statement }
    const [file, passkey] = [files.get(seat), passkeys.get(seat)]
    if (passkey) return { ...said, keyId: passkey.keyId, ...passkey.get(challenge) }
    if (!file) throw new Error(`${seat} has no key`)
    return { ...said, keyId: file.keyId, signature: signWith(file, statement), passkey: null }
  }
  const cast = async (resolutionId: string, seat: Seat, body: Ballot) =>
    (await server.as(representative(seat))).call(castBallot, { params: { resolutionId }, body })
  const vote = async (resolutionId: string, votes: Partial<Record<Seat, Choice>>): Promise<void> => {
    for (const [seat, choice] of Object.entries(votes) as [Seat, Choice][])
      await cast(resolutionId, seat, await signBallot(resolutionId, seat, choice))
  }
  return { genesis, registerFile, registerPasskey, signBallot, cast, vote, files, passkeys, site }
}

type Resolution = AnswerOf<typeof viewResolution>

/** The way of one agreement: registration, terms, votes, acceptance by the partner's own role, and questions by the agreement's. */
export const agreementWay = (server: TestServer, today = cityDateOf(instantOf(Date.now()))) => {
  const partners = partnerSteps(server)
  const drafts = draftSteps(server, today)
  const votes = voteSteps(server)

  const see = async (resolutionId: string): Promise<Resolution> =>
    (await server.as('court-clerk')).call(viewResolution, { params: { resolutionId } })
  const seeAgreement = async (agreementId: string) =>
    (await server.as('court-clerk')).call(viewAgreement, { params: { agreementId } })
  const carriedOut = (resolutionId: string): Promise<Resolution> =>
    eventually(async () => {
      const seen = await see(resolutionId)
      return seen.standing === 'carried-out' && seen
    })

  const partnerRole = async ({ partnerId }: TestPartner): Promise<Client> => {
    const admin = new Client(server.database.admin)
    await admin.connect()
    const { rows } = await admin.query<{ door: string }>('select door from partner.partner where partner_id = $1', [
      parseId('prt', partnerId),
    ])
    await admin.end()
    return partners.connectAs(rows[0]?.door ?? '')
  }
  const acceptanceOf = async (resolutionId: string): Promise<string> => {
    const seen = await see(resolutionId)
    return acceptanceStatement({
      origin: server.runtime.city.origin,
      agreement: seen.agreement.code,
      version: seen.agreement.version,
      resolution: seen.code,
      action: seen.action,
      termsHash: seen.termsHash,
      sqlHash: seen.sqlHash,
      proseHash: seen.proseHash,
      decision: 'accepted',
      term: null,
    })
  }
  const accept = async (partner: TestPartner, resolutionId: string): Promise<void> => {
    const role = await partnerRole(partner)
    const statement = await acceptanceOf(resolutionId)
    const signature = Buffer.from(signWith(partner.key, statement), 'base64')
    const id = parseId('res', resolutionId)
    await answerResolution(role, {
      resolutionId: id,
      decision: 'accepted',
      statement,
      keyId: partner.key.keyId,
      signature,
    })
    await role.end()
  }

  /** Terms voted for by two seats and accepted, and in force. */
  const putInForce = async (partner: TestPartner, terms: Terms, change: Partial<Opening> = {}) => {
    const drafted = await drafts.draft(partner, terms)
    const resolutionId = await drafts.open(drafted, change)
    await votes.vote(resolutionId, { police: 'for', court: 'for' })
    await accept(partner, resolutionId)
    await carriedOut(resolutionId)
    return { ...drafted, resolutionId, door: await doorOf(drafted) }
  }
  const doorOf = async ({ agreementId, version }: Pick<Draft, 'agreementId' | 'version'>): Promise<string> => {
    const { sql } = await (await server.as('court-clerk')).call(viewVersion, { params: { agreementId, version } })
    return /create role (agr_[0-9a-f]{12})/.exec(sql)?.[1] ?? ''
  }
  /** Two seats carry something about a version in force. */
  const resolve = async (
    drafted: Pick<Draft, 'agreementId' | 'version'>,
    action: Opening['action'],
  ): Promise<string> => {
    const resolutionId = await drafts.open(drafted, { action })
    await votes.vote(resolutionId, { police: 'for', prosecutor: 'for' })
    return resolutionId
  }

  /** Asks over a raw connection as the agreement's role, in a transaction of its own, and collects in another. */
  const askAs = async (partner: TestPartner, door: string, value = 'nothing-has-this-number') => {
    const client = await partners.connectAs(door)
    try {
      const request = {
        unit: partner.unit,
        officer: parseId('ofc', partner.officerId),
        purpose: 'criminal-investigation',
        authentication: 'signed',
      }
      const token = await askByIdentifier(client, door, { kind: 'otn', value, request })
      return await collectAnswer(client, token)
    } finally {
      await client.end()
    }
  }
  return {
    ...partners,
    ...drafts,
    ...votes,
    see,
    seeAgreement,
    carriedOut,
    partnerRole,
    acceptanceOf,
    accept,
    putInForce,
    doorOf,
    resolve,
    askAs,
  }
}
export type AgreementWay = ReturnType<typeof agreementWay>
