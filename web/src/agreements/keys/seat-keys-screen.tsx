import '../agreements.css'
import { type AnswerOf, listSeatKeys } from '@pars/contract'
import { seats } from '@pars/domain'
import { useState } from 'react'
import { useCall } from '../../api.ts'
import { formatDay } from '../../format.ts'
import { useMe } from '../../me.ts'
import { Gate } from '../../shell/gate.tsx'
import { Button, ColumnHeads, Dialog, Empty, Loading, Owner, Page, Problem } from '../../ui/ui.ts'
import { seatWords } from '../../words/agreements.ts'
import { seatKeyWords as words } from '../../words/seat-keys.ts'
import { CosignersPart } from './cosigners-part.tsx'
import { EndKeyDialog } from './end-key-dialog.tsx'
import { useOwnSeat } from './own-seat.ts'
import { RegisterPasskey } from './register-passkey.tsx'

type Key = AnswerOf<typeof listSeatKeys>['keys'][number]

const Line = ({ seatKey, onEnd }: { seatKey: Key; onEnd: (() => void) | undefined }) => (
  <tr className={seatKey.endedAt === null ? '' : 'pars-row--gone'}>
    <td>
      <Owner party={seatKey.seat} />
    </td>
    <th scope="row">{seatKey.holder}</th>
    <td data-label={words.columns.kind}>{words.kinds[seatKey.algorithm]}</td>
    <td data-label={words.columns.since}>
      {formatDay(seatKey.madeAt)} {seatKey.genesis && <span className="pars-table__quiet">{words.genesis}</span>}
    </td>
    <td data-label={words.columns.state}>
      {seatKey.endedAt === null ? words.valid : words.ended(formatDay(seatKey.endedAt), seatKey.endedWhy ?? '')}{' '}
      {onEnd && (
        <Button look="quiet" label={words.end.actFor(seatKey.holder)} onClick={onEnd}>
          {words.end.act}
        </Button>
      )}
    </td>
    <td data-label={words.columns.id}>
      <code className="keys-id" title={seatKey.keyId}>
        {seatKey.keyId.slice(0, 16)}
      </code>
    </td>
  </tr>
)

const Table = ({ keys }: { keys: readonly Key[] }) => {
  const { may } = useMe()
  const own = useOwnSeat()
  const [ending, setEnding] = useState<Key>()
  const inOrder = seats.flatMap(seat => keys.filter(each => each.seat === seat))
  return (
    <>
      <table className="pars-table">
        <caption className="usa-sr-only">{words.pageTitle}</caption>
        <ColumnHeads of={words.columns} />
        <tbody>
          {inOrder.map(each => (
            <Line
              key={each.keyId}
              seatKey={each}
              onEnd={
                may('seat-key.end') && each.seat === own && each.endedAt === null ? () => setEnding(each) : undefined
              }
            />
          ))}
        </tbody>
      </table>
      {ending && <EndKeyDialog keyId={ending.keyId} holder={ending.holder} onClose={() => setEnding(undefined)} />}
    </>
  )
}

const Register = () => {
  const { may } = useMe()
  const own = useOwnSeat()
  const [isRegistering, setRegistering] = useState(false)
  const { data, problem, reload } = useCall(listSeatKeys)
  const said = problem && <Problem problem={problem} onReload={() => void reload()} />
  if (!data) return <Page title={words.pageTitle}>{said ?? <Loading />}</Page>
  const valid = data.keys.filter(({ endedAt }) => endedAt === null)
  const seatsWithKey = seats.filter(seat => valid.some(each => each.seat === seat)).length
  return (
    <Page
      title={words.title(seatsWithKey)}
      tab={words.tab}
      action={
        may('seat-key.register') && own && <Button onClick={() => setRegistering(true)}>{words.register.title}</Button>
      }
    >
      {said}
      <p>{words.lead}</p>
      {data.keys.length === 0 ? <Empty title={words.empty}>{words.emptyDetail}</Empty> : <Table keys={data.keys} />}
      <CosignersPart />
      {isRegistering && own && (
        <Dialog title={`${words.register.title}: ${seatWords[own]}`} onClose={() => setRegistering(false)}>
          <RegisterPasskey
            seat={own}
            isFirst={!data.keys.some(each => each.seat === own)}
            onDone={() => setRegistering(false)}
          />
        </Dialog>
      )}
    </Page>
  )
}

/** The register of keys that seats vote with, ended ones too. */
export const SeatKeysScreen = () => (
  <Gate permissions={['agreement.view']} screen={words.pageTitle} chair={words.chair}>
    <Register />
  </Gate>
)
