import type { SigningPlace } from '../paper.ts'
import { wholeWidth } from './flow.ts'
import { page, type Sheet, type Tag } from './sheet.ts'
import { styles } from './styles.ts'

const gap = 24
const width = (wholeWidth - gap) / 2
const room = 32

const linesOf = (sheet: Sheet, place: SigningPlace) => ({
  who: sheet.wrap(place.who, styles.label, width),
  name: sheet.wrap(place.name, styles.strong, width),
  beside: sheet.wrap(place.beside, styles.small, width),
})

const heightOf = ({ who, name, beside }: ReturnType<typeof linesOf>): number =>
  room + who.length * 10 + name.length * 13 + beside.length * 11 + 6

const drawPlace = (sheet: Sheet, list: Tag, place: SigningPlace, at: { x: number; top: number }): void => {
  const lines = linesOf(sheet, place)
  const rule = at.top + room - 6
  sheet.decorate(() =>
    sheet.doc
      .moveTo(at.x, rule)
      .lineTo(at.x + width, rule)
      .lineWidth(0.8)
      .stroke('#1b1b1b'),
  )
  const item = sheet.tag(list, 'LI')
  sheet.tag(item, 'Lbl').add(() => {
    lines.who.forEach((line, index) => {
      sheet.line(line, styles.label, { x: at.x, y: rule + 10 + index * 10 })
    })
  })
  const under = rule + 10 + lines.who.length * 10
  sheet.tag(item, 'LBody').add(() => {
    lines.name.forEach((line, index) => {
      sheet.line(line, styles.strong, { x: at.x, y: under + 3 + index * 13 })
    })
    lines.beside.forEach((line, index) => {
      sheet.line(line, styles.small, { x: at.x, y: under + 2 + lines.name.length * 13 + index * 11 })
    })
  })
}

/** Lines to sign on, two beside each other. */
export const drawSignatures = (sheet: Sheet, places: readonly SigningPlace[]): void => {
  const list = sheet.tag(sheet.root, 'L')
  for (let index = 0; index < places.length; index += 2) {
    const pair = places.slice(index, index + 2)
    const height = Math.max(...pair.map(place => heightOf(linesOf(sheet, place))))
    sheet.need(height)
    const top = sheet.y
    pair.forEach((place, column) => {
      drawPlace(sheet, list, place, { x: page.left + column * (width + gap), top })
    })
    sheet.y = top + height
  }
  sheet.y += 6
}
