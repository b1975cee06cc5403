import { readBase64 } from '../base64.ts'
import type { LogFault } from '../fault.ts'
import { type Json, parseCanonicalJson } from '../leaf/canonical-json.ts'
import { parseOpening } from '../leaf/opening.ts'
import { linesOf } from './lines.ts'
import {
  type PackageEntry,
  type PackageHead,
  type PackageLeaf,
  type PackageOpening,
  type PackageStatement,
  type PackageTerms,
  packageFormat,
} from './package-parts.ts'
import { packageWords } from './words.ts'

/** Everything that a package says, nothing checked. */
export type ParsedPackage = {
  readonly head: PackageHead | undefined
  readonly terms: readonly PackageTerms[]
  readonly entries: readonly PackageEntry[]
  readonly statements: readonly PackageStatement[]
  readonly openings: readonly PackageOpening[]
  readonly leaves: readonly PackageLeaf[]
}

type Line = { readonly [member: string]: Json }
type Shape = { readonly [member: string]: (value: Json | undefined) => boolean }

const isText = (value: unknown): value is string => typeof value === 'string'
const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0
const isEntry = (value: unknown): value is number => isCount(value) && value > 0
const isHash = (value: unknown): boolean => isText(value) && readBase64(value)?.length === 32
const isListOf = (isItem: (item: unknown) => boolean) => (value: unknown) => Array.isArray(value) && value.every(isItem)

const shapes: { readonly [part: string]: Shape } = {
  package: {
    agreement: isText,
    checkpoint: isText,
    cosigners: isListOf(isText),
    format: value => value === packageFormat,
    from: isEntry,
    log: isText,
    quorum: isCount,
    range: isListOf(isHash),
    through: isEntry,
  },
  words: { lines: isListOf(isText) },
  terms: { agreementVersion: isEntry, prose: value => value === null || isText(value), sql: isText, terms: isText },
  entry: { entry: isEntry, leaf: isText, proof: isListOf(isHash) },
  statement: { entry: isEntry, statement: isText },
  opening: { entry: isEntry, opening: value => parseOpening(value).ok },
  leaf: { entry: isEntry, hash: isHash, leaf: isText },
}
const order = Object.keys(shapes)

const bytesOf = (base64: unknown): Uint8Array => readBase64(String(base64)) ?? new Uint8Array(0)

/** Reads a line; undefined where it is not one of the format's. */
const readLine = (bytes: Uint8Array): Line | undefined => {
  const read = parseCanonicalJson(bytes)
  const line = read.ok && typeof read.value === 'object' && !Array.isArray(read.value) ? read.value : null
  if (line === null) return undefined
  const { part, ...members } = line as Line
  const shape = isText(part) && Object.hasOwn(shapes, part) ? shapes[part] : undefined
  if (shape === undefined || Object.keys(members).length !== Object.keys(shape).length) return undefined
  return Object.entries(shape).every(([member, holds]) => holds(members[member])) ? (line as Line) : undefined
}

/** A place within the order of the format: part, then its number, then the slot. */
const placeOf = (line: Line): readonly [number, number, string] => {
  const slot = line['part'] === 'opening' ? String((line['opening'] as Line)['slot']) : ''
  return [order.indexOf(String(line['part'])), Number(line['entry'] ?? line['agreementVersion'] ?? 0), slot]
}

const isAfter = (before: Line | undefined, line: Line): boolean => {
  if (before === undefined) return line['part'] === 'package'
  const [[part, entry, slot], [nextPart, nextEntry, nextSlot]] = [placeOf(before), placeOf(line)]
  if (nextPart !== part) return nextPart > part && (part > 0 || nextPart === 1)
  return nextEntry > entry || (nextEntry === entry && nextSlot > slot)
}

/** The lines that can be read, in order, and a fault for each that can't: with the entry that it must have held, where that is known. None without the first. */
const readLines = (bytes: Uint8Array, report: (fault: LogFault) => void): Line[] => {
  const lines: Line[] = []
  let number = 0
  for (const each of linesOf(bytes)) {
    number++
    const line = readLine(each)
    const before = lines.at(-1)
    if (line !== undefined && isAfter(before, line)) {
      lines.push(line)
      continue
    }
    // Whoever chose the wrong file is told so once, and not of each line of it.
    if (before === undefined) {
      report({ name: 'package-malformed', path: `line ${number}`, detail: 'not the first line of an audit package' })
      return lines
    }
    const entry = before['part'] === 'leaf' ? { entry: Number(before['entry']) + 1 } : {}
    report({ name: 'package-malformed', path: `line ${number}`, ...entry })
  }
  if (bytes.at(-1) !== 10) report({ name: 'package-malformed', path: 'end of the file' })
  return lines
}

/** Takes a package apart. What can't be read is reported and left out, so that everything else is still checked. */
export function parsePackage(bytes: Uint8Array, report: (fault: LogFault) => void): ParsedPackage {
  const lines = readLines(bytes, report)
  const of = <T>(part: string) => lines.filter(line => line['part'] === part) as unknown as T[]
  const said = of<{ lines: string[] }>('words')[0]?.lines
  if (lines.length > 0 && (said?.length !== packageWords.length || said.some((each, i) => each !== packageWords[i])))
    report({ name: 'package-words-altered' })
  return {
    head: of<PackageHead>('package').map(head => ({ ...head, range: head.range.map(bytesOf) }))[0],
    terms: of<PackageTerms>('terms'),
    entries: of<PackageEntry>('entry').map(each => ({ ...each, proof: each.proof.map(bytesOf) })),
    statements: of<PackageStatement>('statement'),
    openings: of<{ entry: number; opening: unknown }>('opening').flatMap(({ entry, opening }) => {
      const read = parseOpening(opening)
      return read.ok ? [{ entry, opening: read.value }] : []
    }),
    leaves: of<PackageLeaf>('leaf').map(each => ({ ...each, hash: bytesOf(each.hash) })),
  }
}
