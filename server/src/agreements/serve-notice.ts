import {
  type AgreementId,
  acceptNotice,
  type EntryId,
  isRefused,
  type NoticeId,
  type NoticeKind,
  type NoticeOffered,
  type Seat,
} from '@pars/domain'
import { insertRow } from '../db/insert-row.sql.ts'
import { newId } from '../db/new-id.ts'
import { type Tx, uuidOf } from '../db/transaction.ts'
import { actedBy, appendConduct } from '../journal/append-conduct.ts'
import { type VerbContext, verb } from '../verb.ts'
import { standingOf } from './agreement-standing.ts'
import { type AgreementRow, selectNoticeOf } from './agreements.sql.ts'
import { findAgreement, noSuchAgreement } from './paper-rows.ts'

export interface NoticeGiven extends NoticeOffered {
  kind: NoticeKind
  released: boolean
  repliesTo: NoticeId | null
}

/** Writes a notice with its entry: that it was served, by whom and of what kind is public, what it says is committed. */
export const insertNotice = async (
  tx: Tx,
  ctx: VerbContext,
  { agreement, notice }: { agreement: AgreementRow; notice: NoticeGiven },
): Promise<{ noticeId: NoticeId; entry: EntryId }> => {
  const noticeId = newId('ntc') as NoticeId
  const entry = await appendConduct(tx, {
    kind: 'notice.served',
    fields: {
      agreement: agreement.code,
      agreementVersion: standingOf(agreement, ctx.now).version ?? 1,
      notice: notice.kind,
      servedBy: ctx.actor.party as Seat,
    },
    slots: {
      officer: actedBy(ctx, noticeId),
      recipient: notice.recipient,
      text: {
        subject: notice.subject,
        body: notice.body,
        released: notice.released,
        replyDueAt: notice.replyDueAt,
        repliesTo: notice.repliesTo,
      },
    },
  })
  await tx.write(
    insertRow('agreement.notice', {
      notice_id: uuidOf('ntc', noticeId),
      agreement_id: agreement.agreement_id,
      kind: notice.kind,
      served_by: ctx.actor.party,
      officer: ctx.actor.accountId,
      recipient: notice.recipient,
      subject: notice.subject,
      body: notice.body,
      released: notice.released,
      reply_due_at: notice.replyDueAt,
      replies_to: notice.repliesTo && uuidOf('ntc', notice.repliesTo),
      served_at: ctx.now,
      made_by: uuidOf('acc', ctx.actor.accountId),
      entry_id: uuidOf('ent', entry),
    }),
  )
  return { noticeId, entry }
}

/** Serves a notice or letter on the partner. */
export const serveNotice = verb(
  'notice.serve',
  async (tx: Tx, ctx: VerbContext, given: NoticeGiven & { agreementId: AgreementId }) => {
    const agreement = await findAgreement(tx, given.agreementId)
    if (!agreement) return noSuchAgreement
    const answersKnown =
      given.repliesTo === null ||
      (await tx.find(selectNoticeOf(agreement.agreement_id, uuidOf('ntc', given.repliesTo)))) !== undefined
    const decision = acceptNotice({ answersKnown }, given, ctx.now)
    if (isRefused(decision)) return decision
    const { noticeId, entry } = await insertNotice(tx, ctx, { agreement, notice: given })
    return { noticeId, receipt: { entryId: entry, number: null } }
  },
)
