import { type PurposeTerm, sufficientTests, type Terms } from '../terms.ts'
import { citedNames, purposeNames } from '../words/names.ts'
import { changes, narrows, pairsOf, type TermsChange, widens } from './change.ts'

const testNames: Record<PurposeTerm['suffices'], string> = {
  'found-here': 'the record must carry the number',
  registered: 'the number may be registered beforehand',
  unverified: 'nobody tests the number',
}

const compareCited = (was: PurposeTerm, is: PurposeTerm, at: string): TermsChange[] => {
  if (was.cites === is.cites) return []
  const text = `For ${purposeNames[is.code]} the partner must cite ${citedNames[is.cites]}, instead of ${citedNames[was.cites]}.`
  // To cite something new is asked of the partner, and so needs its acceptance; to cite nothing any more is freer.
  return [is.cites === 'none' ? widens(`${at}/cites`, text) : changes(`${at}/cites`, text)]
}

const compareTests = (was: PurposeTerm, is: PurposeTerm, at: string): TermsChange[] => {
  const [before, now] = [sufficientTests.indexOf(was.suffices), sufficientTests.indexOf(is.suffices)]
  if (before === now) return []
  const text = `For ${purposeNames[is.code]}, ${testNames[is.suffices]}; before, ${testNames[was.suffices]}.`
  return [now > before ? widens(`${at}/suffices`, text) : narrows(`${at}/suffices`, text)]
}

export const comparePurposes = (older: Terms, newer: Terms): TermsChange[] =>
  pairsOf(older.purposes, newer.purposes, each => each.code).flatMap(({ was, is, index }) => {
    const at = `/purposes/${index}`
    if (was && is) return [...compareCited(was, is, at), ...compareTests(was, is, at)]
    if (is) return [widens(at, `The partner may now ask for this purpose: ${purposeNames[is.code]}.`)]
    return was ? [narrows(at, `The partner may no longer ask for this purpose: ${purposeNames[was.code]}.`)] : []
  })
