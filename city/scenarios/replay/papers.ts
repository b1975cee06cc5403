import { listLetters, newNonce, sendLetter, serveNotice, setPartnerSwitch, viewAgreement } from '@pars/contract'
import type { Count, Deed } from '../story.ts'
import { momentOf, type Stage } from './stage.ts'

type Of<K extends Deed['kind']> = Extract<Deed, { kind: K }>

const countFor = async (stage: Stage, evidence: Count): Promise<number> => {
  const after = evidence.after === undefined ? 0 : (stage.places.get(evidence.after) ?? 0)
  return stage.options.count(evidence, { after, through: await stage.settle() })
}

/** Serves a notice on a partner; what it says of the log was counted from the log a moment before. */
export const serve = async (stage: Stage, name: string, deed: Of<'notice'>) => {
  const partner = stage.partner(deed.partner)
  const counted = deed.evidence && (await countFor(stage, deed.evidence))
  const solicitor = await stage.as('city-solicitor')
  const { noticeId, receipt } = await solicitor.call(serveNotice, {
    params: { agreementId: partner.agreementId ?? '' },
    body: {
      kind: deed.notice,
      recipient: partner.about.officer,
      subject: deed.subject,
      body: counted === undefined ? deed.body : deed.body.replace('{count}', String(counted)),
      released: true,
      replyDueAt: deed.replyDueAt === undefined ? null : new Date(momentOf(deed.replyDueAt)).toISOString(),
      repliesTo: deed.repliesTo === undefined ? null : stage.idOf(deed.repliesTo),
    },
  })
  stage.made.set(name, noticeId)
  return { entryId: receipt.entryId, counted }
}

/** A letter of the partner's own, through its door. Answers its entry, as the custodians read it. */
export const write = async (stage: Stage, name: string, deed: Of<'letter'>): Promise<string> => {
  const { client, officerId, about, agreementId = '' } = stage.partner(deed.partner)
  const repliesTo = deed.repliesTo === undefined ? null : stage.idOf(deed.repliesTo)
  const body = { kind: deed.letter, subject: deed.subject, body: deed.body, repliesTo }
  const common = { agreement: about.agreement, officer: officerId, nonce: newNonce() }
  const { noticeId } = await client.call(sendLetter, { body: { ...common, ...body } })
  stage.made.set(name, noticeId)
  const { notices } = await (await stage.as('court-clerk')).call(viewAgreement, { params: { agreementId } })
  return notices.find(notice => notice.noticeId === noticeId)?.entryId ?? ''
}

/** How many replies to a letter are on file, and by when one was due, as the partner itself reads the file. */
export const findReplies = async (stage: Stage, deed: Of<'no-reply'>) => {
  const noticeId = stage.idOf(deed.to)
  const { letters } = await stage.partner(deed.partner).client.call(listLetters)
  const asked = letters.find(letter => letter.noticeId === noticeId)
  const replies = letters.filter(({ repliesTo, kind }) => repliesTo === noticeId && kind === 'reply')
  return { dueAt: asked?.replyDueAt ?? null, replies: replies.length }
}

/** Stops a unit or lets it go on. Answers the entry. */
export const flip = async (stage: Stage, { partner, stopped, reason }: Of<'switch'>): Promise<string> => {
  const solicitor = await stage.as('police-representative')
  const body = { subjectKind: 'unit' as const, subjectId: stage.partner(partner).unitId, stopped, reason }
  return (await solicitor.call(setPartnerSwitch, { body })).receipt.entryId
}
