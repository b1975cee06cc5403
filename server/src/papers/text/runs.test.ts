import { beforeAll, expect, test } from 'vitest'
import { chooseFaces, type Faces } from '../fonts/choose-faces.ts'
import { arrangeRuns, runsOf } from './runs.ts'

const arabic = 'محمد, الأحمد'
const texts = ['Quill, Marisol', `alias ${arabic}; Ana`, 'ᏣᎳ Ana', '陈 7']
let faces: Faces
beforeAll(async () => {
  faces = await chooseFaces(texts)
})
const seen = (text: string) => arrangeRuns(runsOf(text, faces, 'regular')).map(run => run.text)

test('plain text is one run', () => {
  expect(seen('Quill, Marisol')).toEqual(['Quill, Marisol'])
})

test('words that run right to left are turned around as a whole, and what stands around them is not', () => {
  const [first = '', last = ''] = arabic.split(', ')
  const line = seen(`alias ${arabic}; Ana`).join('|')
  expect(line.indexOf(last)).toBeLessThan(line.indexOf(first))
  expect(line.startsWith('alias ')).toBe(true)
  expect(line.endsWith('; Ana')).toBe(true)
})

test('each character that no font has becomes one box', () => {
  expect(seen('ᏣᎳ Ana')).toEqual(['□□', ' Ana'])
  expect(faces.missing).toEqual(['Ꮳ', 'Ꮃ'])
})

test('a face change parts runs', () => {
  expect(seen('陈 7')).toEqual(['陈', ' 7'])
})

test('text that no face was chosen for is a fault, never a silent box', () => {
  expect(() => runsOf('Я', faces, 'regular')).toThrow()
})
