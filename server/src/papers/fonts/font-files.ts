import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)

export const weights = ['regular', 'bold'] as const
export type Weight = (typeof weights)[number]

/** The face of the screens: Latin with the marks of every European language and of Vietnamese. */
export const publicSans: Record<Weight, string> = {
  regular: require.resolve('@uswds/uswds/fonts/public-sans/PublicSans-Regular.ttf'),
  bold: require.resolve('@uswds/uswds/fonts/public-sans/PublicSans-Bold.ttf'),
}

/** Names are printed in the script they are given in. The first family that has a character draws it; to print one more script, add its family. */
const families = [
  'noto-sans',
  'noto-sans-arabic',
  'noto-sans-hebrew',
  'noto-sans-sc',
  'noto-sans-kr',
  'noto-sans-khmer',
  'noto-sans-bengali',
  'noto-sans-gujarati',
  'noto-sans-malayalam',
  'noto-sans-thai',
  'noto-sans-ethiopic',
  'noto-sans-armenian',
  'noto-sans-georgian',
  'noto-sans-gurmukhi',
  'noto-sans-lao',
  'noto-sans-tamil',
  'noto-sans-telugu',
] as const

/** One file of a family, with the characters it is said to hold, as pairs of first and last. */
export interface FontPart {
  readonly name: string
  readonly path: string
  readonly ranges: readonly (readonly [first: number, last: number])[]
}

const readRanges = (text: string): FontPart['ranges'] =>
  text.split(',').map(range => {
    const [first = '', last = first] = range.trim().replace(/^U\+/i, '').split('-')
    return [Number.parseInt(first, 16), Number.parseInt(last, 16)] as const
  })

const listParts = (family: string): FontPart[] => {
  const folder = `@fontsource-variable/${family}`
  const parts = JSON.parse(readFileSync(require.resolve(`${folder}/unicode.json`), 'utf8')) as Record<string, string>
  return Object.entries(parts).map(([key, ranges]) => {
    const name = `${family}-${key.replace(/^\[|\]$/g, '')}`
    return { name, path: `${folder}/files/${name}-wght-normal.woff2`, ranges: readRanges(ranges) }
  })
}

let parts: readonly FontPart[] | undefined

/** Every file of the families above, in the order in which they are asked. */
export const fontParts = (): readonly FontPart[] => {
  parts ??= families.flatMap(listParts)
  return parts
}

export const readFontFile = (path: string): Buffer => readFileSync(require.resolve(path))
