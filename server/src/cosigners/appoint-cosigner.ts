import { acceptCosigner, isRefused, refuse, type Seat } from '@pars/domain'
import { formatVkey, parseVkey } from '@pars/ledger'
import { sha256 } from '@pars/ledger/node'
import { insertRow } from '../db/insert-row.sql.ts'
import { type Tx, uuidOf } from '../db/transaction.ts'
import { actedBy, appendConduct } from '../journal/append-conduct.ts'
import { type VerbContext, verb } from '../verb.ts'
import { selectCosigners } from './cosigners.sql.ts'

interface CosignerRow {
  name: string
  seat: Seat
  vkey: string
  [column: string]: unknown
}

const slotsOf = (row: { name: string; vkey: string }, ctx: VerbContext) => ({
  holder: row.name,
  key: { keyId: row.name, algorithm: 'ed25519', publicKey: row.vkey.split('+').slice(2).join('+') },
  approval: { by: actedBy(ctx) },
})

/** Appoints the actor's seat's cosigner, and ends the one before it: both are said in the public log. */
export const appointCosigner = verb('cosigner.appoint', async (tx: Tx, ctx: VerbContext, given: { vkey: string }) => {
  const key = parseVkey(sha256, given.vkey)
  if (!key.ok || key.value.algorithm !== 'cosignature')
    return refuse('key-malformed', 'This is not the verifier key of a cosigner. Copy the line that it prints.', 'vkey')
  const { name } = key.value
  const vkey = formatVkey(key.value)
  const seat = ctx.actor.party as Seat
  const known = await tx.rows<CosignerRow>(selectCosigners)
  const decision = acceptCosigner({
    nameTaken: known.some(one => one.name === name),
    keyTaken: known.some(one => one.vkey.split('+')[2] === vkey.split('+')[2]),
  })
  if (isRefused(decision)) return decision
  const before = known.filter(one => one.seat === seat).at(-1)
  const fields = { use: 'cosigner', algorithm: 'ed25519', seat, unit: null } as const
  if (before)
    await appendConduct(tx, {
      kind: 'key.revoked',
      fields: { ...fields, vkey: before.vkey },
      slots: slotsOf(before, ctx),
    })
  const entry = await appendConduct(tx, {
    kind: 'key.registered',
    fields: { ...fields, vkey },
    slots: slotsOf({ name, vkey }, ctx),
  })
  await tx.write(
    insertRow('journal.cosigner', {
      name,
      seat,
      vkey,
      made_by: uuidOf('acc', ctx.actor.accountId),
      made_at: ctx.now,
      entry_id: uuidOf('ent', entry),
    }),
  )
  return { name, seat, receipt: { entryId: entry, number: null } }
})
