import { bailTermWords } from '@pars/domain'
import { useState } from 'react'
import { formatTime } from '../../format.ts'
import { Button, TextInput } from '../../ui/ui.ts'
import { hearingWords } from '../../words/hearing.ts'
import { useHearing } from '../hearing-context.ts'
import { Panel } from '../panel.tsx'
import { type AskAct, fieldsOfAsk, voices } from './read-ask.ts'
import { TermsInputs } from './terms-inputs.tsx'

const words = hearingWords.bail

interface AskColumnProps {
  act: AskAct
  title: string
  isRunning: boolean
  onEnter: (act: AskAct) => Promise<void>
}

type Ask = NonNullable<ReturnType<typeof useHearing>['docket']['bail']['request']>

const AskText = ({ ask }: { ask: Ask | null }) =>
  ask ? (
    <>
      <p className="hearing-fact">{bailTermWords(ask)}</p>
      {ask.note && <p className="hearing-note">{ask.note}</p>}
      <p className="hearing-quiet">{words.by(ask.madeBy, formatTime(ask.madeAt))}</p>
    </>
  ) : (
    <p className="hearing-quiet">{words.notEntered}</p>
  )

const AskEntry = ({ act, isRunning, onEnter, onKeep }: AskColumnProps & { onKeep: (() => void) | undefined }) => {
  const { form, set } = useHearing()
  return (
    <>
      <TermsInputs fields={form.ask} onChange={change => set('ask', change)} />
      <TextInput label={words.note} pointer="/note" value={form.ask.note} onChange={note => set('ask', { note })} />
      <div className="hearing-acts">
        <Button isRunning={isRunning} keys="Control+Enter" onClick={() => void onEnter(act)}>
          {words.enter[act]} <kbd>{hearingWords.act.key}</kbd>
        </Button>
        {onKeep && (
          <Button look="quiet" onClick={onKeep}>
            {words.keep}
          </Button>
        )}
      </div>
    </>
  )
}

/** One of the three statements beside the order: text for everybody, fields for the one whose it is. */
export const AskColumn = (props: AskColumnProps) => {
  const { act, title, onEnter } = props
  const { docket, mayNow, set } = useHearing()
  const ask = docket.bail[voices[act].fact]
  const [again, setAgain] = useState(false)
  const isMine = mayNow(act)
  const isEntry = isMine && (ask === null || again)
  const enter = async (given: AskAct) => {
    await onEnter(given)
    setAgain(false)
  }
  const change = () => {
    if (ask) set('ask', fieldsOfAsk(ask))
    setAgain(true)
  }
  return (
    <Panel
      title={title}
      owner={voices[act].party}
      className={isEntry ? 'hearing-ask hearing-bail__own' : 'hearing-ask'}
    >
      {isEntry ? (
        <AskEntry {...props} onEnter={enter} onKeep={ask ? () => setAgain(false) : undefined} />
      ) : (
        <>
          <AskText ask={ask} />
          {isMine && (
            <Button look="outline" size="row" onClick={change}>
              {words.change}
            </Button>
          )}
        </>
      )}
    </Panel>
  )
}
