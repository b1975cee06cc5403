import { getDocumentProxy } from 'unpdf'

interface TagNode {
  readonly role?: string
  readonly children?: readonly TagNode[]
}

/** A PDF as somebody else's program reads it. */
export interface ReadPdf {
  /** Text of each page, one line after another. */
  readonly pages: readonly string[]
  readonly title: string
  readonly language: string
  readonly showsTitle: boolean
  readonly isTagged: boolean
  /** Roles of the tags of each page, from the outermost in: `Document/Table/TR/TH`. */
  readonly tags: readonly string[]
  /** Names of the fonts, each of them embedded, or the reading throws. */
  readonly fonts: readonly string[]
}

const pathsOf = (node: TagNode, above: string): string[] => {
  const path = node.role === undefined || node.role === 'Root' ? above : `${above}/${node.role}`
  const own = path === above ? [] : [path.slice(1)]
  return [...own, ...(node.children ?? []).flatMap(child => pathsOf(child, path))]
}

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>

const textOf = async (pdf: Pdf, number: number): Promise<string> => {
  const { items } = await (await pdf.getPage(number)).getTextContent()
  return items.map(item => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : '')).join('')
}

/** Every font of the file carries its program: no reader's own font may stand in for it. */
const fontsOf = (bytes: Uint8Array): string[] => {
  const raw = Buffer.from(bytes).toString('latin1')
  const names = Array.from(raw.matchAll(/\/Type \/FontDescriptor\s*\/FontName \/(\S+)[\s\S]*?endobj/g))
  return names.map(([descriptor, name = '']) => {
    if (!/\/FontFile[23]? \d+ 0 R/.test(descriptor)) throw new Error(`${name} is not embedded`)
    return name.replace(/^[A-Z]{6}\+/, '')
  })
}

export const readPdf = async (bytes: Uint8Array): Promise<ReadPdf> => {
  const fonts = fontsOf(bytes)
  const pdf = await getDocumentProxy(Uint8Array.from(bytes))
  const numbers = Array.from({ length: pdf.numPages }, (_, index) => index + 1)
  const pages: string[] = []
  const tags: string[] = []
  for (const number of numbers) {
    pages.push(await textOf(pdf, number))
    tags.push(...pathsOf((await (await pdf.getPage(number)).getStructTree()) as TagNode, ''))
  }
  const info = (await pdf.getMetadata()).info as Record<string, unknown>
  const preferences = (await pdf.getViewerPreferences()) as { DisplayDocTitle?: boolean } | null
  const marked = (await pdf.getMarkInfo()) as { Marked?: boolean } | null
  return {
    pages,
    title: String(info['Title']),
    language: String(info['Language']),
    showsTitle: preferences?.DisplayDocTitle === true,
    isTagged: marked?.Marked === true,
    tags,
    fonts,
  }
}

/** The text as it is read, without regard to where lines break. */
export const flat = (text: string): string => text.replaceAll(/\s+/g, ' ')
