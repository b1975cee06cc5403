import { createHash, randomUUID } from 'node:crypto'
import type { PlainDate } from '@pars/domain'
import { type CompiledAgreement, compileAgreement, type Terms } from '@pars/terms'
import type { Client } from 'pg'
import type { TestDatabase } from '../../src/testing/index.ts'
import { connect } from '../door-client.ts'
import { executeAsOwner, insertPartner, openDoor } from './agreement.sql.ts'

export const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest()

const day = (text: string): PlainDate => text as PlainDate
/** In force whenever the test runs. Roles are the cluster's, so no two tests may use one code. */
export const inForce = () => ({
  agreement: `t-${randomUUID().slice(0, 13)}`,
  startsOn: day('2010-01-01'),
  endsOn: day('2150-12-31'),
})

export interface Request {
  unit: string
  officer: string
  purpose: string
  authentication: string
  cites?: { kind: string; value: string }
}

export interface Answer {
  inquiryId: string
  rows: Record<string, unknown>[]
  term: string | null
  cursor?: string
}

export interface OpenedAgreement {
  terms: Terms
  compiled: CompiledAgreement
  unit: string
  officer: string
  /** Connected as the login role of the agreement's questions, over a raw connection. */
  door: Client
  connect(): Promise<Client>
  request(change?: Partial<Request>): Request
  close(): Promise<void>
}

/** Brings terms into force as activation does, without the votes, and connects as the role that may ask. */
export const openAgreement = async (database: TestDatabase, admin: Client, terms: Terms): Promise<OpenedAgreement> => {
  const compiled = compileAgreement(terms, sha256)
  await executeAsOwner(admin, compiled.sql)
  const password = randomUUID()
  await openDoor(admin, compiled.names.door, password)
  const unit = terms.units[0]?.code ?? ''
  const officer = randomUUID()
  await insertPartner(admin, unit, officer)
  const connectDoor = () => connect({ ...database.admin, user: compiled.names.door, password })
  const door = await connectDoor()
  const purpose = terms.purposes[0]?.code ?? ''
  return {
    terms,
    compiled,
    unit,
    officer,
    door,
    connect: connectDoor,
    request: change => ({ unit, officer, purpose, authentication: 'signed', ...change }),
    close: () => door.end(),
  }
}
