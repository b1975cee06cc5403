import { type FeedEvent, followFeed, type InquiryAnswer } from '@pars/contract'
import { useEffect, useState } from 'react'
import { formatSecond } from '../../format.ts'
import { Button } from '../../ui/ui.ts'
import { consoleWords } from '../../words/partner.ts'
import { goDark, noteAnswer } from '../end/ended.ts'
import { RecordCard } from './record-card.tsx'

const words = consoleWords.answer
const everySeconds = '15'

const addressOf = (asked: Record<string, unknown>, cursor: string | null): string => {
  const cites = asked['cites'] as { kind: string; value: string } | null
  const query = new URLSearchParams({
    agreement: String(asked['agreement']),
    purpose: String(asked['purpose']),
    behalf: String(asked['behalf']),
    every: everySeconds,
    ...(cites ? { citesKind: cites.kind, citesValue: cites.value } : {}),
    ...(cursor === null ? {} : { cursor }),
  })
  return `${followFeed.path}?${query}`
}

interface Following {
  asked: Record<string, unknown>
  cursor: string | null
}

/** What came by the stream since it was opened, newest first. It is gone when the stream is. */
const useFeed = ({ asked, cursor }: Following, isOn: boolean): readonly InquiryAnswer[] => {
  const [answers, setAnswers] = useState<readonly InquiryAnswer[]>([])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the stream goes on by itself from the cursor that it began with.
  useEffect(() => {
    if (!isOn) return
    const source = new EventSource(addressOf(asked, cursor))
    source.onmessage = ({ data }: MessageEvent<string>) => {
      const event = JSON.parse(data) as FeedEvent
      if (event.kind === 'answered') {
        noteAnswer(event.answer.askedAt)
        if (event.answer.rows.length > 0) setAnswers(before => [event.answer, ...before].slice(0, 50))
        return
      }
      source.close()
      setAnswers([])
      goDark({ term: event.term, endsAt: null, entryId: event.entryId })
    }
    return () => {
      source.close()
      setAnswers([])
    }
  }, [isOn])
  return answers
}

/** Follows a feed by itself: the stream ends in the second in which the agreement ends. */
export const FeedFollower = ({ asked, cursor }: Following) => {
  const [isOn, setOn] = useState(false)
  const answers = useFeed({ asked, cursor }, isOn)
  return (
    <section className="console-feed">
      <Button look="outline" size="row" onClick={() => setOn(on => !on)}>
        {isOn ? words.unfollow : words.follow}
      </Button>{' '}
      {isOn && <span className="console-quiet">{words.following}</span>}
      {answers.map(answer => (
        <div key={answer.inquiryId}>
          <p className="console-quiet">{formatSecond(answer.askedAt)}</p>
          {answer.rows.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows carry no identity of their own, on purpose.
            <RecordCard key={index} row={row} />
          ))}
        </div>
      ))}
    </section>
  )
}
