import { findRow } from '../db/direct.ts'
import { HttpProblem } from '../http/problem.ts'
import type { SignedText } from './acts.sql.ts'
import type { Asker } from './asker.ts'
import type { PartnerDoor } from './door.ts'
import { type AskerRow, callFindAsker } from './partner.sql.ts'
import { isSignedBy } from './signature/check-signature.ts'

const refuse = (reason: string, sentence: string): never => {
  throw new HttpProblem(422, reason, sentence)
}

/** Whether a key of this unit, not stopped, signed exactly the text that the act must say. Throws a problem where not. */
export const checkSigned = async (
  door: PartnerDoor,
  asker: Asker,
  sent: { statement: string; keyId: string; signature: string },
  fault: { say: string } | undefined,
): Promise<SignedText> => {
  if (fault) return refuse('statement-differs', fault.say)
  const row = await findRow<AskerRow & { [column: string]: unknown }>(
    door.pools.of(asker.partner),
    callFindAsker(sent.keyId, null),
  )
  if (!row || row.unit !== asker.unit || row.stopped)
    return refuse('key-not-yours', 'No key of this unit that is in use has this id.')
  const signature = Buffer.from(sent.signature, 'base64')
  if (signature.length !== 64 || !(await isSignedBy(row.public_key, Buffer.from(sent.statement), signature)))
    return refuse('signature-invalid', 'The key did not sign this statement, byte for byte. Sign it again.')
  return { statement: sent.statement, keyId: sent.keyId, signature }
}
