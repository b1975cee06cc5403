import { describe, expect, test } from 'vitest'
import {
  acceptComplaint,
  acceptFiling,
  type ComplaintFacts,
  type ComplaintFields,
  type ComplaintReason,
  type Filing,
  type FilingFacts,
  type FilingReason,
} from '../../src/index.ts'
import { accountId, at, chargeId, complaintFields, complaintId, now } from '../examples.ts'
import { eachRefusal, hostileCases, namePartCases } from '../refusals.ts'

const facts = (change: Partial<ComplaintFacts> = {}): ComplaintFacts => ({
  charging: 'charged',
  charges: [
    { chargeId: chargeId(1), complaintId: null },
    { chargeId: chargeId(2), complaintId: null },
  ],
  personNamed: true,
  custody: 'arrested',
  dueAt: null,
  ...change,
})
const make = (fields: Partial<ComplaintFields>, change: Partial<ComplaintFacts> = {}, chargeIds = [chargeId(1)]) =>
  acceptComplaint(facts(change), { chargeIds, fields: complaintFields(fields) }, now)

const filing = (change: Partial<Filing> = {}): Filing => ({
  docketNumber: 'MC-51-CR-0000001-2026',
  certifiedComplete: true,
  ...change,
})
const filingFacts = (change: Partial<FilingFacts> = {}): FilingFacts => ({
  custody: 'arrested',
  fields: complaintFields(),
  approvedBy: accountId(7),
  filed: false,
  docketNumberUsed: false,
  ...change,
})
const file = (fields: Partial<ComplaintFields>, change: Partial<FilingFacts> = {}, given: Partial<Filing> = {}) =>
  acceptFiling(filingFacts({ fields: complaintFields(fields), ...change }), filing(given), now)

/** Rule 504, item by item: each lacking one is refused, at its own field. */
const rule504 = (put: (fields: Partial<ComplaintFields>) => { kind: string } | undefined) => ({
  ...namePartCases(affiant => put({ affiant })),
  ...hostileCases(facts => put({ facts })),
  'facts-only-citation': () => put({ facts: 'Violated 18 Pa.C.S. § 2702(a)(1), aggravated assault.' }),
  'peace-and-dignity-missing': () => put({ peaceAndDignity: false }),
  'process-contradicts-custody': () => put({ processRequested: 'warrant' }),
  'not-verified': () => put({ verifiedAt: null }),
  'verified-in-future': () => put({ verifiedAt: at('2026-01-06T03:20:00-05:00') }),
})

describe('B18', () => {
  test('B18: a complaint is made over approved charges, with everything that Rule 504 asks for', () => {
    expect(make({})).toEqual({ kind: 'accepted', flags: [] })
    expect(make({ labServices: true, fingerprinted: false })).toMatchObject({ kind: 'accepted' })
  })

  test.each([
    ['affiant', { affiant: '' }],
    ['affiantAgency', { affiantAgency: ' ' }],
    ['offenseDateText', { offenseDateText: '' }],
    ['offensePlace', { offensePlace: '' }],
    ['facts', { facts: '\n' }],
    ['peaceAndDignity', { peaceAndDignity: false }],
    ['verifiedAt', { verifiedAt: null }],
  ] as const)('B18: a complaint without its %s is neither made nor filed', (field, lacking) => {
    expect(make(lacking)).toMatchObject({ kind: 'refused', at: field })
    expect(file(lacking)).toMatchObject({ kind: 'refused', at: field })
  })

  test('B18: a citation of the statute alone is no summary of the facts', () => {
    for (const words of ['18 Pa.C.S. § 2702(a)(1)', '§ 2702', 'Title 18 Section 2702 Crimes Code'])
      expect(make({ facts: words })).toMatchObject({ reason: 'facts-only-citation' })
    expect(make({ facts: 'He took a bicycle from a porch, 18 § 3921.' })).toMatchObject({ kind: 'accepted' })
  })

  test('B18: a complaint is filed only when the prosecutor approved it and the court certifies it', () => {
    expect(file({})).toEqual({ kind: 'accepted', docketNumber: 'MC-51-CR-0000001-2026' })
    expect(file({}, { approvedBy: null })).toMatchObject({ reason: 'not-approved' })
    expect(file({}, {}, { certifiedComplete: false })).toMatchObject({ reason: 'not-certified' })
  })
})

describe('B17', () => {
  test('B17: one arrest may have several complaints, each with charges of its own, and each becomes a docket', () => {
    const charges = [
      { chargeId: chargeId(1), complaintId: complaintId(1) },
      { chargeId: chargeId(2), complaintId: null },
    ]
    expect(make({}, { charges }, [chargeId(2)])).toMatchObject({ kind: 'accepted' })
    expect(make({}, { charges }, [chargeId(1)])).toMatchObject({ reason: 'charge-in-other-complaint' })
  })
})

describe('B20', () => {
  const dueAt = at('2026-01-06T03:00:00-05:00')

  test('B20: after a release on summons the complaint asks for a summons, and nothing else', () => {
    expect(make({ processRequested: 'summons' }, { custody: 'summoned', dueAt: at('2026-01-09T00:00:00Z') })).toEqual({
      kind: 'accepted',
      flags: [],
    })
    expect(make({ processRequested: 'none-arrested' }, { custody: 'summoned' })).toMatchObject({
      reason: 'process-contradicts-custody',
    })
  })

  test('B20: a complaint later than five days is made all the same, and flagged as late', () => {
    expect(make({ processRequested: 'summons' }, { custody: 'summoned', dueAt })).toMatchObject({
      flags: ['complaint-late'],
    })
  })
})

describe('making a complaint', () => {
  eachRefusal<ComplaintReason>({
    ...rule504(make),
    'charging-not-decided': () => make({}, { charging: 'undecided' }),
    'arrest-declined': () => make({}, { charging: 'declined', charges: [] }),
    'person-not-named': () => make({}, { personNamed: false }),
    'charge-missing': () => make({}, {}, []),
    'charge-twice': () => make({}, {}, [chargeId(1), chargeId(1)]),
    'charge-not-approved': () => make({}, {}, [chargeId(9)]),
    'charge-in-other-complaint': () => make({}, { charges: [{ chargeId: chargeId(1), complaintId: complaintId(1) }] }),
  })
})

describe('filing a complaint', () => {
  eachRefusal<FilingReason>({
    ...rule504(file),
    'already-filed': () => file({}, { filed: true }),
    'not-approved': () => file({}, { approvedBy: null }),
    'not-certified': () => file({}, {}, { certifiedComplete: false }),
    'docket-number-shape': () => file({}, {}, { docketNumber: 'CP-51-CR-0000001-2026' }),
    'docket-number-in-future': () => file({}, {}, { docketNumber: 'MC-51-CR-0000001-2027' }),
    'docket-number-used': () => file({}, { docketNumberUsed: true }),
  })

  test('takes the number in the year of Philadelphia, not of Greenwich', () => {
    const newYear = at('2026-12-31T23:30:00-05:00')
    const number = { docketNumber: 'MC-51-CR-0000001-2027' }
    expect(acceptFiling(filingFacts(), filing(number), newYear)).toMatchObject({ reason: 'docket-number-in-future' })
  })
})
