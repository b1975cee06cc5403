import { useMe } from '../me.ts'
import { recordWords, searchWords } from '../words/words.ts'
import type { purposeOf } from './purpose-of.ts'

/** That somebody looked is on record too; says so where they look. A visitor of a rehearsal leaves no entry. */
export const LookedLine = ({ access }: { access: ReturnType<typeof purposeOf> }) => {
  const { account } = useMe()
  if (!account) return null
  const purpose = searchWords.purposes[access.purpose ?? 'own-duty']
  return <p className="record-quiet">{recordWords.looked(purpose, access.forWhom ?? recordWords.ownSeat)}</p>
}
