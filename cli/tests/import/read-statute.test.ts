import { expect, test } from 'vitest'
import { identityOf, readStatute, type StatuteRead } from '../../src/import/read-statute.ts'

const read = (statute: string, description: string, chapter = '') =>
  readStatute({ statute, cpcms_description: description, chapter_group: chapter })
const identity = (statute: string, description: string) => identityOf(read(statute, description) as StatuteRead)

test('an offense that the court prints well is read as it stands', () => {
  expect(read('18 § 2706 §§ A1', 'Terroristic Threats W/Int To Terrorize Another', 'assault')).toEqual({
    kind: 'read',
    statute: '18 § 2706 §§ A1',
    description: 'Terroristic Threats W/Int To Terrorize Another',
    chapterGroup: 'assault',
    flags: [],
  })
})

test('mojibake of every kind, double spaces and spaced slashes make no other offense', () => {
  const own = identity('18 § 2706 §§ A1', 'Terroristic Threats W/Int')
  for (const statute of ['18 ยง 2706 ยงยง A1', '18 Â§ 2706 Â§Â§ A1', '18  §  2706 §§A1', '18 Pa.C.S. § 2706(a)(1)'])
    expect(identity(statute, 'Terroristic  Threats W / Int ')).toBe(own)
  expect(identity('18 § 2706 §§ A1', 'TERRORISTIC THREATS W/INT')).toBe(own)
})

test('what was repaired is flagged', () => {
  expect(read('18 ยง 2706', 'Threats')).toMatchObject({ flags: ['citation-repaired'] })
  expect(read('18 § 2706', ' Threats  etc.')).toMatchObject({
    description: 'Threats etc.',
    flags: ['description-repaired'],
  })
})

test('one citation with another description, and one description of another citation, are other offenses', () => {
  expect(identity('18 § 2502', 'Murder')).not.toBe(identity('18 § 2502', 'Criminal Homicide'))
  expect(identity('18 § 2701 §§ A', 'Simple Assault')).not.toBe(identity('18 § 2701 §§ A1', 'Simple Assault'))
})

test('a row without a citation, or without words that can be kept, is refused', () => {
  expect(read('assault', 'Assault')).toMatchObject({ kind: 'refused', reason: 'citation-unreadable' })
  expect(read('18 § 2502', ' ')).toMatchObject({ kind: 'refused', reason: 'description-unreadable' })
  expect(read('18 § 2502', 'Mur\u202eder')).toMatchObject({ kind: 'refused', reason: 'description-unreadable' })
})
