import { create, type Font } from 'fontkit'
import * as hb from 'harfbuzzjs'

interface Glyphs {
  readonly infos: readonly hb.GlyphInfo[]
  readonly positions: readonly hb.GlyphPosition[]
}

const codesOf = (text: string): number[] => Array.from(text, sign => sign.codePointAt(0) ?? 0)

/** Gives each glyph its own character, as far as the codes hold it; undefined where it has none among them. */
const claim = (glyphs: readonly number[], codes: readonly number[], nominal: ReadonlyMap<number, number[]>) => {
  const left = [...codes]
  const own = glyphs.map(glyph => {
    const code = nominal.get(glyph)?.find(one => left.includes(one))
    if (code !== undefined) left.splice(left.indexOf(code), 1)
    return code
  })
  return { own, left, count: own.filter(code => code !== undefined).length }
}

/**
 * Readers turn around what runs right to left, letter by letter, and would turn the two letters of a ligature too: where Unicode has
 * the ligature as one character, that one is named.
 */
const asLigature = (own: readonly number[], codes: number[]): number[] => {
  if (codes.length < 2) return codes
  const text = String.fromCodePoint(...codes)
  const ligature = own.find(code => {
    const sign = String.fromCodePoint(code)
    return /\p{Script=Arabic}/u.test(sign) && sign.normalize('NFKC') === text
  })
  return ligature === undefined ? codes : [ligature]
}

/**
 * The characters that each glyph of one cluster stands for, so that the file can be read and searched: its own character where it
 * has one, and what is then left over for the first that has none. A vowel sign that is drawn in two parts is two signs here, for
 * PDF maps glyphs and not places: a glyph says the same everywhere.
 */
const wordsOfCluster = (
  glyphs: readonly number[],
  text: string,
  nominal: ReadonlyMap<number, number[]>,
): number[][] => {
  const asGiven = claim(glyphs, codesOf(text), nominal)
  const inParts = claim(glyphs, codesOf(text.normalize('NFKD')), nominal)
  const { own, left } = inParts.count > asGiven.count ? inParts : asGiven
  return own.map((code, index) =>
    code === undefined ? asLigature(nominal.get(glyphs[index] ?? 0) ?? [], left.splice(0)) : [code],
  )
}

const wordsOf = ({ infos }: Glyphs, text: string, nominal: ReadonlyMap<number, number[]>): number[][] => {
  const starts = [...new Set(infos.map(info => info.cluster))].sort((a, b) => a - b)
  const ends = new Map(starts.map((start, index) => [start, starts[index + 1] ?? text.length]))
  const words: number[][] = []
  for (let index = 0; index < infos.length; ) {
    const start = infos[index]?.cluster ?? 0
    const same = infos.slice(index).findIndex(info => info.cluster !== start)
    const count = same === -1 ? infos.length - index : same
    const glyphs = infos.slice(index, index + count).map(info => info.codepoint)
    words.push(...wordsOfCluster(glyphs, text.slice(start, ends.get(start)), nominal))
    index += count
  }
  return words
}

const nominalOf = (face: hb.Face, font: hb.Font): Map<number, number[]> => {
  const nominal = new Map<number, number[]>()
  for (const code of face.collectUnicodes()) {
    const glyph = font.nominalGlyph(code)
    if (glyph !== undefined) nominal.set(glyph, [...(nominal.get(glyph) ?? []), code])
  }
  return nominal
}

const shape = (font: hb.Font, text: string): Glyphs => {
  const buffer = new hb.Buffer()
  buffer.addText(text)
  buffer.guessSegmentProperties()
  hb.shape(font, buffer)
  return { infos: buffer.getGlyphInfos(), positions: buffer.getGlyphPositions() }
}

export interface ShapedFont {
  readonly characters: ReadonlySet<number>
  /** For pdfkit, which takes a font of fontkit's shape: embedding is fontkit's, and which glyph stands where is HarfBuzz's. */
  readonly font: Font
}

/** fontkit's own shaping throws on real names in Malayalam and Telugu, so it is never asked. */
export const shapedFont = (bytes: Buffer): ShapedFont => {
  const font = create(bytes) as Font
  const face = new hb.Face(new hb.Blob(bytes))
  const shaper = new hb.Font(face)
  const nominal = nominalOf(face, shaper)
  const layout = (text: string) => {
    const shaped = shape(shaper, text)
    const words = wordsOf(shaped, text, nominal)
    const positions = shaped.positions.map(({ xAdvance, yAdvance, xOffset, yOffset }) => ({
      xAdvance,
      yAdvance,
      xOffset,
      yOffset,
    }))
    return {
      glyphs: shaped.infos.map((info, index) => font.getGlyph(info.codepoint, words[index] ?? [])),
      positions,
      // pdfkit scales the positions and asks for their sum afterward.
      get advanceWidth() {
        return positions.reduce((sum, position) => sum + position.xAdvance, 0)
      },
    }
  }
  return {
    characters: new Set(face.collectUnicodes()),
    font: Object.assign(Object.create(font) as Font, { layout }),
  }
}
