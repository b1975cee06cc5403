import { expect, test } from 'vitest'
import { spellingsOf } from './spellings.ts'

test('a name of plain letters is looked for once', () => {
  expect(spellingsOf("O'NEILL")).toEqual(["o'neill"])
})

test('a name with other letters is looked for as people write it: small, with capitals, all in capitals', () => {
  expect(spellingsOf('álvarez-nuñez')).toEqual(['álvarez-nuñez', 'Álvarez-nuñez', 'Álvarez-nuÑez'])
  expect(spellingsOf('ŁUKASZ')).toEqual(['łukasz', 'Łukasz'])
})

test('a script without capitals is looked for once', () => {
  expect(spellingsOf('김')).toEqual(['김'])
})
