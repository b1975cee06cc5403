import type { ArrestRecord } from '@pars/contract'
import { useState } from 'react'
import { useSendKey } from '../../form/use-send-key.ts'
import { Alert, Button, Form } from '../../ui/ui.ts'
import { bookingWords, chargingWords as words } from '../../words/words.ts'
import { PolicePapers } from '../police-papers.tsx'
import { ChargeFieldset } from './charge-fieldset.tsx'
import { choiceOn, tallyOf, undecidedCharges } from './decision-form.ts'
import { useDecisionKeys } from './decision-keys.ts'
import { DecisionRow } from './decision-row.tsx'
import { SendBackDialog } from './send-back-dialog.tsx'
import { type Decision, useDecision } from './use-decision.ts'

const fieldWords: Record<string, string> = {
  reason: words.reason,
  note: words.note,
  ...Object.fromEntries(
    (['statute', 'description', 'grade', 'counts', 'offenseOn', 'dcNumber'] as const).map(field => [
      field,
      bookingWords.charges[field],
    ]),
  ),
}

/** How each field is called in the summary of errors: by its charge. */
const labelsOf = ({ report, form }: Decision): Record<string, string> => {
  const names = [
    ...report.charges.map(charge => charge.description),
    ...form.added.map((_, row) => words.added(row + 1)),
  ]
  return Object.fromEntries(
    names.flatMap((name, index) => [
      [`/decisions/${index}`, name],
      ...Object.entries(fieldWords).map(([field, text]) => [`/decisions/${index}/${field}`, `${name}, ${text}`]),
    ]),
  )
}

const Notices = ({ decision, isNewer }: { decision: Decision; isNewer: boolean }) => (
  <>
    {decision.cameBack && decision.dirty && (
      <Alert tone="info">
        {words.kept}{' '}
        <Button look="quiet" onClick={decision.startOver}>
          {words.startOver}
        </Button>
      </Alert>
    )}
    {isNewer && (
      <Alert tone="warning" urgent>
        {words.newer}{' '}
        <Button look="quiet" onClick={decision.takeNewer}>
          {words.takeNewer}
        </Button>
      </Alert>
    )}
  </>
)

const PoliceRows = ({ decision }: { decision: Decision }) => (
  <table className="pars-table charging-table">
    <thead>
      <tr>
        <th scope="col">{words.police}</th>
        <th scope="col">{words.decision}</th>
      </tr>
    </thead>
    <tbody>
      {decision.report.charges.map((charge, index) => (
        <DecisionRow
          key={charge.policeChargeId}
          charge={charge}
          at={`/decisions/${index}`}
          choice={choiceOn(decision.form, charge)}
          incidents={decision.report.incidents}
          set={part => decision.set(charge, part)}
        />
      ))}
    </tbody>
  </table>
)

const AddedCharges = ({ decision }: { decision: Decision }) => {
  const { report, form } = decision
  return (
    <>
      {form.added.map((fields, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: added charges have no identity but their place.
        <fieldset className="charging-added" key={row}>
          <legend>{words.added(row + 1)}</legend>
          <ChargeFieldset
            at={`/decisions/${report.charges.length + row}`}
            fields={fields}
            incidents={report.incidents}
            set={part => decision.setAdded(row, part)}
          />
          <Button look="quiet" onClick={() => decision.remove(row)}>
            {words.removeAdded(row + 1)}
          </Button>
        </fieldset>
      ))}
      <Button look="outline" size="row" onClick={decision.add}>
        {words.add}
      </Button>
    </>
  )
}

const Bar = ({ decision, onSendBack }: { decision: Decision; onSendBack: (() => void) | undefined }) => {
  const { report, form } = decision
  const left = undecidedCharges(form, report.charges)
  const tally = tallyOf(form, report.charges)
  return (
    <div className="pars-bar">
      <div role="status">
        <strong>{words.bar.decided(report.charges.length - left.length, report.charges.length)}</strong>{' '}
        <span className="pars-bar__quiet">
          {left.length > 0
            ? words.bar.left(left.map(charge => charge.description))
            : words.bar.tally(tally.approved, tally.modified, tally.declined, tally.added)}
        </span>
      </div>
      <div className="pars-bar__acts">
        {onSendBack && (
          <Button look="outline" onClick={onSendBack}>
            {words.sendBack.act}
          </Button>
        )}
        <Button keys="Control+Enter" isRunning={decision.isRunning} onClick={() => void decision.send()}>
          {words.decide} <kbd>{words.sendKey}</kbd>
        </Button>
      </div>
    </div>
  )
}

/** Police charges left, decisions right, the police papers beside both. */
export const DecisionDesk = ({ record, accountId }: { record: ArrestRecord; accountId: string }) => {
  const decision = useDecision(record, accountId)
  const [isSendingBack, setSendingBack] = useState(false)
  useDecisionKeys(decision)
  useSendKey(() => void decision.send(), words.decide)
  const maySendBack = record.may.includes('charging.send-back')
  return (
    <>
      <Notices decision={decision} isNewer={record.version !== decision.form.arrestVersion} />
      <div className="charging-desk">
        <Form
          className="charging-form"
          label={words.decision}
          errors={decision.errors}
          problem={decision.problem}
          fieldLabels={labelsOf(decision)}
          onReload={decision.takeNewer}
          onSubmit={() => undefined}
        >
          <PoliceRows decision={decision} />
          <AddedCharges decision={decision} />
          <p className="charging-hint charging-hint--keys">{words.keysHint}</p>
          <Bar decision={decision} onSendBack={maySendBack ? () => setSendingBack(true) : undefined} />
        </Form>
        <PolicePapers report={decision.report} />
      </div>
      {isSendingBack && <SendBackDialog record={record} onClose={() => setSendingBack(false)} />}
    </>
  )
}
