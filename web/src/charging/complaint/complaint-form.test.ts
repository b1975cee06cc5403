import type { ArrestRecord } from '@pars/contract'
import { describe, expect, test } from 'vitest'
import { chargesWithoutComplaint, readComplaint, startComplaint } from './complaint-form.ts'

const made = (name: string, offenseOn: string) => ({ chargeId: `chg_${name}`, offenseOn })
const record = (change: { complaints?: unknown[]; otn?: string | null; stage?: string; narrative?: string } = {}) =>
  ({
    custody: { stage: change.stage ?? 'charged' },
    report: {
      officers: [{ badge: '4417', name: 'Officer R. Farrow' }],
      district: '25',
      place: '2900 block Example Avenue',
      otn: change.otn ?? null,
      narrative: change.narrative,
    },
    charging: {
      decision: { charges: [made('a', '2026-01-05'), made('b', '2026-01-04'), made('c', '2026-01-05')] },
      complaints: change.complaints ?? [],
    },
  }) as unknown as ArrestRecord

const filled = () => ({
  ...startComplaint(record({ narrative: 'The person took a bicycle.' }), 'Philadelphia'),
  verifiedOn: '1/6/2026',
  verifiedTime: '0115',
})

describe('the complaint form', () => {
  test('offers the charges that are in no complaint yet', () => {
    const { charging } = record({ complaints: [{ chargeIds: ['chg_a'] }] })
    expect(chargesWithoutComplaint(charging).map(each => each.chargeId)).toEqual(['chg_b', 'chg_c'])
  })
  test('is filled in from the report, all but the verification', () => {
    expect(startComplaint(record({ otn: 'Q3333330', narrative: 'A story.' }), 'Philadelphia')).toMatchObject({
      affiant: 'Officer R. Farrow',
      affiantAgency: 'Philadelphia Police Department, District 25',
      offenseDateText: 'on or about 01/04/2026 and 01/05/2026',
      facts: 'A story.',
      fingerprinted: true,
      processRequested: 'none-arrested',
      verifiedOn: '',
      verifiedTime: '',
    })
  })
  test('asks for a summons where the person was released on one', () => {
    expect(startComplaint(record({ stage: 'released-on-summons' }), 'Philadelphia').processRequested).toBe('summons')
  })
  test('sends the moment of verification by the clock of the city', () => {
    expect(readComplaint(filled())).toMatchObject({ body: { verifiedAt: '2026-01-06T06:15:00.000Z' } })
  })
  test('says every field that Rule 504 wants and that is empty', () => {
    const empty = { ...filled(), chargeIds: [], affiant: ' ', facts: '', peaceAndDignity: false, verifiedTime: '' }
    const given = readComplaint(empty)
    expect(given.kind === 'unread' && given.errors.map(each => each.pointer)).toEqual([
      '/chargeIds',
      '/affiant',
      '/facts',
      '/peaceAndDignity',
      '/verifiedAt/time',
    ])
  })
})
