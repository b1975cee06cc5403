import {
  addAccount,
  addListing,
  fileComplaint,
  holdArraignment,
  loadReference,
  proposeDeparture,
  recordHold,
  requestBail,
  setBail,
} from '@pars/contract'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ArrestWay, arraignmentOf, arrestWay, orderOf } from '../testing/arrest-way.ts'
import { problemOf } from '../testing/expect-refused.ts'
import { startTestServer, type TestServer } from '../testing/start-test-server.ts'

let server: TestServer
let way: ArrestWay
let admin: Client
beforeAll(async () => {
  server = await startTestServer()
  way = arrestWay(server)
  admin = new Client(server.database.admin)
  await admin.connect()
})
afterAll(async () => {
  await admin.end()
  await server.stop()
})

const append = 'function journal.append(text, jsonb, bytea, text[], bytea[], text[], uuid, uuid, timestamptz)'
const seats = 'pars_police, pars_prosecutor, pars_court'
const countOf = async (table: string): Promise<number> =>
  Number((await admin.query(`select count(*) from ${table}`)).rows[0].count)

const ask = { types: ['ror' as const], amountCents: null, depositPercent: null, note: null }
const year = new Date().getFullYear()

/** Each act, prepared while the journal works, and the table of its row. */
const acts: Record<string, { table: string; prepare: () => Promise<() => Promise<unknown>> }> = {
  'filing a complaint': {
    table: 'court.docket',
    prepare: async () => {
      const { complaintId } = await way.toComplaint()
      const clerk = await server.as('court-clerk')
      const body = { docketNumber: `MC-51-CR-0000005-${year}`, certified: true, counsel: null }
      return () => clerk.call(fileComplaint, { params: { complaintId }, body })
    },
  },
  'listing a docket': {
    table: 'court.listing',
    prepare: async () => {
      const { docketId } = await way.toDocket()
      const courtSessionId = await way.openSession()
      const clerk = await server.as('court-clerk')
      return () => clerk.call(addListing, { params: { courtSessionId }, body: { docketId, slot: null } })
    },
  },
  'holding an arraignment': {
    table: 'court.arraignment',
    prepare: async () => {
      const { docketId } = await way.toListing()
      const magistrate = await server.as('magistrate')
      return () => magistrate.call(holdArraignment, { params: { docketId }, body: arraignmentOf() })
    },
  },
  'asking for bail': {
    table: 'prosecutor.bail_request',
    prepare: async () => {
      const { docketId } = await way.toDocket()
      const attorney = await server.as('charging-attorney')
      return () => attorney.call(requestBail, { params: { docketId }, body: ask })
    },
  },
  'setting bail': {
    table: 'court.bail_order',
    prepare: async () => {
      const { docketId } = await way.toArraignment()
      const magistrate = await server.as('magistrate')
      return () => magistrate.call(setBail, { params: { docketId }, body: orderOf() })
    },
  },
  'recording a hold': {
    table: 'police.hold',
    prepare: async () => {
      const arrestId = await way.report()
      const desk = await server.as('release-desk')
      const body = { kind: 'bench-warrant' as const, issuer: 'Municipal Court', reference: null }
      return () => desk.call(recordHold, { params: { arrestId }, body })
    },
  },
  'proposing a departure': {
    table: 'police.departure',
    prepare: async () => {
      const { arrestId } = await way.toOrder()
      const desk = await server.as('release-desk')
      const body = { basis: 'bail-without-money' as const, destination: 'Released', holdsChecked: true, summons: null }
      return () => desk.call(proposeDeparture, { params: { arrestId }, body })
    },
  },
  'adding an account': {
    table: 'staff.account',
    prepare: async () => {
      const manager = await server.as('court-manager')
      const body = {
        displayName: 'Clerk Made-Up',
        role: 'court-clerk',
        kind: 'person' as const,
        badge: null,
        organization: null,
        issuer: 'https://issuer.test',
        subject: 'nobody-yet',
      }
      return () => manager.call(addAccount, { body })
    },
  },
  'loading reference data': {
    table: 'common.room',
    prepare: async () => {
      const manager = await server.as('court-manager')
      const room = { room: 'B-77', court: 'municipal' as const, validFrom: '1900-01-01', validTo: null }
      return () => manager.call(loadReference, { body: { rooms: [room] } })
    },
  },
}

describe('an act that can’t be journaled leaves nothing, and can be done once the journal works again', () => {
  test.each(Object.entries(acts))('%s', async (_, { table, prepare }) => {
    const perform = await prepare()
    const before = await countOf(table)
    await admin.query(`revoke execute on ${append} from ${seats}`)
    try {
      expect(await problemOf(perform())).toMatchObject({ status: 500, reason: 'fault' })
      expect(await countOf(table)).toBe(before)
    } finally {
      await admin.query(`grant execute on ${append} to ${seats}`)
    }
    await perform()
    expect(await countOf(table)).toBe(before + 1)
  })

  test('and what broke is told to the operator without a name or number of a record', () => {
    expect(server.lines.length).toBeGreaterThanOrEqual(Object.keys(acts).length)
    for (const line of server.lines) expect(line).not.toMatch(/quill|marisol|MC-51|Made-Up/i)
  })
})
