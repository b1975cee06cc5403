import { expect, test } from 'vitest'
import { type AgreementRow, agreementsOf } from './group-agreements.ts'

const row = (code: string, standing: AgreementRow['standing'], endsAt: string | null): AgreementRow => ({
  agreementId: `agm_${code}`,
  code,
  partnerId: 'prt_1',
  partner: 'Made-Up Agency',
  standing,
  why: null,
  version: 1,
  startsAt: null,
  endsAt: endsAt as AgreementRow['endsAt'],
  resumesAt: null,
  openResolutions: 0,
})

const rows = [
  row('late', 'in-force', '2019-01-01T05:00:00.000Z'),
  row('soon', 'suspended', '2018-09-01T04:00:00.000Z'),
  row('new', 'drafted', null),
  row('old', 'ended', '2016-01-01T05:00:00.000Z'),
  row('older', 'ended', '2014-01-01T05:00:00.000Z'),
]
const codes = (group: Parameters<typeof agreementsOf>[1]) => agreementsOf(rows, group).map(({ code }) => code)

test('what ends next stands first, a suspended agreement among those in force', () => {
  expect(codes('in-force')).toEqual(['soon', 'late'])
})
test('what ended last stands first in the past', () => {
  expect(codes('past')).toEqual(['old', 'older'])
})
test('a draft without an end is proposed', () => {
  expect(codes('proposed')).toEqual(['new'])
})
