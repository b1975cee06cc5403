import type { BodyOf, serveNotice } from '@pars/contract'
import { type NoticeKind, seatNoticeKinds } from '@pars/domain'
import type { FieldError } from '../../api.ts'
import { readCityInstant } from '../../form/city-instant.ts'
import { letterWords } from '../../words/letter.ts'

const { errors: words } = letterWords

export interface LetterForm {
  kind: (typeof seatNoticeKinds)[number] | ''
  recipient: string
  subject: string
  body: string
  released: boolean
  dueOn: string
  repliesTo: string
}

export const blankLetter: LetterForm = {
  kind: '',
  recipient: '',
  subject: '',
  body: '',
  released: false,
  dueOn: '',
  repliesTo: '',
}

export const isSeatKind = (kind: NoticeKind): kind is (typeof seatNoticeKinds)[number] =>
  seatNoticeKinds.some(each => each === kind)

/** A reply is due by the close of business of a typed day: 5 p.m. in the city. */
const readDue = (typed: string): { due: string | null; errors: FieldError[] } => {
  if (typed.trim() === '') return { due: null, errors: [] }
  const read = readCityInstant(typed, '17:00')
  return read.kind === 'instant'
    ? { due: read.instant, errors: [] }
    : { due: null, errors: [{ pointer: '/replyDueAt', message: words.dueOn }] }
}

/** The body of a notice or letter, or what is missing. */
export const readLetter = (form: LetterForm): { body?: BodyOf<typeof serveNotice>; errors: FieldError[] } => {
  const { due, errors: dueErrors } = readDue(form.dueOn)
  const errors: FieldError[] = [
    ...(form.kind === '' ? [{ pointer: '/kind', message: words.kind }] : []),
    ...(['recipient', 'subject', 'body'] as const).flatMap(name =>
      form[name].trim() === '' ? [{ pointer: `/${name}`, message: words[name] }] : [],
    ),
    ...dueErrors,
  ]
  if (errors.length > 0 || form.kind === '') return { errors }
  return {
    errors,
    body: {
      kind: form.kind,
      recipient: form.recipient.trim(),
      subject: form.subject.trim(),
      body: form.body.trim(),
      released: form.released,
      replyDueAt: due as BodyOf<typeof serveNotice>['replyDueAt'],
      repliesTo: form.repliesTo === '' ? null : form.repliesTo,
    },
  }
}
