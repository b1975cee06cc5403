import type { Paper } from '../paper.ts'
import { pageOf } from '../words/paper-words.ts'
import { page, type Sheet } from './sheet.ts'
import { hairline, styles } from './styles.ts'

const { foot, banner: bannerStyle } = styles

const drawHead = (sheet: Sheet, { banner, running }: Paper): void => {
  sheet.line(running, foot, { x: page.left, y: 38 })
  if (banner !== null) {
    sheet.line(banner, bannerStyle, { x: page.right - sheet.widthOf(banner, bannerStyle), y: 38 })
  }
  sheet.doc.moveTo(page.left, 44).lineTo(page.right, 44).lineWidth(0.5).stroke(hairline)
}

const drawProof = (sheet: Sheet, proof: readonly string[]): void => {
  proof.forEach((line, index) => {
    sheet.line(`${line} `, foot, { x: page.left, y: 747 + index * foot.leading })
  })
}

const drawCount = (sheet: Sheet, count: string): void => {
  sheet.doc.moveTo(page.left, 736).lineTo(page.right, 736).lineWidth(0.5).stroke(hairline)
  sheet.line(count, foot, { x: page.right - sheet.widthOf(count, foot), y: 747 })
}

/** Heads and feet of all pages, once their number is known. The last page's foot is part of the text: not everybody reads by eye. */
export const drawPageEnds = (sheet: Sheet, paper: Paper): void => {
  const { start, count } = sheet.doc.bufferedPageRange()
  for (let index = 0; index < count; index++) {
    sheet.doc.switchToPage(start + index)
    sheet.decorate(() => {
      if (index > 0) drawHead(sheet, paper)
      drawCount(sheet, pageOf(index + 1, count))
    }, 'Pagination')
    if (index === count - 1) sheet.tag(sheet.root, 'P').add(() => drawProof(sheet, paper.proof))
    else sheet.decorate(() => drawProof(sheet, paper.proof), 'Pagination')
  }
}
