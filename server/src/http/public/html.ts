import { escapeHtml } from '../page.ts'

declare const brand: unique symbol
/** Markup that was made by `html` and by nothing else. */
export interface Html {
  readonly markup: string
  readonly [brand]: 'html'
}

type Part = Html | string | number | null | undefined | false | readonly Part[]

const isHtml = (part: object): part is Html => 'markup' in part

const markupOf = (part: Part): string => {
  if (part === null || part === undefined || part === false) return ''
  if (typeof part === 'object') return isHtml(part) ? part.markup : (part as readonly Part[]).map(markupOf).join('')
  return escapeHtml(String(part))
}

/** Markup whose parts are escaped unless they are markup themselves: letters and reasons are other people's text. */
export const html = (strings: TemplateStringsArray, ...parts: readonly Part[]): Html =>
  ({
    markup: strings.reduce((text, string, index) => text + markupOf(parts[index - 1]) + string),
  }) as Html
