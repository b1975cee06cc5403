import type { EntryId } from '@pars/domain'
import { refuse } from '@pars/domain'
import type { Read } from '../db/statement.ts'
import { uuidOf } from '../db/transaction.ts'
import type { VerbContext } from '../verb.ts'
import { type AgreementRow, selectAgreement } from './agreements.sql.ts'

export const noSuchAgreement = refuse('not-found', 'There is no such agreement. Look for it in the list of agreements.')

export const findAgreement = (read: Read, agreementId: string): Promise<AgreementRow | undefined> =>
  read.find<AgreementRow & { [column: string]: unknown }>(selectAgreement(uuidOf('agm', agreementId)))

/** Whose act a row is: seat, person, time and entry. */
export const madeColumns = ({ actor, now }: VerbContext, entry: EntryId) => ({
  seat: actor.party,
  made_by: uuidOf('acc', actor.accountId),
  made_at: now,
  entry_id: uuidOf('ent', entry),
})
