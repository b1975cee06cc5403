import type { ArrestId, ArrestReport, VictimOrWitness } from '@pars/domain'
import type { Read } from '../db/statement.ts'
import { uuidOf } from '../db/transaction.ts'
import { selectNarrative, selectVersion } from './arrests.sql.ts'

/** The report of an arrest as saved, without the SSN: its ciphertext comes back to nobody. Throws when there is none. */
export const loadSavedReport = async (
  read: Read,
  arrestId: ArrestId,
  version: number,
): Promise<{ report: ArrestReport }> => {
  const uuid = uuidOf('arr', arrestId)
  const saved = await read.find<{ version: number; content: Omit<ArrestReport, 'narrative' | 'victimsAndWitnesses'> }>(
    selectVersion(uuid, null),
  )
  const words = await read.find<{ narrative: string; parties: VictimOrWitness[] }>(selectNarrative(uuid, version))
  if (!saved || !words || saved.version !== version) throw new Error('a locked arrest has no such version')
  return {
    report: {
      ...saved.content,
      person: { ...saved.content.person, ssn: null },
      narrative: words.narrative,
      victimsAndWitnesses: words.parties,
    },
  }
}
