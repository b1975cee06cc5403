import { chooseFaces, type Faces } from './fonts/choose-faces.ts'
import { type Block, type Paper, textsOf } from './paper.ts'
import { drawChoices, drawFields, drawOrder } from './sheet/boxes.ts'
import { drawCaption } from './sheet/caption.ts'
import { drawHeading, drawList, drawParagraph } from './sheet/flow.ts'
import { drawPageEnds } from './sheet/page-ends.ts'
import { Sheet } from './sheet/sheet.ts'
import { drawSignatures } from './sheet/signatures.ts'
import { drawTable } from './sheet/table.ts'
import { missingNote } from './words/paper-words.ts'

const draw: { [K in Block['kind']]: (sheet: Sheet, block: Extract<Block, { kind: K }>) => void } = {
  heading: (sheet, { text, keep }) => drawHeading(sheet, text, keep),
  paragraph: (sheet, { text, small }) => drawParagraph(sheet, text, small),
  fields: (sheet, { rows }) => drawFields(sheet, rows),
  table: drawTable,
  list: (sheet, { items }) => drawList(sheet, items),
  choices: (sheet, { items }) => drawChoices(sheet, items),
  order: (sheet, { words, under }) => drawOrder(sheet, words, under),
  signatures: (sheet, { places }) => drawSignatures(sheet, places),
}

const drawBlock = <K extends Block['kind']>(sheet: Sheet, block: Extract<Block, { kind: K }>): void =>
  draw[block.kind as K](sheet, block)

const codeOf = (cluster: string): string =>
  Array.from(cluster, sign => `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`).join(' ')

/** Said on the paper itself: a box must not pass for a letter. */
const noteOf = ({ missing }: Faces): Block[] =>
  missing.length === 0 ? [] : [{ kind: 'paragraph', text: missingNote(missing.map(codeOf)) }]

/** Draws a paper as a tagged PDF. */
export const drawPaper = async (paper: Paper): Promise<Buffer> => {
  const faces = await chooseFaces([...textsOf(paper), missingNote([])].map(text => text.normalize('NFC')))
  const sheet = new Sheet(faces, paper)
  drawCaption(sheet, paper)
  for (const block of [...paper.blocks, ...noteOf(faces)]) drawBlock(sheet, block)
  drawPageEnds(sheet, paper)
  return sheet.finish()
}
