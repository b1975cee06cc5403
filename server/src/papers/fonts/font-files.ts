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

interface Family {
  readonly name: string
  /** One file for all weights, or a file for each. */
  readonly kind: 'variable' | 'static'
}
const variable = (name: string): Family => ({ name, kind: 'variable' })

/**
 * Names are printed in the script they are given in. The first family that has a character draws it; to print one more script, add
 * its family. Noto's Arabic sets a letter's dots as glyphs of their own, and then nobody can search the file for the name: Plex.
 */
const families: readonly Family[] = [
  variable('noto-sans'),
  { name: 'ibm-plex-sans-arabic', kind: 'static' },
  variable('noto-sans-hebrew'),
  variable('noto-sans-sc'),
  variable('noto-sans-kr'),
  variable('noto-sans-khmer'),
  variable('noto-sans-bengali'),
  variable('noto-sans-gujarati'),
  variable('noto-sans-malayalam'),
  variable('noto-sans-thai'),
  variable('noto-sans-ethiopic'),
  variable('noto-sans-armenian'),
  variable('noto-sans-georgian'),
  variable('noto-sans-gurmukhi'),
  variable('noto-sans-lao'),
  variable('noto-sans-tamil'),
  variable('noto-sans-telugu'),
]

/** The file of a part at one weight; a variable one holds all weights and must be set. */
export interface FontFile {
  readonly path: string
  readonly axis: number | undefined
}

/** One part of a family, with the characters it is said to hold, as pairs of first and last. */
export interface FontPart {
  readonly name: string
  readonly files: Record<Weight, FontFile>
  readonly ranges: readonly (readonly [first: number, last: number])[]
}

const readRanges = (text: string): FontPart['ranges'] =>
  text.split(',').map(range => {
    const [first = '', last = first] = range.trim().replace(/^U\+/i, '').split('-')
    return [Number.parseInt(first, 16), Number.parseInt(last, 16)] as const
  })

const filesOf = (base: string, kind: Family['kind']): FontPart['files'] =>
  kind === 'variable'
    ? {
        regular: { path: `${base}-wght-normal.woff2`, axis: 400 },
        bold: { path: `${base}-wght-normal.woff2`, axis: 700 },
      }
    : {
        regular: { path: `${base}-400-normal.woff2`, axis: undefined },
        bold: { path: `${base}-700-normal.woff2`, axis: undefined },
      }

const listParts = ({ name: family, kind }: Family): FontPart[] => {
  const folder = `${kind === 'variable' ? '@fontsource-variable' : '@fontsource'}/${family}`
  const parts = JSON.parse(readFileSync(require.resolve(`${folder}/unicode.json`), 'utf8')) as Record<string, string>
  return Object.entries(parts).map(([key, ranges]) => {
    const name = `${family}-${key.replace(/^\[|\]$/g, '')}`
    return { name, files: filesOf(`${folder}/files/${name}`, kind), ranges: readRanges(ranges) }
  })
}

let parts: readonly FontPart[] | undefined

/** Every part of the families above, in the order in which they are asked. */
export const fontParts = (): readonly FontPart[] => {
  parts ??= families.flatMap(listParts)
  return parts
}

export const readFontFile = (path: string): Buffer => readFileSync(require.resolve(path))
