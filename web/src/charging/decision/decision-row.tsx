import type { PresentedReport } from '@pars/contract'
import { choicesOf } from '../../form/choices-of.ts'
import { idOfPointer, Select, TextArea, useFieldError } from '../../ui/ui.ts'
import { uiWords, chargingWords as words } from '../../words/words.ts'
import { ChargeText } from '../charge-text.tsx'
import { ChargeFieldset } from './charge-fieldset.tsx'
import { type ChargeChoice, decisionKinds } from './decision-form.ts'

interface DecisionRowProps {
  charge: PresentedReport['charges'][number]
  /** JSON pointer of the row's decision. */
  at: string
  choice: ChargeChoice
  incidents: readonly string[]
  set: (part: Partial<ChargeChoice>) => void
}

const RowError = ({ at }: { at: string }) => {
  const error = useFieldError(at)
  return (
    error && (
      <span className="usa-error-message">
        <span className="usa-sr-only">{uiWords.errorPrefix}</span> {error}
      </span>
    )
  )
}

/** Approve, modify or decline. The checked one (or the first) is what `j` and `k` go to. */
const Kinds = ({ charge, at, choice, set }: DecisionRowProps) => {
  const id = idOfPointer(at)
  const stop = choice.kind || decisionKinds[0]
  return (
    <fieldset className="usa-fieldset" id={id}>
      <legend className="usa-sr-only">{words.decisionOn(charge.description)}</legend>
      <RowError at={at} />
      <div className="pars-choices pars-choices--inline">
        {decisionKinds.map(kind => (
          <div className="usa-radio" key={kind}>
            <input
              className="usa-radio__input"
              id={`${id}-${kind}`}
              type="radio"
              name={id}
              value={kind}
              checked={choice.kind === kind}
              aria-keyshortcuts={words.kindKeys[kind]}
              data-row={kind === stop ? '' : undefined}
              onChange={() => set({ kind })}
            />
            <label className="usa-radio__label" htmlFor={`${id}-${kind}`}>
              {words.kinds[kind]}
            </label>
          </div>
        ))}
      </div>
    </fieldset>
  )
}

const Decline = ({ at, choice, set }: DecisionRowProps) => (
  <>
    <Select
      label={words.reason}
      pointer={`${at}/reason`}
      value={choice.reason}
      empty={words.chooseReason}
      choices={choicesOf(words.declineReasons)}
      onChange={reason => set({ reason })}
    />
    <TextArea
      label={words.note}
      hint={words.noteHint}
      pointer={`${at}/note`}
      value={choice.note}
      rows={2}
      optional={choice.reason !== 'other'}
      onChange={note => set({ note })}
    />
  </>
)

/** One police charge and the decision on it, side by side. */
export const DecisionRow = (props: DecisionRowProps) => {
  const { charge, at, choice, incidents, set } = props
  return (
    <tr data-charge={charge.policeChargeId} data-decided={choice.kind !== '' || undefined}>
      <th scope="row" className="charging-police">
        <ChargeText charge={charge} />
      </th>
      <td className="charging-decision">
        <Kinds {...props} />
        {choice.kind === 'declined' && <Decline {...props} />}
        {choice.kind === 'modified' && (
          <ChargeFieldset
            at={at}
            fields={choice.fields}
            incidents={incidents}
            set={part => set({ fields: { ...choice.fields, ...part } })}
          />
        )}
      </td>
    </tr>
  )
}
