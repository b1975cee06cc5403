import { type FontPart, fontParts, type Weight, weights } from './font-files.ts'
import { type Face, loadFace, loadPublicSans } from './load-face.ts'

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** What a reader takes for one character: a letter with its marks. */
export const clustersOf = (text: string): string[] => Array.from(graphemes.segment(text), part => part.segment)

/** Joiners and the like have no shape of their own; they stay in the text, where shaping needs them. */
const isSilent = (codePoint: number): boolean =>
  /^[\p{Default_Ignorable_Code_Point}\s]$/u.test(String.fromCodePoint(codePoint))

const shapesOf = (cluster: string): number[] =>
  Array.from(cluster, sign => sign.codePointAt(0) ?? 0).filter(code => !isSilent(code))

const hasAll = (face: Face, cluster: string): boolean => shapesOf(cluster).every(code => face.has(code))

const mayHold = (part: FontPart, codes: number[]): boolean =>
  codes.every(code => part.ranges.some(([first, last]) => code >= first && code <= last))

const findPart = async (cluster: string): Promise<FontPart | undefined> => {
  const codes = shapesOf(cluster)
  for (const part of fontParts()) {
    if (mayHold(part, codes) && hasAll(await loadFace(part, 'regular'), cluster)) return part
  }
  return undefined
}

/** Stands in the place of a character that no font has, so that nobody takes the name for complete. */
export const box = '\u25a1'

/** What labels, numbers and marks are made of. */
const ascii = Array.from({ length: 95 }, (_, index) => String.fromCodePoint(32 + index))

/** The faces of one paper. */
export interface Faces {
  /** The face that draws a cluster; undefined where no font has it and a box is drawn. Throws for text that was not chosen for. */
  find(cluster: string, weight: Weight): Face | undefined
  /** Every cluster of the texts that no font has. */
  readonly missing: readonly string[]
}

/** Loads the faces that draw these texts. */
export const chooseFaces = async (texts: Iterable<string>): Promise<Faces> => {
  const found = new Map<string, Record<Weight, Face> | undefined>()
  const plain = { regular: loadPublicSans('regular'), bold: loadPublicSans('bold') }
  for (const cluster of new Set([box, ...ascii, ...clustersOf(Array.from(texts).join('\n'))])) {
    const isPlain = weights.every(weight => hasAll(plain[weight], cluster))
    const part = isPlain ? undefined : await findPart(cluster)
    const drawn = part && { regular: await loadFace(part, 'regular'), bold: await loadFace(part, 'bold') }
    found.set(cluster, isPlain ? plain : drawn)
  }
  return {
    find(cluster, weight) {
      if (!found.has(cluster)) throw new Error('text is drawn that no face was chosen for')
      return found.get(cluster)?.[weight]
    },
    missing: [...found].filter(([, faces]) => faces === undefined).map(([cluster]) => cluster),
  }
}
