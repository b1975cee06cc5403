import { viewEntry } from '@pars/contract'
import { useCall } from '../api.ts'
import { useCity, useCityNow } from '../clock.ts'
import { formatNumber } from '../format.ts'
import { uiWords } from '../words/words.ts'

const words = uiWords.receipt

/** The proof of one act in human words; asks until the journal has given the number and a checkpoint covers it. */
export const Receipt = ({ receipt }: { receipt: { entryId: string; number: number | null } }) => {
  const first = useCall(viewEntry, { params: { entryId: receipt.entryId } })
  const isCovered = (entry: typeof first.data) =>
    entry !== undefined && entry.number !== null && entry.checkpointSize >= entry.number
  // A seat that is not shown the entry's place would ask for ever.
  const isHidden = first.problem?.status === 404
  const waiting = !isCovered(first.data) && !isHidden
  const { data: entry } = useCall(viewEntry, {
    params: { entryId: receipt.entryId },
    ...(waiting ? { every: 700 } : {}),
  })
  const { city } = useCity()
  const now = useCityNow(1000)
  const number = entry?.number ?? receipt.number
  if (isHidden && number === null) return <span className="pars-receipt">{words.hidden}</span>
  if (number === null || number === undefined) return <span className="pars-receipt">{words.waiting}</span>
  const signedAt = city?.log.checkpointAt
  const covered = isCovered(entry) && signedAt
  const seconds = signedAt ? Math.max(0, Math.round((now - Date.parse(signedAt)) / 1000)) : 0
  return (
    <span className="pars-receipt">
      {words.recorded(formatNumber(number))}; {covered ? words.signed(seconds) : words.notSigned}.{' '}
      {entry?.leafHash && (
        <details className="pars-receipt__proof">
          <summary>{words.proof}</summary>
          <span>
            {words.hash} <code>{entry.leafHash}</code>
          </span>
          <span>
            {words.entry} <code>{receipt.entryId}</code>
          </span>
          <span>{words.size(formatNumber(entry.checkpointSize))}</span>
        </details>
      )}
    </span>
  )
}
