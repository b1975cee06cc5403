import { clustersOf } from '../fonts/choose-faces.ts'

/** Scripts that are written without spaces between words. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}\p{Script=Myanmar}]/u
const words = new Intl.Segmenter('en', { granularity: 'word' })

/** No line begins with the comma of the one before it. */
const joinMarks = (segments: readonly string[]): string[] => {
  const joined: string[] = []
  for (const segment of segments) {
    if (joined.length > 0 && /^[^\p{L}\p{N}]/u.test(segment)) joined.push(`${joined.pop()}${segment}`)
    else joined.push(segment)
  }
  return joined
}

/** Pieces that may stand at the beginning of a line; a space belongs to the piece before it. */
const piecesOf = (line: string): string[] =>
  (line.match(/(?:[^\s-]|\u00a0)*-+\s*|(?:[^\s-]|\u00a0)+\s*|\s+/gu) ?? []).flatMap(piece =>
    unspaced.test(piece) ? joinMarks(Array.from(words.segment(piece), part => part.segment)) : [piece],
  )

type Width = (text: string) => number

/** Cuts a piece that is wider than a whole line. */
const cutPiece = (piece: string, width: number, widthOf: Width): string[] => {
  if (widthOf(piece.trimEnd()) <= width) return [piece]
  const cut: string[] = []
  let part = ''
  for (const cluster of clustersOf(piece)) {
    if (part !== '' && widthOf(part + cluster) > width) {
      cut.push(part)
      part = ''
    }
    part += cluster
  }
  return [...cut, part]
}

const wrapLine = (line: string, width: number, widthOf: Width): string[] => {
  const lines: string[] = []
  let current = ''
  let used = 0
  for (const piece of piecesOf(line).flatMap(one => cutPiece(one, width, widthOf))) {
    if (current !== '' && used + widthOf(piece.trimEnd()) > width) {
      lines.push(current)
      current = ''
      used = 0
    }
    current += piece
    used += widthOf(piece)
  }
  return [...lines, current]
}

/**
 * Breaks text into lines that fit a width; line breaks of the text are kept. A line that another follows keeps a space at its end:
 * whoever reads the file by ear or by machine would else hear two words as one.
 */
export const wrapText = (text: string, width: number, widthOf: Width): string[] =>
  text
    .split(/\r\n|\r|\n/)
    .flatMap((line, index, all) =>
      wrapLine(`${line.replaceAll('\t', '    ').trimEnd()}${index < all.length - 1 ? ' ' : ''}`, width, widthOf),
    )
