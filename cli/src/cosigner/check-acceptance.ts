import { readBase64, toHex, utf8 } from '@pars/ledger'
import { sha256, verifyEd25519 } from '@pars/ledger/node'
import type { VoteFacts } from './check-votes.ts'
import { type Content, openSlotOf } from './laid-open.ts'
import type { ProvedEntry } from './log-reader.ts'
import { CosignerRefusal } from './refusal.ts'
import { isInForce } from './voting-keys.ts'

const hashOf = (text: string): string => toHex(sha256(utf8(text)))

/** Whether the text that was signed says what the acceptance's leaf says, about the very resolution that the ballots carried. */
const saysTheSame = (
  statement: string,
  { fields }: ProvedEntry['leaf'],
  ballot: ProvedEntry['leaf'],
  origin: string,
) => {
  const said = JSON.parse(statement) as Content
  return (
    hashOf(statement) === fields['statementHash'] &&
    said['format'] === 'pars-acceptance-1' &&
    said['decision'] === 'accepted' &&
    said['origin'] === origin &&
    said['version'] === fields['agreementVersion'] &&
    said['agreement'] === fields['agreement'] &&
    said['termsHash'] === fields['termsHash'] &&
    said['resolution'] === ballot.fields['resolution'] &&
    said['action'] === ballot.fields['action']
  )
}

/** The units that the terms name, which are the partner's. */
const unitsOf = (terms: string): unknown[] => {
  const { units } = JSON.parse(terms) as Content
  return Array.isArray(units) ? units.map(unit => (unit as Content)['code']) : []
}

/** Looks behind an acceptance: the partner's own signature, by a registered key of a unit that the accepted terms name. */
export const checkAcceptance = async (
  { source, origin, keys }: VoteFacts,
  acceptance: ProvedEntry,
  ballot: ProvedEntry,
): Promise<void> => {
  const { entry, leaf } = acceptance
  const { content, statement, terms } = await openSlotOf(source, acceptance, 'signature')
  if (statement === null || !saysTheSame(statement, leaf, ballot.leaf, origin))
    throw new CosignerRefusal(`the acceptance of entry ${entry} signed something else than its entry says`)
  if (terms === null || hashOf(terms) !== leaf.fields['termsHash'])
    throw new CosignerRefusal(`the log does not lay open the terms that entry ${entry} accepts`)
  const units = unitsOf(terms)
  const key = keys.find(
    one =>
      one.use === 'partner' && one.keyId === content['keyId'] && units.includes(one.holder) && isInForce(one, entry),
  )
  if (!key)
    throw new CosignerRefusal(
      `the acceptance of entry ${entry} is signed by no key that a unit of its terms had registered`,
    )
  const bytes = (value: unknown): Uint8Array => readBase64(String(value)) ?? new Uint8Array(0)
  if (!verifyEd25519(bytes(key.publicKey), utf8(statement), bytes(content['signature'])))
    throw new CosignerRefusal(`the signature of the acceptance of entry ${entry} is bad`)
}
