import { type AnswerOf, listLetters, sendLetter } from '@pars/contract'
import { noticeKinds, replyStateOf, seats } from '@pars/domain'
import { useState } from 'react'
import { ReplyLine } from '../../agreements/agreement/letters-part.tsx'
import { type FieldError, useAct } from '../../api.ts'
import { useCityMinute } from '../../clock.ts'
import { showDone } from '../../done.ts'
import { choicesOf } from '../../form/choices-of.ts'
import { formatDay } from '../../format.ts'
import { Button, Dialog, Form, Loading, Page, Problem, Select, TextArea, TextInput } from '../../ui/ui.ts'
import { noticeKindWords, seatWords } from '../../words/agreements.ts'
import { consoleWords } from '../../words/partner.ts'
import { newNonce } from '../nonce.ts'
import { type Own, useOwn, useOwnCall } from '../use-own.ts'

const words = consoleWords.letters
type Letter = AnswerOf<typeof listLetters>['letters'][number]
type Kind = keyof typeof words.kinds

const kindWords = (kind: string): string => {
  const known = noticeKinds.find(each => each === kind)
  return known ? noticeKindWords[known] : kind
}
const fromWords = (servedBy: string): string => {
  const seat = seats.find(each => each === servedBy)
  return seat ? seatWords[seat] : words.us
}

const blank = { agreement: '', kind: 'letter' as Kind, repliesTo: '', subject: '', body: '' }

const missing = ({ agreement, subject, body }: typeof blank): FieldError[] => [
  ...(agreement === '' ? [{ pointer: '/agreement', message: words.errors.agreement }] : []),
  ...(subject.trim() === '' ? [{ pointer: '/subject', message: words.errors.subject }] : []),
  ...(body.trim() === '' ? [{ pointer: '/body', message: words.errors.body }] : []),
]

interface WriteProps {
  own: Own
  letters: readonly Letter[]
  onClose: () => void
}

const WriteDialog = ({ own, letters, onClose }: WriteProps) => {
  const codes = [...new Set([...own.agreements, ...letters].map(({ agreement }) => agreement))]
  const [form, setForm] = useState({ ...blank, agreement: codes.length === 1 ? (codes[0] ?? '') : '' })
  const [errors, setErrors] = useState<FieldError[]>([])
  const change = (part: Partial<typeof blank>) => setForm(now => ({ ...now, ...part }))
  const received = letters.filter(each => each.servedBy !== 'partner' && each.agreement === form.agreement)
  const act = useAct(sendLetter, () => {
    showDone({ words: words.done, receipt: null })
    onClose()
  })
  const send = () => {
    const found = missing(form)
    setErrors(found)
    const { agreement, kind, subject, body } = form
    const repliesTo = form.repliesTo === '' ? null : form.repliesTo
    if (found.length === 0)
      act.run({ body: { agreement, kind, subject: subject.trim(), body: body.trim(), repliesTo, nonce: newNonce() } })
  }
  return (
    <Dialog title={words.dialogTitle} onClose={onClose}>
      <p>{words.says}</p>
      <Form onSubmit={send} errors={errors} problem={act.problem}>
        <Select
          label={words.agreement}
          pointer="/agreement"
          value={form.agreement}
          empty="–"
          choices={codes.map(value => ({ value, words: value }))}
          onChange={agreement => change({ agreement, repliesTo: '' })}
        />
        <Select
          label={words.kind}
          pointer="/kind"
          value={form.kind}
          choices={choicesOf(words.kinds)}
          onChange={kind => change({ kind })}
        />
        {received.length > 0 && (
          <Select
            label={words.repliesTo}
            pointer="/repliesTo"
            value={form.repliesTo}
            optional
            empty={words.repliesToNone}
            choices={received.map(each => ({
              value: each.noticeId,
              words: `${formatDay(each.servedAt)}: ${each.subject}`,
            }))}
            onChange={repliesTo => change({ repliesTo, kind: 'reply' })}
          />
        )}
        <TextInput
          label={words.subject}
          pointer="/subject"
          value={form.subject}
          onChange={subject => change({ subject })}
        />
        <TextArea label={words.body} pointer="/body" rows={7} value={form.body} onChange={body => change({ body })} />
        <div className="pars-acts">
          <Button type="submit" isRunning={act.isRunning}>
            {words.send}
          </Button>
          <Button look="quiet" onClick={onClose}>
            {words.cancel}
          </Button>
        </div>
      </Form>
    </Dialog>
  )
}

const Item = ({ letter, letters }: { letter: Letter; letters: readonly Letter[] }) => {
  const now = useCityMinute()
  return (
    <li className="letters-item">
      <time className="letters-item__day" dateTime={letter.servedAt}>
        {formatDay(letter.servedAt)}
      </time>
      <div>
        <h2 className="letters-item__subject">{letter.subject}</h2>
        <p className="console-quiet">
          {kindWords(letter.kind)}. {words.from(fromWords(letter.servedBy))}, {letter.agreement}
        </p>
        <p className="agreements-prose">{letter.body}</p>
        <ReplyLine state={replyStateOf(letter, letters, now)} />
      </div>
    </li>
  )
}

/** Notices and letters of both sides, with the dates on which they were served. */
export const LettersScreen = () => {
  const { own } = useOwn()
  const [isWriting, setWriting] = useState(false)
  const { data, problem, reload } = useOwnCall(listLetters)
  const said = problem && <Problem problem={problem} onReload={() => void reload()} />
  if (!data) return <Page title={consoleWords.nav.letters}>{said ?? <Loading />}</Page>
  const { letters } = data
  return (
    <Page
      title={words.title(letters.length)}
      tab={consoleWords.nav.letters}
      action={own?.officer?.coordinator && <Button onClick={() => setWriting(true)}>{words.write}</Button>}
    >
      {said}
      <ol className="letters-list">
        {letters.map(letter => (
          <Item key={letter.noticeId} letter={letter} letters={letters} />
        ))}
      </ol>
      {isWriting && own && <WriteDialog own={own} letters={letters} onClose={() => setWriting(false)} />}
    </Page>
  )
}
