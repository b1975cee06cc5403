import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CSSOptions } from 'vite'

type Visitor = NonNullable<NonNullable<CSSOptions['lightningcss']>['visitor']>
interface Part {
  type: string
  name?: unknown
  selectors?: Part[][]
}

/** Every word in the sources that could be a class. A word that ends in `--` stands for all its variants. */
const wordsOf = (folder: string): { exact: Set<string>; prefixes: string[] } => {
  const text = globSync('**/*.{ts,tsx}', { cwd: folder }).map(file => readFileSync(join(folder, file), 'utf8'))
  const words = new Set(text.flatMap(each => each.match(/[a-z][\w-]*/gi) ?? []))
  return { exact: words, prefixes: [...words].filter(word => word.endsWith('--')) }
}

/**
 * Keeps of the design system the rules whose classes a screen names, and none of its fonts but Public Sans, which
 * `fonts.css` names: about a tenth of the weight. Rules without classes stay.
 */
export const usedCss = (folder: string): Visitor => {
  const { exact, prefixes } = wordsOf(folder)
  const isUsed = (name: string) => exact.has(name) || prefixes.some(prefix => name.startsWith(prefix))
  const mayMatch = (selector: Part[]): boolean =>
    selector.every(part => {
      if (part.type === 'class') return isUsed(String(part.name))
      return part.selectors && part.name !== 'not' ? part.selectors.some(mayMatch) : true
    })
  return {
    Rule: {
      style: rule => {
        const selectors = rule.value.selectors.filter(selector => mayMatch(selector as Part[]))
        if (selectors.length === rule.value.selectors.length) return undefined
        if (selectors.length === 0) return []
        return { ...rule, value: { ...rule.value, selectors } }
      },
      'font-face': rule => (JSON.stringify(rule.value.properties).includes('PublicSans-') ? undefined : []),
    },
  }
}
