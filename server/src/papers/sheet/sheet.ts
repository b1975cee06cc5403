import PDFDocument from 'pdfkit'
import type { Faces } from '../fonts/choose-faces.ts'
import type { Face } from '../fonts/load-face.ts'
import { arrangeRuns, type Run, runsOf } from '../text/runs.ts'
import { wrapText } from '../text/wrap-text.ts'
import type { Style } from './styles.ts'

/** An element of the tag tree, by which a screen reader finds its way. */
export type Tag = PDFKit.PDFStructureElement
export interface TagOptions {
  readonly scope?: 'Row' | 'Column'
  /** Read out in place of what is drawn. */
  readonly actual?: string
}

/** US Letter, in points. */
export const page = { width: 612, height: 792, left: 54, right: 558, top: 54, bottom: 724 } as const

export interface SheetInfo {
  readonly title: string
  readonly printedAt: string
}

const openDocument = ({ title, printedAt }: SheetInfo): PDFKit.PDFDocument =>
  new PDFDocument({
    size: 'LETTER',
    pdfVersion: '1.7',
    // The types of pdfkit do not know this subset yet; it marks the file as made for PDF/UA.
    ...({ subset: 'PDF/UA' } as object),
    tagged: true,
    lang: 'en-US',
    displayTitle: true,
    bufferPages: true,
    autoFirstPage: true,
    margin: 0,
    info: { Title: title, Author: 'PARS', Creator: 'PARS', CreationDate: new Date(printedAt) },
  })

/** The pages of one paper while they are drawn: where the pen is, and what is measured and drawn with which face. */
export class Sheet {
  readonly doc: PDFKit.PDFDocument
  readonly root: Tag
  y: number = page.top
  readonly #faces: Faces
  readonly #registered = new Set<string>()
  readonly #widths = new Map<string, number>()

  constructor(faces: Faces, info: SheetInfo) {
    this.#faces = faces
    this.doc = openDocument(info)
    this.root = this.doc.struct('Document')
    this.doc.addStructure(this.root)
  }

  tag(parent: Tag, type: string, options: TagOptions = {}): Tag {
    const tag = this.doc.struct(type, options as PDFKit.Mixins.StructureElementOptions)
    parent.add(tag)
    return tag
  }

  /** Begins a new page unless this much height is left. Never call it while content is being drawn. */
  need(height: number): void {
    if (this.y + height <= page.bottom) return
    this.doc.addPage()
    this.y = page.top
  }

  /** Draws what carries no meaning: hairlines, boxes, page numbers. */
  decorate(draw: () => void, type: 'Layout' | 'Pagination' = 'Layout'): void {
    this.doc.markContent('Artifact', { type })
    draw()
    this.doc.endMarkedContent()
  }

  widthOf(text: string, style: Style): number {
    const key = `${style.weight} ${style.size} ${text}`
    const known = this.#widths.get(key)
    if (known !== undefined) return known
    const width = runsOf(text, this.#faces, style.weight).reduce((sum, run) => sum + this.#widthOfRun(run, style), 0)
    this.#widths.set(key, width)
    return width
  }

  /** The text in lines of at most this width. */
  wrap(text: string, style: Style, width: number): string[] {
    return wrapText(text.normalize('NFC'), width, piece => this.widthOf(piece, style))
  }

  /** Draws one line with its baseline at `y`. Call it inside a tag or a decoration. */
  line(text: string, style: Style, at: { x: number; y: number }): void {
    let x = at.x
    for (const run of arrangeRuns(runsOf(text, this.#faces, style.weight))) {
      x += this.#drawRun(run, style, { x, y: at.y })
    }
  }

  #useFace(face: Face, size: number): void {
    if (this.#registered.has(face.id)) {
      this.doc.font(face.id, size)
      return
    }
    // pdfkit's types do not know that it takes a font that is open already.
    this.doc.registerFont(face.id, face.font as unknown as PDFKit.Mixins.PDFFontSource)
    this.#registered.add(face.id)
    this.doc.font(face.id, size)
  }

  #widthOfRun(run: Run, { size }: Style): number {
    this.#useFace(run.face, size)
    return this.doc.widthOfString(run.text)
  }

  #drawRun(run: Run, style: Style, { x, y }: { x: number; y: number }): number {
    const width = this.#widthOfRun(run, style)
    this.doc.fillColor(style.color).text(run.text, x, y, { lineBreak: false, baseline: 'alphabetic' })
    return width
  }

  async finish(): Promise<Buffer> {
    const chunks: Buffer[] = []
    this.doc.on('data', (chunk: Buffer) => chunks.push(chunk))
    const end = new Promise<void>((resolve, reject) => this.doc.once('end', resolve).once('error', reject))
    this.doc.end()
    await end
    return Buffer.concat(chunks)
  }
}
