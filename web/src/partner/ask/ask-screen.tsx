import { lastDayOf } from '@pars/domain'
import { useState } from 'react'
import { formatDay } from '../../format.ts'
import { Page, Select } from '../../ui/ui.ts'
import { consoleWords } from '../../words/partner.ts'
import { type Allowance, useOwn } from '../use-own.ts'
import { AnswerView } from './answer-view.tsx'
import { AskForm } from './ask-form.tsx'
import { FeedFollower } from './feed-follower.tsx'
import { RefusalView } from './refusal-view.tsx'
import { useAsk } from './use-ask.ts'

const words = consoleWords.ask

const standingSentence = ({ standing, startsAt, endsAt }: Allowance): string | undefined => {
  if (standing === 'not-begun') return consoleWords.standings['not-begun'](formatDay(startsAt))
  if (standing === 'ended') return consoleWords.standings.ended(lastDayOf(endsAt))
  if (standing === 'unconfirmed') return consoleWords.standings.unconfirmed
  return standing === 'stopped' ? consoleWords.standings.stopped : undefined
}

/** Asking under one agreement: the form stays on the left, what came of it stands beside it. */
const Under = ({ allowed }: { allowed: Allowance }) => {
  const asking = useAsk()
  const { answer, asked, refusal } = asking
  const sentence = standingSentence(allowed)
  if (sentence) return <p className="console-sentence">{sentence}</p>
  const isFeed = answer?.question === 'feed'
  const more =
    isFeed && asked ? () => asking.ask({ question: 'feed', body: { ...asked.body, cursor: answer.cursor } }) : undefined
  return (
    <div className="console-ask">
      <AskForm allowed={allowed} asking={asking} />
      <div className="console-outcome" aria-live="polite">
        {answer && <AnswerView answer={answer} allowed={allowed} onMore={more} onAgain={asking.forget} />}
        {isFeed && asked && <FeedFollower asked={asked.body} cursor={answer.cursor} />}
        {refusal && <RefusalView refusal={refusal} onAgain={asking.forget} />}
      </div>
    </div>
  )
}

const Choose = ({ agreements }: { agreements: readonly Allowance[] }) => {
  const [code, setCode] = useState<string>()
  const allowed = agreements.find(({ agreement }) => agreement === code) ?? agreements[0]
  if (!allowed) return null
  return (
    <>
      {agreements.length > 1 && (
        <div className="pars-form">
          <Select
            label={words.agreement}
            pointer="/agreement"
            value={allowed.agreement}
            choices={agreements.map(each => ({
              value: each.agreement,
              words: words.agreementLine(each.agreement, each.version),
            }))}
            onChange={setCode}
          />
        </div>
      )}
      <Under key={`${allowed.agreement} ${allowed.version}`} allowed={allowed} />
    </>
  )
}

const rank = { 'in-force': 0, unconfirmed: 1, stopped: 2, 'not-begun': 3, ended: 4 } as const

/** Ask about one person for a purpose: an answer in a second, or a refusal that names the term. */
export const AskScreen = () => {
  const { own } = useOwn()
  const agreements = (own?.agreements ?? []).toSorted((a, b) => rank[a.standing] - rank[b.standing])
  return (
    <Page title={agreements.length > 0 ? words.title : words.titleNone} tab={consoleWords.tab}>
      <Choose agreements={agreements} />
    </Page>
  )
}
