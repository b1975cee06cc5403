import { type AnswerOf, viewLogStatus } from '@pars/contract'
import { seats } from '@pars/domain'
import { useState } from 'react'
import { useCall } from '../../api.ts'
import { formatNumber } from '../../format.ts'
import { useMe } from '../../me.ts'
import { Button, ColumnHeads, Loading, Owner, Problem } from '../../ui/ui.ts'
import { cosignerWords as words } from '../../words/cosigners.ts'
import { AppointCosignerDialog } from './appoint-cosigner-dialog.tsx'
import { useOwnSeat } from './own-seat.ts'

type Cosigner = AnswerOf<typeof viewLogStatus>['cosigners'][number]

const stateOf = (cosigner: Cosigner | undefined): string => {
  if (!cosigner) return words.none
  const { size, secondsAgo, trouble, troubleForSeconds } = cosigner
  if (trouble !== null) return words.silent(troubleForSeconds ?? 0, trouble)
  return size === 0 ? words.never : words.confirms(secondsAgo ?? 0)
}

const Line = ({ seat, cosigner }: { seat: (typeof seats)[number]; cosigner: Cosigner | undefined }) => (
  <tr>
    <th scope="row">
      <Owner party={seat} />
    </th>
    <td data-label={words.columns.name}>
      <code className="keys-name">{cosigner?.name ?? ''}</code>
    </td>
    <td data-label={words.columns.state}>{stateOf(cosigner)}</td>
    <td data-label={words.columns.confirmed}>
      {cosigner && cosigner.size > 0 ? words.entry(formatNumber(cosigner.size)) : words.nothing}
    </td>
  </tr>
)

/** Whose program confirms the log for each seat, and the way to appoint it for those who vote for the seat. */
export const CosignersPart = () => {
  const { may } = useMe()
  const own = useOwnSeat()
  const [isAppointing, setAppointing] = useState(false)
  const { data, problem, reload } = useCall(viewLogStatus, { every: 5_000 })
  if (!data) return problem ? <Problem problem={problem} onReload={() => void reload()} /> : <Loading />
  const of = (seat: (typeof seats)[number]) => data.cosigners.find(each => each.seat === seat)
  return (
    <section aria-labelledby="cosigners">
      <h2 id="cosigners">{words.title}</h2>
      <p>{words.lead}</p>
      <table className="pars-table">
        <caption className="usa-sr-only">{words.title}</caption>
        <ColumnHeads of={words.columns} />
        <tbody>
          {seats.map(seat => (
            <Line key={seat} seat={seat} cosigner={of(seat)} />
          ))}
        </tbody>
      </table>
      {own && may('cosigner.appoint') && (
        <>
          <p>
            <Button look="outline" onClick={() => setAppointing(true)}>
              {words.appoint.act(!of(own))}
            </Button>
          </p>
          {isAppointing && (
            <AppointCosignerDialog seat={own} before={of(own)?.name} onClose={() => setAppointing(false)} />
          )}
        </>
      )}
    </section>
  )
}
