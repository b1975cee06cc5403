import { page, type Sheet, type Tag } from './sheet.ts'
import { hairline, type Style, styles } from './styles.ts'

export const wholeWidth = page.right - page.left

export interface TextPlace {
  readonly style: Style
  readonly x?: number
  readonly width?: number
}

/** Draws text line by line into one tag; it may run over pages. */
export const flowText = (sheet: Sheet, tag: Tag, text: string, place: TextPlace): void => {
  const { style, x = page.left, width = wholeWidth } = place
  let rest = sheet.wrap(text, style, width)
  while (rest.length > 0) {
    sheet.need(style.leading)
    const room = Math.max(1, Math.floor((page.bottom - sheet.y) / style.leading))
    const now = rest.slice(0, room)
    rest = rest.slice(room)
    const top = sheet.y
    tag.add(() => {
      now.forEach((line, index) => {
        sheet.line(line, style, { x, y: top + index * style.leading + style.size })
      })
    })
    sheet.y = top + now.length * style.leading
  }
}

/** A heading never stands alone at the foot of a page; `keep` is the height of what must stay with it. */
export const drawHeading = (sheet: Sheet, text: string, keep = 40): void => {
  sheet.need(keep + 32)
  sheet.y += 7
  flowText(sheet, sheet.tag(sheet.root, 'H2'), text, { style: styles.heading })
  const y = sheet.y + 1
  sheet.decorate(() => sheet.doc.moveTo(page.left, y).lineTo(page.right, y).lineWidth(0.8).stroke(hairline))
  sheet.y += 6
}

export const drawParagraph = (sheet: Sheet, text: string, small = false): void => {
  flowText(sheet, sheet.tag(sheet.root, 'P'), text, { style: small ? styles.small : styles.body })
  sheet.y += small ? 3 : 6
}

/** A numbered or labeled list, its labels in bold. */
export const drawList = (sheet: Sheet, items: readonly { label: string; text: string }[]): void => {
  const list = sheet.tag(sheet.root, 'L')
  const x = page.left + Math.max(...items.map(item => sheet.widthOf(item.label, styles.strong))) + 9
  for (const { label, text } of items) {
    sheet.need(styles.body.leading * 2)
    const item = sheet.tag(list, 'LI')
    const top = sheet.y
    sheet.tag(item, 'Lbl').add(() => sheet.line(label, styles.strong, { x: page.left, y: top + styles.strong.size }))
    flowText(sheet, sheet.tag(item, 'LBody'), text, { style: styles.body, x, width: page.right - x })
    sheet.y += 3
  }
  sheet.y += 3
}
