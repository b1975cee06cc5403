import { randomUUID } from 'node:crypto'
import { instantOf } from '@pars/domain'
import { templates } from '@pars/terms'
import fc from 'fast-check'
import type { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../src/testing/index.ts'
import { connect } from '../door-client.ts'
import { ask, collect } from './ask.sql.ts'
import { inForce, type OpenedAgreement, openAgreement } from './opened-agreement.ts'
import { insertRecords } from './records.sql.ts'
import { recordsAround } from './records.ts'
import { countRecorded, failWriting, faultKinds, recordedIn, writeAgain } from './silent.sql.ts'

let database: TestDatabase
let admin: Client
let agreement: OpenedAgreement

beforeAll(async () => {
  database = await testDatabase()
  admin = await connect(database.admin)
  const now = instantOf(Date.now())
  const [sample] = fc.sample(recordsAround(now, [now]), 1)
  if (!sample) throw new Error('no record was made up')
  const arrestedAt = instantOf(Date.now() - 3_600_000)
  await insertRecords(admin, [
    {
      ...sample,
      born_on: '1990-05-06',
      arrested_at: arrestedAt,
      otn: 'Z9999991',
      adult: true,
      charged: true,
      bail_ordered: true,
      dockets: [{ docketNumber: 'MC-51-CR-0000998-2026', nextRoom: 'B-08' }],
    },
  ])
  agreement = await openAgreement(
    database,
    admin,
    templates.pretrial({
      version: 1,
      partner: 'Test Agency',
      units: [{ code: `u-${randomUUID().slice(0, 8)}`, name: 'Test Unit', function: 'Tests' }],
      ...inForce(),
    }),
  )
})
afterAll(async () => {
  await agreement.close()
  await admin.end()
  await database.drop()
})

const askOnce = (): Promise<string> =>
  ask(
    agreement.door,
    agreement.compiled.names.door,
    { question: 'by_identifier', args: ['otn', 'Z9999991'] },
    agreement.request({ cites: { kind: 'docket', value: 'MC-51-CR-0000998-2026' } }),
  )

describe('without its record there is no answer', () => {
  test('with it there is one', async () => {
    expect((await collect(agreement.door, await askOnce())).answer?.rows).toHaveLength(1)
  })

  describe.each(recordedIn)('when %s takes nothing more', table => {
    test.each(faultKinds)('and %s', async fault => {
      const before = await countRecorded(admin)
      await failWriting(admin, table, fault)
      let token: string | undefined
      try {
        token = await askOnce().catch(() => undefined)
        if (token !== undefined) expect((await collect(agreement.door, token)).answer).toBeNull()
      } finally {
        await writeAgain(admin, table)
      }
      // Nor later; and what failed aloud left nothing behind.
      if (token !== undefined) expect((await collect(agreement.door, token)).answer).toBeNull()
      if (fault === 'raises') expect(await countRecorded(admin)).toEqual(before)
      expect((await collect(agreement.door, await askOnce())).answer?.rows).toHaveLength(1)
    })
  })
})
