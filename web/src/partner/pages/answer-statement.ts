import { type AcceptanceParts, acceptanceStatement, canonicalText, type Json } from '@pars/terms'

const parts = [
  'origin',
  'agreement',
  'version',
  'resolution',
  'action',
  'termsHash',
  'sqlHash',
  'proseHash',
] as const satisfies readonly (keyof AcceptanceParts)[]

/** The parts of the statement that the door offers; undefined where it is not exactly an acceptance in its one spelling. */
const readOffered = (offered: string): Omit<AcceptanceParts, 'decision' | 'term'> | undefined => {
  try {
    const said = JSON.parse(offered) as Record<string, Json>
    if (canonicalText(said) !== offered || said['format'] !== 'pars-acceptance-1') return undefined
    const found = Object.fromEntries(parts.map(part => [part, said[part]])) as unknown as AcceptanceParts
    return acceptanceStatement({ ...found, decision: 'accepted', term: null }) === offered ? found : undefined
  } catch {
    return undefined
  }
}

interface Voted {
  termsHash: string
  sqlHash: string
}

/**
 * What the unit's key signs to accept exactly these texts, or to reject a term of them. The hashes are those that this browser computed;
 * undefined where the statement on offer is about other texts.
 */
export const statementOf = (
  offered: string,
  computed: Voted,
  { decision, term }: Pick<AcceptanceParts, 'decision' | 'term'>,
): string | undefined => {
  const found = readOffered(offered)
  if (!found || found.termsHash !== computed.termsHash || found.sqlHash !== computed.sqlHash) return undefined
  return acceptanceStatement({ ...found, decision, term })
}
