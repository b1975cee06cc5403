import './charges.css'
import { formatPlainDate } from '../format.ts'
import { chargingWords as words } from '../words/words.ts'

interface ChargeShape {
  statute: string
  description: string
  grade: string | null
  counts: number
  offenseOn: string
  dcNumber: string
}

/** A charge as the two lists show it: what it is called, then citation, grade, counts, day and incident. */
export const ChargeText = ({ charge }: { charge: ChargeShape }) => (
  <>
    <strong className="charge-name">{charge.description}</strong>{' '}
    <span className="charge-line">
      {charge.statute} · {charge.grade ?? words.ungraded}
      {charge.counts > 1 && ` · ${words.counts(charge.counts)}`}
    </span>{' '}
    <span className="charge-line charge-line--quiet">
      {words.offense(formatPlainDate(charge.offenseOn), charge.dcNumber)}
    </span>
  </>
)
