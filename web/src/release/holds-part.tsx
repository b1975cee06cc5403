import type { ArrestRecord } from '@pars/contract'
import { useState } from 'react'
import { formatDateTime } from '../format.ts'
import { Button } from '../ui/ui.ts'
import { releaseWords } from '../words/release.ts'
import { holdWords } from '../words/words.ts'
import { LiftHoldDialog, RecordHoldDialog } from './hold-dialogs.tsx'

const words = releaseWords.card
type Hold = ArrestRecord['holds'][number]

const callOf = ({ kind, issuer, reference }: Hold): string =>
  [holdWords[kind], issuer, reference].filter(Boolean).join(', ')

const Line = ({ hold, onLift }: { hold: Hold; onLift: (() => void) | undefined }) => (
  <li className={hold.lifted ? 'release-quiet' : ''}>
    <span aria-hidden="true">{hold.lifted ? '□' : '■'}</span> <strong>{callOf(hold)}</strong>{' '}
    <span className="release-quiet">
      {hold.lifted
        ? words.lifted(hold.lifted.madeBy, formatDateTime(hold.lifted.madeAt), hold.lifted.reason)
        : words.held_by(hold.madeBy, formatDateTime(hold.madeAt))}
    </span>{' '}
    {!hold.lifted && onLift && (
      <Button look="outline" size="row" label={words.liftFor(callOf(hold))} onClick={onLift}>
        {words.lift}
      </Button>
    )}
  </li>
)

/** What other authorities have sent. An open hold bars going free; only its own paper lifts it. */
export const HoldsPart = ({ record, name }: { record: ArrestRecord; name: string }) => {
  const [isRecording, setRecording] = useState(false)
  const [lifting, setLifting] = useState<Hold>()
  const mayLift = record.may.includes('hold.lift')
  const isOpen = record.holds.some(({ lifted }) => lifted === null)
  return (
    <section className="release-part">
      <h3 className="release-part__title">{words.holds}</h3>
      {!isOpen && <p>{words.noHolds}</p>}
      <ul className="release-lines">
        {record.holds.map(hold => (
          <Line key={hold.holdId} hold={hold} onLift={mayLift ? () => setLifting(hold) : undefined} />
        ))}
      </ul>
      {record.may.includes('hold.record') && (
        <Button look="outline" size="row" onClick={() => setRecording(true)}>
          {words.recordHold}
        </Button>
      )}
      {isRecording && <RecordHoldDialog arrestId={record.arrestId} name={name} onClose={() => setRecording(false)} />}
      {lifting && (
        <LiftHoldDialog holdId={lifting.holdId} hold={callOf(lifting)} onClose={() => setLifting(undefined)} />
      )}
    </section>
  )
}
