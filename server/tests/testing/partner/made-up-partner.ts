import { createHash, generateKeyPairSync, type KeyObject, randomBytes, randomUUID, sign } from 'node:crypto'
import { createSignedClient, type SignedClient, type SignedClientOptions } from '@pars/contract'
import { doorPassword, doorVerifier } from '@pars/database'
import { formatId, type PlainDate } from '@pars/domain'
import { compileAgreement, type Terms } from '@pars/terms'
import { Client, type ClientConfig } from 'pg'
import { localIssuer } from '../../../src/system/local-issuer.ts'
import {
  executeAsOwner,
  insertKeyRow,
  insertOfficerRow,
  insertPartnerRow,
  insertUnitRow,
  insertVersionRow,
  openPartnerRole,
  setCredential,
} from './insert-partner.sql.ts'

export const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest()

/** A place to make partners in: a database as its superuser, and the key that passwords of partners' roles follow from. */
export interface Place {
  readonly admin: Client
  readonly address: ClientConfig
  readonly partnerDoorKey: Uint8Array
  readonly baseUrl: string
}

export interface MadeUpUnit {
  readonly code: string
  readonly keyId: string
  readonly privateKey: KeyObject
  /** Text id, subject at the local provider. */
  readonly officer: string
  readonly officerUuid: string
  readonly subject: string
  readonly client: SignedClient
  readonly signing: SignedClientOptions
}

export interface MadeUpPartner extends MadeUpUnit {
  readonly partnerId: string
  readonly role: string
  readonly agreement: string
  readonly terms: Terms
  /** The login role of the agreement's questions. */
  readonly door: string
  addUnit(code: string, coordinator: boolean): Promise<MadeUpUnit>
  /** Puts further terms of it in force, and answers their door. */
  putInForce(terms: Terms): Promise<string>
  /** What a raw connection as one of its roles needs. */
  connection(role: string): ClientConfig
}

const keyOf = (): { keyId: string; privateKey: KeyObject; publicKey: Buffer } => {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const bytes = publicKey.export({ type: 'spki', format: 'der' }).subarray(-32)
  return { keyId: createHash('sha256').update(bytes).digest('hex').slice(0, 32), privateKey, publicKey: bytes }
}

const makeUnit = async (place: Place, partnerId: string, code: string, coordinator: boolean): Promise<MadeUpUnit> => {
  const unitId = randomUUID()
  const officerUuid = randomUUID()
  const subject = `officer-${randomBytes(4).toString('hex')}`
  const { keyId, privateKey, publicKey } = keyOf()
  await insertUnitRow(place.admin, { unitId, partnerId, code })
  const officer = { officerId: officerUuid, unitId, issuer: localIssuer, subject, name: `Officer ${code}`, coordinator }
  await insertOfficerRow(place.admin, officer)
  await insertKeyRow(place.admin, keyId, unitId, publicKey)
  const signing: SignedClientOptions = {
    baseUrl: place.baseUrl,
    keyId,
    sign: bytes => sign(null, bytes, privateKey),
  }
  return {
    code,
    keyId,
    privateKey,
    officer: formatId('ofc', officerUuid),
    officerUuid,
    subject,
    signing,
    client: createSignedClient(signing),
  }
}

/** Terms of a partner that was never registered by anybody: the caller says what they grant. */
export type TermsOf = (blanks: {
  agreement: string
  version: number
  partner: string
  units: { code: string; name: string; function: string }[]
  startsOn: PlainDate
  endsOn: PlainDate
}) => Terms

const putInForce = async (place: Place, partnerId: string, terms: Terms): Promise<string> => {
  const compiled = compileAgreement(terms, sha256)
  const { door } = compiled.names
  await executeAsOwner(place.admin, compiled.sql)
  await insertVersionRow(place.admin, {
    partnerId,
    agreement: terms.agreement,
    version: terms.version,
    terms: compiled.termsText,
    sql: compiled.sql,
    door,
  })
  await setCredential(place.admin, door, doorVerifier(place.partnerDoorKey, door))
  return door
}

/** A partner with a unit, an officer, a signing key and an agreement in force, as votes and acceptance would have left them. */
export const madeUpPartner = async (
  place: Place,
  termsOf: TermsOf,
  dates: { startsOn: string; endsOn: string } = { startsOn: '2010-01-01', endsOn: '2150-12-31' },
): Promise<MadeUpPartner> => {
  const suffix = randomBytes(6).toString('hex')
  const partnerId = randomUUID()
  const role = `ptn_${suffix}`
  const code = `p-${suffix}`
  await insertPartnerRow(place.admin, { partnerId, code, door: role })
  await openPartnerRole(place.admin, partnerId)
  await setCredential(place.admin, role, doorVerifier(place.partnerDoorKey, role))
  const unit = await makeUnit(place, partnerId, `${code}-u`, true)
  const terms = termsOf({
    agreement: `a-${suffix}`,
    version: 1,
    partner: `Agency ${code}`,
    units: [{ code: unit.code, name: 'Unit One', function: 'Tests' }],
    startsOn: dates.startsOn as PlainDate,
    endsOn: dates.endsOn as PlainDate,
  })
  return {
    ...unit,
    partnerId,
    role,
    agreement: terms.agreement,
    terms,
    door: await putInForce(place, partnerId, terms),
    addUnit: (name, coordinator) => makeUnit(place, partnerId, name, coordinator),
    putInForce: further => putInForce(place, partnerId, further),
    connection: of => ({
      host: place.address.host,
      port: place.address.port,
      database: place.address.database,
      user: of,
      password: doorPassword(place.partnerDoorKey, of),
    }),
  }
}

export const connectAdmin = async (address: ClientConfig): Promise<Client> => {
  const admin = new Client(address)
  await admin.connect()
  return admin
}
