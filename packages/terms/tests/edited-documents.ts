import fc from 'fast-check'
import { validTerms } from './arbitraries.ts'

type Path = readonly (string | number)[]

const pathsOf = (value: unknown, path: Path = []): Path[] => {
  if (typeof value !== 'object' || value === null) return [path]
  const below = Object.entries(value).flatMap(([key, item]) =>
    pathsOf(item, [...path, Array.isArray(value) ? Number(key) : key]),
  )
  return [path, ...below]
}

const strange: readonly unknown[] = [
  null,
  true,
  false,
  0,
  -0,
  1,
  -1,
  0.5,
  2 ** 53,
  1e6 + 1,
  '',
  'x',
  'identity',
  'by-attribute',
  'feed',
  'none',
  'found-here',
  'case',
  '2018-02-30',
  '2018-08-31',
  '2100-02-29',
  '1999-12-31',
  [],
  [[]],
  {},
  { kind: 'feed', days: 1 },
  { kind: 'all', of: [] },
  { kind: 'not', of: { kind: 'not', of: { kind: 'not', of: { kind: 'not', of: { kind: 'charged' } } } } },
  'a\nb',
  "'; drop",
]

const replaceAt = (value: unknown, path: Path, change: (old: unknown) => unknown): unknown => {
  const [key, ...rest] = path
  if (key === undefined) return change(value)
  if (Array.isArray(value)) return value.map((item, index) => (index === key ? replaceAt(item, rest, change) : item))
  const object = value as Record<string, unknown>
  return { ...object, [key]: replaceAt(object[String(key)], rest, change) }
}

const removeAt = (value: unknown, path: Path): unknown => {
  const key = path.at(-1)
  if (key === undefined) return value
  return replaceAt(value, path.slice(0, -1), parent => {
    if (Array.isArray(parent)) return parent.filter((_, index) => index !== key)
    return Object.fromEntries(Object.entries(parent as object).filter(([each]) => each !== key))
  })
}

const repeatAt = (value: unknown, path: Path): unknown =>
  replaceAt(value, path, old => (Array.isArray(old) && old.length > 0 ? [...old, old[0]] : old))

/** A value of the same type as the old one: the edits that a typo makes, which cross-checks must catch. */
const turned = (old: unknown): unknown => {
  if (typeof old === 'boolean') return !old
  if (typeof old === 'number') return old === 0 ? 1 : 0
  return old
}

const edit = (document: unknown): fc.Arbitrary<unknown> =>
  fc.constantFrom(...pathsOf(document)).chain(path =>
    fc.oneof(
      fc.constant(removeAt(document, path)),
      fc.constant(repeatAt(document, path)),
      fc.constant(replaceAt(document, path, turned)),
      fc.constantFrom(...strange).map(value => replaceAt(document, path, () => value)),
      fc.constant(
        replaceAt(document, path, old => (typeof old === 'object' && old !== null ? { ...old, more: 1 } : old)),
      ),
    ),
  )

/** Terms as somebody might hand them in: right ones, and ones with one or two edits. */
export const editedDocuments: fc.Arbitrary<unknown> = validTerms.chain(terms =>
  fc.oneof(
    { weight: 1, arbitrary: fc.constant<unknown>(terms) },
    { weight: 6, arbitrary: edit(terms) },
    { weight: 2, arbitrary: edit(terms).chain(edit) },
  ),
)
