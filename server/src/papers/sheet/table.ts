import type { Column } from '../paper.ts'
import { page, type Sheet, type Tag } from './sheet.ts'
import { hairline, type Style, styles, tint } from './styles.ts'

const inset = 4

interface Cell {
  readonly x: number
  readonly width: number
  readonly lines: readonly string[]
  readonly right: boolean
}

const layCells = (sheet: Sheet, columns: readonly Column[], texts: readonly string[], style: Style): Cell[] => {
  let x: number = page.left
  return columns.map((column, index) => {
    const lines = sheet.wrap(texts[index] ?? '', style, column.width - 2 * inset)
    const cell = { x, width: column.width, lines, right: column.align === 'right' }
    x += column.width
    return cell
  })
}

const heightOf = (cells: readonly Cell[], style: Style): number =>
  Math.max(...cells.map(cell => cell.lines.length)) * style.leading + 7

const drawCell = (sheet: Sheet, cell: Cell, style: Style, top: number): void => {
  cell.lines.forEach((line, index) => {
    const x = cell.right ? cell.x + cell.width - inset - sheet.widthOf(line.trimEnd(), style) : cell.x + inset
    sheet.line(line, style, { x, y: top + 3 + style.size + index * style.leading })
  })
}

const rule = (sheet: Sheet, y: number): void => {
  sheet.decorate(() => sheet.doc.moveTo(page.left, y).lineTo(page.right, y).lineWidth(0.6).stroke(hairline))
}

interface Head {
  readonly cells: readonly Cell[]
  readonly height: number
}

const drawHead = (sheet: Sheet, { cells, height }: Head, table: Tag | undefined): void => {
  const top = sheet.y
  sheet.decorate(() => sheet.doc.rect(page.left, top, page.right - page.left, height).fill(tint))
  if (table === undefined) {
    // Repeated for the eye only: the tag tree has the row of titles once.
    sheet.decorate(() => {
      for (const cell of cells) drawCell(sheet, cell, styles.columnTitle, top)
    }, 'Pagination')
  } else {
    const row = sheet.tag(table, 'TR')
    for (const cell of cells) {
      sheet.tag(row, 'TH', { scope: 'Column' }).add(() => drawCell(sheet, cell, styles.columnTitle, top))
    }
  }
  sheet.y += height
  rule(sheet, sheet.y)
}

/** A table whose rows never break over pages; its titles are repeated on each page. */
export const drawTable = (
  sheet: Sheet,
  { columns, rows }: { columns: readonly Column[]; rows: readonly (readonly string[])[] },
): void => {
  const titles = columns.map(column => column.title)
  const headCells = layCells(sheet, columns, titles, styles.columnTitle)
  const head = { cells: headCells, height: heightOf(headCells, styles.columnTitle) }
  const table = sheet.tag(sheet.root, 'Table')
  sheet.need(head.height + 30)
  drawHead(sheet, head, table)
  for (const texts of rows) {
    const cells = layCells(sheet, columns, texts, styles.cell)
    const height = heightOf(cells, styles.cell)
    if (sheet.y + height > page.bottom) {
      sheet.need(height)
      drawHead(sheet, head, undefined)
    }
    const top = sheet.y
    const row = sheet.tag(table, 'TR')
    for (const [index, cell] of cells.entries()) {
      const type = index === 0 ? 'TH' : 'TD'
      sheet
        .tag(row, type, index === 0 ? { scope: 'Row' } : {})
        .add(() => drawCell(sheet, cell, index === 0 ? styles.columnTitle : styles.cell, top))
    }
    sheet.y = top + height
    rule(sheet, sheet.y)
  }
  sheet.y += 8
}
