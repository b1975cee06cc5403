import type { Field } from '../paper.ts'
import { wholeWidth } from './flow.ts'
import { page, type Sheet, type Tag } from './sheet.ts'
import { hairline, styles, tint } from './styles.ts'

const inset = 6
const { label, value } = styles

interface Box {
  readonly field: Field
  readonly lines: readonly string[]
  readonly x: number
  readonly width: number
}

interface Span {
  readonly x: number
  readonly width: number
}

const layRow = (sheet: Sheet, fields: readonly Field[], span: Span): Box[] => {
  const shares = fields.reduce((sum, field) => sum + (field.share ?? 1), 0)
  let x = span.x
  return fields.map(field => {
    const width = (span.width * (field.share ?? 1)) / shares
    const box = { field, lines: sheet.wrap(field.value, value, width - 2 * inset), x, width }
    x += width
    return box
  })
}

const heightOf = (row: readonly Box[]): number =>
  Math.max(...row.map(box => box.lines.length)) * value.leading + label.leading + 7

const drawRow = (sheet: Sheet, list: Tag, row: readonly Box[]): void => {
  const height = heightOf(row)
  sheet.need(height)
  const top = sheet.y
  sheet.decorate(() => {
    for (const box of row) sheet.doc.rect(box.x, top, box.width, height).lineWidth(0.6).stroke(hairline)
  })
  for (const { field, lines, x } of row) {
    const item = sheet.tag(list, 'LI')
    const first = top + 4 + label.size
    sheet.tag(item, 'Lbl').add(() => sheet.line(field.label, label, { x: x + inset, y: first }))
    sheet.tag(item, 'LBody').add(() => {
      lines.forEach((line, index) => {
        sheet.line(line, value, { x: x + inset, y: first + 3.5 + value.size + index * value.leading })
      })
    })
  }
  sheet.y = top + height
}

/** The boxes of a form: a small label, and the fact under it. */
export const drawFields = (
  sheet: Sheet,
  rows: readonly (readonly Field[])[],
  span: Span = { x: page.left, width: wholeWidth },
): void => {
  const list = sheet.tag(sheet.root, 'L')
  for (const fields of rows) drawRow(sheet, list, layRow(sheet, fields, span))
  sheet.y += 8
}

/** The words of an order in a frame of their own. */
export const drawOrder = (sheet: Sheet, words: string, under: string): void => {
  const { order, body } = styles
  const width = wholeWidth - 28
  const lines = sheet.wrap(words, order, width)
  const below = sheet.wrap(under, body, width)
  const height = lines.length * order.leading + below.length * body.leading + 20
  sheet.need(height)
  const top = sheet.y
  sheet.decorate(() => sheet.doc.rect(page.left, top, wholeWidth, height).lineWidth(1.6).fillAndStroke(tint, '#1b1b1b'))
  const x = page.left + 14
  sheet.tag(sheet.root, 'P').add(() => {
    lines.forEach((line, index) => {
      sheet.line(line, order, { x, y: top + 8 + order.size + index * order.leading })
    })
  })
  const start = top + 10 + lines.length * order.leading + body.size
  sheet.tag(sheet.root, 'P').add(() => {
    below.forEach((line, index) => {
      sheet.line(line, body, { x, y: start + index * body.leading })
    })
  })
  sheet.y = top + height + 10
}

/** What was chosen and what was not, told by mark and by word, never by a mark alone. */
export const drawChoices = (sheet: Sheet, items: readonly { chosen: boolean; text: string }[]): void => {
  const list = sheet.tag(sheet.root, 'L')
  sheet.need(items.length * (styles.body.leading + 2))
  for (const { chosen, text } of items) {
    const style = chosen ? styles.strong : styles.body
    const item = sheet.tag(list, 'LI')
    const y = sheet.y + style.size
    sheet.decorate(() =>
      sheet.doc
        .rect(page.left + 1, y - 8.5, 9.5, 9.5)
        .lineWidth(0.8)
        .stroke('#1b1b1b'),
    )
    sheet.tag(item, 'Lbl', { actual: chosen ? 'Chosen:' : 'Not chosen:' }).add(() => {
      if (chosen) sheet.line('X', styles.strong, { x: page.left + 2.4, y: y - 0.2 })
    })
    sheet.tag(item, 'LBody').add(() => sheet.line(text, style, { x: page.left + 18, y }))
    sheet.y += style.leading + 2
  }
  sheet.y += 6
}
