import { viewPartnerMe } from '@pars/contract'
import { lastDayOf } from '@pars/domain'
import { useEffect, useRef } from 'react'
import { callOnce, problemFrom } from '../../api.ts'
import { formatSecond } from '../../format.ts'
import { Receipt } from '../../ui/ui.ts'
import { consoleWords } from '../../words/partner.ts'
import { type Ended, goDark } from './ended.ts'
import { isEnd } from './refusal-of.ts'

const words = consoleWords.end

const sentenceOf = ({ term, endsAt }: Ended): string => {
  if (term === 'sign-in-ended') return words.signIn
  if (term !== 'agreement-ended' && term !== 'agreement-terminated') return words.stopped
  // A page that was opened after the end was refused before it could read the terms: it knows no date, and says none.
  if (endsAt === null) return words.over
  return term === 'agreement-ended' ? words.ended(lastDayOf(endsAt)) : words.terminated(lastDayOf(endsAt))
}

/** Asks once what the database says of it, so that the first refusal is on record; a newer version that goes on loads the page anew. */
const useFirstRefusal = (ended: Ended): void => {
  const isAsking = useRef(false)
  useEffect(() => {
    if (ended.entryId !== null || isAsking.current) return
    isAsking.current = true
    let timer: ReturnType<typeof setTimeout>
    const ask = async (tries: number): Promise<void> => {
      try {
        const { agreements } = await callOnce(viewPartnerMe)
        // The clock here ran ahead of the city's: what still stands is asked again in a moment.
        const isOn = agreements.some(({ standing }) => standing === 'in-force')
        if (isOn && tries > 5) return location.reload()
        if (isOn) timer = setTimeout(() => void ask(tries + 1), 1000)
      } catch (error) {
        const problem = problemFrom(error)
        if (isEnd(problem)) goDark({ term: problem.term, endsAt: ended.endsAt, entryId: problem.entryId ?? null })
      }
    }
    void ask(0)
    return () => clearTimeout(timer)
  }, [ended])
}

/** One sentence, and nothing of what was there. */
export const Dark = ({ ended }: { ended: Ended }) => {
  useFirstRefusal(ended)
  const heading = useRef<HTMLHeadingElement>(null)
  const sentence = sentenceOf(ended)
  useEffect(() => {
    document.title = sentence
    heading.current?.focus()
  }, [sentence])
  return (
    <main className="console-dark" id="main">
      <h1 tabIndex={-1} ref={heading}>
        {sentence}
      </h1>
      <p>{ended.lastAnswerAt ? words.lastAnswer(formatSecond(ended.lastAnswerAt)) : words.noAnswer}</p>
      {ended.term !== 'sign-in-ended' && (
        <p aria-live="polite">
          {ended.refusedAt ? words.firstRefusal(formatSecond(ended.refusedAt)) : words.refusing}{' '}
          {ended.entryId && <Receipt receipt={{ entryId: ended.entryId, number: null }} />}
        </p>
      )}
      <p className="console-dark__after">{words.after}</p>
      <p>
        <a className="console-dark__again" href="/partner-sign-in?to=/partner">
          {words.again}
        </a>
      </p>
    </main>
  )
}
