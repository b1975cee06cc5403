import type { InquiryAnswer } from '@pars/contract'
import { useEffect, useRef } from 'react'
import { formatSecond } from '../../format.ts'
import { Button, Receipt } from '../../ui/ui.ts'
import { consoleWords } from '../../words/partner.ts'
import { InquiryReceipt } from '../inquiry-receipt.tsx'
import type { Allowance } from '../use-own.ts'
import { inWords } from './question-fields.tsx'
import { RecordCard } from './record-card.tsx'

const words = consoleWords.answer

const fileOf = ({ token, agreement }: InquiryAnswer, format: string): string =>
  `/api/partner/answers/${token}?${new URLSearchParams({ agreement, format })}`

/** Files hold only the classes that may leave; where there is none, there is no file. */
const Files = ({ answer, allowed }: { answer: InquiryAnswer; allowed: Allowance }) => {
  const classes = allowed.classes.filter(each => each.exportable)
  if (answer.token === null || classes.length === 0 || answer.rows.length === 0) return null
  return (
    <p className="console-files">
      <a href={fileOf(answer, 'csv')} download>
        {words.csv}
      </a>{' '}
      <a href={fileOf(answer, 'json')} download>
        {words.json}
      </a>{' '}
      <span className="console-quiet">
        {words.exportNote(classes.map(each => inWords(words.classes, each.class)).join(', '))}
      </span>
    </p>
  )
}

/** What goes with every answer: whose file it is and of when, and to whom it may be passed on. */
const Notice = ({ notice }: Pick<InquiryAnswer, 'notice'>) => (
  <aside className="console-notice">
    <h3>{words.notice}</h3>
    <p>
      {notice.file} {words.asOf(formatSecond(notice.asOf))} <strong>{notice.passOn}</strong> {notice.match}
    </p>
  </aside>
)

interface AnswerViewProps {
  answer: InquiryAnswer
  allowed: Allowance
  /** Asks on from where a feed stands; absent for every other question. */
  onMore: (() => void) | undefined
  onAgain: () => void
}

/** An answer with its receipt and its notice; or the one sentence, whatever is behind it. */
export const AnswerView = ({ answer, allowed, onMore, onAgain }: AnswerViewProps) => {
  const heading = useRef<HTMLHeadingElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new answer takes the focus again.
  useEffect(() => heading.current?.focus(), [answer.inquiryId])
  return (
    <section className="console-answer" aria-labelledby="answer">
      <h2 id="answer" tabIndex={-1} ref={heading}>
        {answer.say ?? words.title(answer.rows.length)}
      </h2>
      <p className="console-quiet">
        {words.as(inWords(consoleWords.ask.questions, answer.question), formatSecond(answer.askedAt))}.{' '}
        <Receipt key={answer.entryId} receipt={{ entryId: answer.entryId, number: null }} />
      </p>
      {answer.rows.map((row, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows carry no identity of their own, on purpose.
        <RecordCard key={index} row={row} />
      ))}
      <Files answer={answer} allowed={allowed} />
      <Notice notice={answer.notice} />
      <InquiryReceipt key={answer.entryId} entryId={answer.entryId} />
      <div className="pars-acts">
        {onMore && <Button onClick={onMore}>{words.more}</Button>}
        <Button look="outline" onClick={onAgain}>
          {consoleWords.ask.again}
        </Button>
      </div>
    </section>
  )
}
