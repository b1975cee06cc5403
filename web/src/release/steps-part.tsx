import type { ArrestRecord } from '@pars/contract'
import type { DepartureBasis } from '@pars/domain'
import { useState } from 'react'
import { useCity } from '../clock.ts'
import { formatDateTime } from '../format.ts'
import { signInPath, useMe } from '../me.ts'
import { Button } from '../ui/ui.ts'
import { releaseWords } from '../words/release.ts'
import { openDeparture, type Step, stepOf } from './desk.ts'
import { AcknowledgeForm, ConfirmForm, ProposeForm } from './step-forms.tsx'
import { WithdrawDialog } from './withdraw-dialog.tsx'

const { card: words, confirm, withdraw } = releaseWords

interface StepsPartProps {
  record: ArrestRecord
  name: string
  words: string
  /** What the facts of the case allow; null while something is undecided. */
  basis: DepartureBasis | null
  /** An order or a hold speaks against it: it can only be withdrawn. */
  isStopped: boolean
  onLeft: () => void
}

const Trail = ({ record }: { record: ArrestRecord }) => {
  const departure = openDeparture(record)
  const left = departure?.acknowledged
  const steps = [
    { title: words.proposed, by: departure },
    { title: words.confirmed, by: departure?.confirmed },
    { title: words.left, by: left && { madeBy: left.acknowledgedByName, madeAt: left.leftAt } },
  ]
  return (
    <ol className="release-trail">
      {steps.map(({ title, by }) => (
        <li key={title} className={by ? 'release-trail__done' : ''}>
          <span aria-hidden="true">{by ? '✓' : '○'}</span> <strong>{title}</strong>{' '}
          <span className="release-quiet">{by ? words.by(by.madeBy, formatDateTime(by.madeAt)) : words.open}</span>
        </li>
      ))}
    </ol>
  )
}

/** The demo account of a rehearsal whose only work is to be the second person; it is none of the eight chairs. */
const secondChair = 'release-desk-2'

const SecondPerson = ({ proposedBy }: { proposedBy: string }) => {
  const { account } = useMe()
  const { city } = useCity()
  return (
    <p className="release-wait">
      {confirm.otherPerson(proposedBy)}{' '}
      {city?.rehearsal && account?.displayName === proposedBy && (
        <a className="usa-link" href={signInPath(location.pathname + location.search, secondChair)}>
          {confirm.takeSecond}
        </a>
      )}
    </p>
  )
}

const OpenStep = ({ step, ...props }: StepsPartProps & { step: Step }) => {
  const { record, basis, onLeft } = props
  const departure = openDeparture(record)
  const given = departure?.basis ?? basis
  if (given === null) return step === 'propose' || step === 'none' ? <p>{words.notOnDesk}</p> : null
  const known = { record, name: props.name, words: props.words, basis: given }
  if (step === 'propose') return <ProposeForm key={given} {...known} />
  if (!departure) return null
  if (step === 'confirm') return <ConfirmForm {...known} departure={departure} />
  if (step === 'acknowledge') return <AcknowledgeForm {...known} departure={departure} onLeft={onLeft} />
  return step === 'wait-for-second' ? <SecondPerson proposedBy={departure.madeBy} /> : null
}

/** The three steps by which a person leaves, and the one that is open to the reader. */
export const StepsPart = (props: StepsPartProps) => {
  const { record, name } = props
  const [isWithdrawing, setWithdrawing] = useState(false)
  const departure = openDeparture(record)
  return (
    <section className="release-part">
      <h3 className="release-part__title">{words.steps}</h3>
      <Trail record={record} />
      {!props.isStopped && <OpenStep {...props} step={stepOf(record)} />}
      {departure && record.may.includes('departure.withdraw') && (
        <Button look="quiet" onClick={() => setWithdrawing(true)}>
          {withdraw.act}
        </Button>
      )}
      {isWithdrawing && departure && (
        <WithdrawDialog departureId={departure.departureId} name={name} onClose={() => setWithdrawing(false)} />
      )}
    </section>
  )
}
