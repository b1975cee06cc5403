import { type ReplyState, replyStateOf } from '@pars/domain'
import { useState } from 'react'
import { useCityMinute } from '../../clock.ts'
import { formatDateTime, formatDay, formatNumber } from '../../format.ts'
import { useMe } from '../../me.ts'
import { Button } from '../../ui/ui.ts'
import { agreementWords, noticeKindWords, seatWords } from '../../words/agreements.ts'
import type { Agreement } from './duty-state.ts'
import { ServeDialog } from './serve-dialog.tsx'

const words = agreementWords.letters
type Letter = Agreement['notices'][number]

/** Whether a reply is on file, said alike of both sides. */
export const ReplyLine = ({ state }: { state: ReplyState }) => {
  switch (state.kind) {
    case 'none-asked':
      return null
    case 'waits':
      return <p className="agreements-quiet">{words.due(formatDay(state.due))}</p>
    case 'no-reply':
      return <p className="letters-missing">{words.noReply(state.by)}</p>
    case 'replied':
      return <p className="agreements-quiet">{words.replied(formatDay(state.at))}</p>
    case 'replied-late':
      return <p className="letters-missing">{words.repliedLate(formatDay(state.at), state.by)}</p>
  }
}

const LetterItem = ({ letter, letters }: { letter: Letter; letters: readonly Letter[] }) => {
  const now = useCityMinute()
  const answered = letters.find(({ noticeId }) => noticeId === letter.repliesTo)
  const who = letter.servedBy === 'partner' ? words.partner : seatWords[letter.servedBy]
  return (
    <li className="letters-item">
      <time className="letters-item__day" dateTime={letter.servedAt} title={formatDateTime(letter.servedAt)}>
        {formatDay(letter.servedAt)}
      </time>
      <div>
        <h3 className="letters-item__subject">{letter.subject}</h3>
        <p className="agreements-quiet">
          {noticeKindWords[letter.kind]}. {words.from(who, letter.officer)}, {words.to(letter.recipient)}
          {letter.number !== null && `, ${words.entry(formatNumber(letter.number))}`};{' '}
          {letter.released ? words.released : words.kept}.
        </p>
        {answered && <p className="agreements-quiet">{words.repliesTo(answered.subject)}</p>}
        <p className="agreements-prose">{letter.body}</p>
        <ReplyLine state={replyStateOf(letter, letters, now)} />
      </div>
    </li>
  )
}

/** Notices and letters of both sides, newest first, each with the date that is the act. */
export const LettersPart = ({ agreement }: { agreement: Agreement }) => {
  const { may } = useMe()
  const [isServing, setServing] = useState(false)
  const { notices } = agreement
  return (
    <section aria-labelledby="letters-part">
      <h2 className="pars-section__title" id="letters-part">
        {words.title}
      </h2>
      {may('notice.serve') && (
        <p>
          <Button look="outline" size="row" onClick={() => setServing(true)}>
            {words.serve}
          </Button>
        </p>
      )}
      {notices.length === 0 && <p className="agreements-quiet">{words.none}</p>}
      <ol className="letters-list">
        {notices
          .toSorted((a, b) => Date.parse(b.servedAt) - Date.parse(a.servedAt))
          .map(letter => (
            <LetterItem key={letter.noticeId} letter={letter} letters={notices} />
          ))}
      </ol>
      {isServing && <ServeDialog agreement={agreement} onClose={() => setServing(false)} />}
    </section>
  )
}
