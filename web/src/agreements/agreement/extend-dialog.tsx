import { type AnswerOf, tryExtension } from '@pars/contract'
import { addDays, cityDateOf } from '@pars/domain'
import { useAct } from '../../api.ts'
import { Button, ColumnHeads, Dialog, Problem, Receipt } from '../../ui/ui.ts'
import { resolutionWords } from '../../words/resolution.ts'
import type { Agreement } from './duty-state.ts'

const words = resolutionWords.extend
type Tries = AnswerOf<typeof tryExtension>['tries']

const Table = ({ tries }: { tries: Tries }) => (
  <table className="pars-table">
    <caption className="usa-sr-only">{words.title}</caption>
    <ColumnHeads of={words.columns} />
    <tbody>
      {tries.map(({ role, what, said, sqlstate }) => (
        <tr key={`${role} ${what}`}>
          <th scope="row">{role}</th>
          <td data-label={words.columns.what}>{what}</td>
          <td data-label={words.columns.said} className="extend-said">
            {said} <code>{sqlstate}</code>
          </td>
        </tr>
      ))}
    </tbody>
  </table>
)

/** In a rehearsal anybody may see what an administrator's extension is worth: the database's own words to each of its roles. */
export const ExtendDialog = ({ agreement, onClose }: { agreement: Agreement; onClose: () => void }) => {
  const act = useAct(tryExtension)
  const today = agreement.endsAt ? cityDateOf(agreement.endsAt) : undefined
  const run = () => {
    if (today) act.run({ params: { agreementId: agreement.agreementId }, body: { until: addDays(today, 365) } })
  }
  return (
    <Dialog title={words.title} onClose={onClose}>
      <p>{words.lead}</p>
      {act.problem && <Problem problem={act.problem} writing />}
      {act.answer ? (
        <>
          <p role="status">
            <strong>{words.refused(act.answer.tries.length)}</strong>{' '}
            <Receipt receipt={{ entryId: act.answer.entryId, number: null }} />
          </p>
          <Table tries={act.answer.tries} />
        </>
      ) : (
        <div className="pars-acts">
          <Button look="danger" isRunning={act.isRunning} onClick={run}>
            {words.button}
          </Button>
        </div>
      )}
    </Dialog>
  )
}
