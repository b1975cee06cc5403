import type { Paper } from '../paper.ts'
import { drawFields } from './boxes.ts'
import { flowText, wholeWidth } from './flow.ts'
import { page, type Sheet } from './sheet.ts'
import { hairline, styles } from './styles.ts'

const half = wholeWidth / 2

const drawBanner = (sheet: Sheet, banner: string): void => {
  const top = sheet.y
  sheet.decorate(() => sheet.doc.rect(page.left, top, wholeWidth, 18).lineWidth(0.8).stroke('#1b1b1b'))
  const x = page.left + (wholeWidth - sheet.widthOf(banner, styles.banner)) / 2
  sheet.tag(sheet.root, 'P').add(() => sheet.line(banner, styles.banner, { x, y: top + 12.5 }))
  sheet.y += 28
}

/** The head of a court paper: whose court, what paper, who against whom, and its numbers. */
export const drawCaption = (sheet: Sheet, paper: Paper): void => {
  if (paper.banner !== null) drawBanner(sheet, paper.banner)
  for (const line of paper.court) flowText(sheet, sheet.tag(sheet.root, 'P'), line, { style: styles.court })
  sheet.y += 6
  flowText(sheet, sheet.tag(sheet.root, 'H1'), paper.heading, { style: styles.title })
  sheet.y += 8
  const top = sheet.y
  paper.caption.forEach((line, index) => {
    const style = index === paper.party ? styles.party : styles.value
    flowText(sheet, sheet.tag(sheet.root, 'P'), line, { style, width: half - 24 })
  })
  const end = sheet.y
  sheet.y = top
  drawFields(
    sheet,
    paper.numbers.map(field => [field]),
    { x: page.left + half, width: half },
  )
  const bottom = Math.max(end, sheet.y - 8)
  sheet.decorate(() => {
    sheet.doc
      .moveTo(page.left, bottom)
      .lineTo(page.left + half, bottom)
      .lineWidth(0.8)
      .stroke(hairline)
  })
  sheet.y = bottom + 8
}
