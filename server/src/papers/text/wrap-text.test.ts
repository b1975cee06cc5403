import { expect, test } from 'vitest'
import { wrapText } from './wrap-text.ts'

/** Every character as wide as every other. */
const widthOf = (text: string): number => Array.from(text).length
const wrap = (text: string, width: number) => wrapText(text, width, widthOf)

test('a line breaks between words and keeps the space that parts them', () => {
  expect(wrap('to be or not', 6)).toEqual(['to be ', 'or not'])
})

test('a word that is wider than a line is cut, and none of it is lost', () => {
  expect(wrap('abcdefgh ij', 3)).toEqual(['abc', 'def', 'gh ', 'ij'])
})

test('a line may break after a hyphen', () => {
  expect(wrap('D’Angelo-Quill', 9)).toEqual(['D’Angelo-', 'Quill'])
})

test('a space that does not break keeps a citation together', () => {
  expect(wrap('see §\u00a04904', 7)).toEqual(['see ', '§\u00a04904'])
})

test('scripts without spaces break between words, and no line begins with a comma', () => {
  expect(wrap('田中,さくら', 3)).toEqual(['田中,', 'さくら'])
})

test('line breaks of the text are kept, and empty lines too', () => {
  expect(wrap('a\n\nb', 9)).toEqual(['a ', ' ', 'b'])
})

test('whatever the width, the words are all there in their order', () => {
  const text = 'The person went along the street and took what was not theirs.'
  for (let width = 1; width < 70; width++) expect(wrap(text, width).join('')).toBe(text)
})
