import { readFileSync } from 'node:fs'
import type { Font } from 'fontkit'
import subsetFont from 'subset-font'
import { type FontPart, publicSans, readFontFile, type Weight } from './font-files.ts'
import { shapedFont } from './shaped-font.ts'

/** A font at one weight, as a page embeds it. */
export interface Face {
  /** Unique among faces; pages register it under this name. */
  readonly id: string
  readonly font: Font
  has(codePoint: number): boolean
}

const faceOf = (id: string, bytes: Buffer): Face => {
  const { font, characters } = shapedFont(bytes)
  return { id, font, has: codePoint => characters.has(codePoint) }
}

const own = new Map<Weight, Face>()

export const loadPublicSans = (weight: Weight): Face => {
  const face = own.get(weight) ?? faceOf(`public-sans-${weight}`, readFileSync(publicSans[weight]))
  own.set(weight, face)
  return face
}

const charactersOf = ({ ranges }: FontPart): string => {
  const all: string[] = []
  for (const [first, last] of ranges) for (let code = first; code <= last; code++) all.push(String.fromCodePoint(code))
  return all.join('')
}

/** The files are compressed and most vary in weight, which a PDF can't hold: each weight is unpacked once and kept. */
const makeFace = async (part: FontPart, weight: Weight): Promise<Face> => {
  const { path, axis } = part.files[weight]
  const bytes = await subsetFont(readFontFile(path), charactersOf(part), {
    targetFormat: 'truetype',
    ...(axis === undefined ? {} : { variationAxes: { wght: axis } }),
  })
  return faceOf(`${part.name}-${weight}`, bytes)
}

const made = new Map<string, Promise<Face>>()

export const loadFace = (part: FontPart, weight: Weight): Promise<Face> => {
  const key = `${part.name}-${weight}`
  const face = made.get(key) ?? makeFace(part, weight)
  made.set(key, face)
  return face
}
