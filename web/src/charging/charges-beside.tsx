import type { ArrestRecord } from '@pars/contract'
import { formatDateTime } from '../format.ts'
import { type ChargePair, pairCharges } from '../record/charge-pairs.ts'
import { saysTheSame } from '../record/version/changed-parts.ts'
import { chargingWords, recordWords } from '../words/words.ts'
import { ChargeText } from './charge-text.tsx'

const words = recordWords.charges

const Verdict = ({ pair, isDecided }: { pair: ChargePair; isDecided: boolean }) => {
  const { made, declined } = pair
  if (declined)
    return (
      <>
        <strong>{words.declined(chargingWords.declineReasons[declined.reason])}</strong>{' '}
        {declined.note && <span className="charge-line">{declined.note}</span>}
      </>
    )
  if (!made) return <span className="pars-table__quiet">{isDecided ? words.dropped : words.undecided}</span>
  if (made.origin === 'approved') return <strong>{words.approved}</strong>
  return (
    <>
      <span className="charge-line charge-line--quiet">{words[made.origin]}</span> <ChargeText charge={made} />
    </>
  )
}

/** Compared with the version before, where there is one to compare with. */
const isChanged = (earlier: readonly ChargePair[] | undefined, pair: ChargePair): boolean =>
  earlier !== undefined && !earlier.some(each => saysTheSame(each, pair))

/** Police charges beside what the prosecutor made of each. Both lists are kept; the lineage is the line. */
export const ChargesBeside = ({ record, before }: { record: ArrestRecord; before?: ArrestRecord | undefined }) => {
  const { decision } = record.charging
  const pairs = pairCharges(record.report.charges, decision)
  const earlier = before && pairCharges(before.report.charges, before.charging.decision)
  return (
    <table className="pars-table charging-table">
      <caption className="usa-sr-only">{words.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{words.police}</th>
          <th scope="col">
            {words.prosecutor}
            {decision && (
              <span className="charging-table__by"> {words.by(decision.madeBy, formatDateTime(decision.madeAt))}</span>
            )}
          </th>
        </tr>
      </thead>
      <tbody>
        {pairs.map(pair => (
          <tr key={pair.key} className={isChanged(earlier, pair) ? 'charging-row--changed' : undefined}>
            <th scope="row" className="charging-police">
              {pair.police ? (
                <ChargeText charge={pair.police} />
              ) : (
                <span className="pars-table__quiet">{words.notFromPolice}</span>
              )}
            </th>
            <td className="charging-decision" data-label={words.prosecutor}>
              <Verdict pair={pair} isDecided={decision !== null} />
              {isChanged(earlier, pair) && (
                <span className="record-changed">
                  <span aria-hidden="true">◆ </span>
                  {recordWords.asOf.marked}
                </span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
