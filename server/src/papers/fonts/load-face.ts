import { readFileSync } from 'node:fs'
import { create, type Font } from 'fontkit'
import subsetFont from 'subset-font'
import { type FontPart, publicSans, readFontFile, type Weight } from './font-files.ts'

/** A font at one weight, as a page embeds it. */
export interface Face {
  /** Unique among faces; pages register it under this name. */
  readonly id: string
  readonly bytes: Buffer
  has(codePoint: number): boolean
}

const readCharacters = (bytes: Buffer): ReadonlySet<number> => new Set((create(bytes) as Font).characterSet)

const own = new Map<Weight, Face>()

export const loadPublicSans = (weight: Weight): Face => {
  const known = own.get(weight)
  if (known) return known
  const bytes = readFileSync(publicSans[weight])
  const characters = readCharacters(bytes)
  const face = { id: `public-sans-${weight}`, bytes, has: (codePoint: number) => characters.has(codePoint) }
  own.set(weight, face)
  return face
}

const axis: Record<Weight, number> = { regular: 400, bold: 700 }

/** The files vary in weight, which a PDF can't hold: each weight is made once and kept. */
const makeFace = async (part: FontPart, weight: Weight): Promise<Face> => {
  const file = readFontFile(part.path)
  const characters = readCharacters(file)
  const bytes = await subsetFont(file, String.fromCodePoint(...characters), {
    targetFormat: 'truetype',
    variationAxes: { wght: axis[weight] },
  })
  return { id: `${part.name}-${weight}`, bytes, has: codePoint => characters.has(codePoint) }
}

const made = new Map<string, Promise<Face>>()

export const loadFace = (part: FontPart, weight: Weight): Promise<Face> => {
  const key = `${part.name}-${weight}`
  const face = made.get(key) ?? makeFace(part, weight)
  made.set(key, face)
  return face
}
