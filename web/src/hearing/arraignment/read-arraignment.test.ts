import { describe, expect, it } from 'vitest'
import { type ArraignmentFields, blankArraignment, itemsOf, readArraignment } from './read-arraignment.ts'

const sight: Parameters<typeof blankArraignment>[0] = {
  basis: 'sight',
  directFile: null,
  person: { interpreterLanguage: null },
}
const warrant = { ...sight, basis: 'warrant' as const }
const full: Partial<ArraignmentFields> = {
  checklist: ['complaint-given', 'complaint-read', 'counsel-advised', 'hearing-advised', 'bail-advised'],
  probableCause: 'found',
  nextOn: '2026-12-04',
  nextRoom: '803',
}
const fields = (change: Partial<ArraignmentFields>, report = sight): ArraignmentFields => ({
  ...blankArraignment(report, 'preliminary-hearing'),
  ...change,
})
const read = (change: Partial<ArraignmentFields>, report = sight) => readArraignment(report, fields(change, report))
const pointers = (change: Partial<ArraignmentFields>) => read(change).errors.map(({ pointer }) => pointer)

describe('the arraignment as it is typed', () => {
  it('says at once everything that is missing', () =>
    expect(pointers({})).toEqual(['/checklist', '/probableCause', '/nextListing/at', '/nextListing/room']))
  it('is complete with checklist, finding and next date', () =>
    expect(read(full).held).toEqual({
      mode: 'video',
      checklist: full.checklist,
      probableCause: 'found',
      interpreter: null,
      prosecutorName: null,
      defenseName: null,
      nextListing: { hearing: 'preliminary-hearing', at: '2026-12-04T14:00:00.000Z', room: '803' },
    }))
  it('asks for the talk with counsel only where counsel takes part', () => {
    expect(pointers({ ...full, defenseName: 'A. Counsel' })).toEqual(['/checklist'])
    expect(itemsOf(sight, fields(full)).map(({ item }) => item)).not.toContain('counsel-consulted')
  })
  it('sends no tick of an item that no longer applies', () =>
    expect(
      read({ ...full, checklist: [...(full.checklist ?? []), 'counsel-consulted'] }).held?.checklist,
    ).not.toContain('counsel-consulted'))
  it('fixes no next date after a discharge, whatever was typed', () => {
    const { held } = read({ ...full, probableCause: 'not-found', nextOn: 'soon' })
    expect(held).toMatchObject({ probableCause: 'not-found', nextListing: null })
  })
  it('starts decided where a judge found probable cause by warrant', () =>
    expect(read({ ...full, probableCause: 'warrant' }, warrant).held?.probableCause).toBe('warrant'))
  it('lets the warrant papers follow by the next business day', () =>
    expect(itemsOf(warrant, fields(full, warrant)).find(({ item }) => item === 'warrant-papers-given')?.standing).toBe(
      'later',
    ))
  it('names the hour that does not exist', () =>
    expect(pointers({ ...full, nextOn: '2026-03-08', nextTime: '02:30' })).toEqual(['/nextListing/time']))
  it('brings the language that the report asks for, and not that somebody came', () => {
    const report = { ...sight, person: { interpreterLanguage: 'Spanish' } }
    expect(readArraignment(report, { ...blankArraignment(report, 'status'), ...full }).held?.interpreter).toEqual({
      language: 'Spanish',
      present: false,
    })
  })
})
