import { Link } from '@tanstack/react-router'
import { useCityMinute } from '../../clock.ts'
import { formatTime } from '../../format.ts'
import { useMe } from '../../me.ts'
import { Button, Mark } from '../../ui/ui.ts'
import { hearingWords } from '../../words/hearing.ts'
import { wordsToCome } from '../bail/read-order.ts'
import { useHearing } from '../hearing-context.ts'
import { AfterHearing } from './after-hearing.tsx'

const { act: words, order, head, after, missed } = hearingWords

interface ActBarProps {
  isRunning: boolean
  isBondBlocked: boolean
  /** Something was recorded on this screen just now. */
  isFresh: boolean
  onRule: () => void
  onMissed: () => void
}

const toneOf = (text: string) => (text.startsWith('RELEASE') ? 'free' : 'held')

/** The order in the words that every paper will use, while it is being typed. */
const ToCome = () => {
  const { form, docket } = useHearing()
  const isDischarge = docket.arraignment === null && form.arraignment.probableCause === 'not-found'
  const will = isDischarge ? words.discharged : wordsToCome(form.order)
  return (
    <p className="hearing-bar__will" aria-live="polite">
      {isDischarge ? order.discharge : order.will}:{' '}
      {will ? <Mark tone={toneOf(will)} words={will} /> : <span className="hearing-quiet">{order.notYet}</span>}
    </p>
  )
}

const Ruling = ({ isRunning, onRule }: ActBarProps) => {
  const { form, docket } = useHearing()
  const isDischarge = docket.arraignment === null && form.arraignment.probableCause === 'not-found'
  const isRefusal = !isDischarge && form.order.decision === 'refuse'
  const label = isDischarge ? words.discharge : isRefusal ? words.refuse : words.setAndPrint
  return (
    <Button look={isRefusal ? 'danger' : 'main'} keys="Control+Enter" isRunning={isRunning} onClick={onRule}>
      {label} <kbd>{words.key}</kbd>
    </Button>
  )
}

/** For those who do not rule: where the docket stands, in one sentence. */
const Standing = () => {
  const { docket, listing } = useHearing()
  const me = useMe()
  const missedNow = docket.listings.at(-1)?.notProduced
  if (listing) return null
  return (
    <p className="hearing-bar__will">
      {missedNow ? missed.state(hearingWords.notProduced[missedNow.reason]) : `${head.notListed}.`}{' '}
      {me.may('listing.add') && (
        <Link className="usa-link" to="/court">
          {after.listIt}
        </Link>
      )}
    </p>
  )
}

/** A hearing before its listed time surprises those who come for it: it is said, not forbidden. */
const Early = () => {
  const { listing, docket } = useHearing()
  const now = useCityMinute()
  if (!listing || docket.arraignment || Date.parse(listing.startsAt) <= now) return null
  return (
    <p className="hearing-bar__note" role="status">
      <Mark tone="unsent" words={words.early(formatTime(listing.startsAt, now))} />
    </p>
  )
}

/** Always in sight: what the order will read, and the one act. */
export const ActBar = (props: ActBarProps) => {
  const { docket, mayNow, listing } = useHearing()
  const { arraignment, bail: facts } = docket
  const isOver = facts.order !== null || arraignment?.probableCause === 'not-found'
  const mayRule = mayNow('arraignment.hold') || mayNow('bail.set')
  return (
    <div className="hearing-bar">
      {!isOver && arraignment && (
        <p className="hearing-bar__note" role="status">
          <Mark tone="moving" words={words.arraignedOnly(formatTime(arraignment.heldAt))} />
        </p>
      )}
      {!isOver && mayRule && <Early />}
      {!isOver && mayRule && <ToCome />}
      {!isOver && !mayRule && !arraignment && <Standing />}
      <div className="hearing-bar__acts">
        {isOver && <AfterHearing isBondBlocked={props.isBondBlocked} takesFocus={props.isFresh} />}
        {!isOver && !mayRule && listing && (
          <Link className="usa-link" to="/court/$courtSessionId" params={{ courtSessionId: listing.courtSessionId }}>
            {after.list}
          </Link>
        )}
        {mayNow('listing.mark-not-produced') && (
          <Button look="outline" onClick={props.onMissed}>
            {words.notProduced}
          </Button>
        )}
        {!isOver && mayRule && <Ruling {...props} />}
      </div>
    </div>
  )
}
