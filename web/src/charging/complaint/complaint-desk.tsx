import type { ArrestRecord } from '@pars/contract'
import { readCityNow, useCity } from '../../clock.ts'
import { choicesOf } from '../../form/choices-of.ts'
import { fieldsOfInstant } from '../../form/city-instant.ts'
import { useSendKey } from '../../form/use-send-key.ts'
import {
  Alert,
  Button,
  Checkbox,
  Checkboxes,
  DateInput,
  Form,
  Loading,
  Radios,
  TextArea,
  TextInput,
  useFieldError,
} from '../../ui/ui.ts'
import { chargingWords, uiWords } from '../../words/words.ts'
import { PolicePapers } from '../police-papers.tsx'
import { chargesWithoutComplaint } from './complaint-form.ts'
import { type Complaint, useComplaint } from './use-complaint.ts'

const words = chargingWords.complaint

const labels: Record<string, string> = {
  '/chargeIds': words.charges,
  '/affiant': words.affiant,
  '/affiantAgency': words.affiantAgency,
  '/offenseDateText': words.offenseDateText,
  '/offensePlace': words.offensePlace,
  '/facts': words.facts,
  '/processRequested': words.process,
  '/peaceAndDignity': words.statements,
  '/verifiedAt': words.verifiedOn,
  '/verifiedAt/time': words.verifiedTime,
}

const Charges = ({ complaint, record }: { complaint: Complaint; record: ArrestRecord }) => (
  <Checkboxes
    label={words.charges}
    hint={words.chargesHint}
    pointer="/chargeIds"
    value={complaint.form.chargeIds}
    choices={chargesWithoutComplaint(record.charging).map(charge => ({
      value: charge.chargeId,
      words: `${charge.description}, ${charge.statute}, ${charge.grade ?? chargingWords.ungraded}`,
    }))}
    onChange={chargeIds => complaint.set({ chargeIds })}
  />
)

const Texts = ({ complaint: { form, set } }: { complaint: Complaint }) => (
  <>
    <div className="pars-line">
      <TextInput label={words.affiant} pointer="/affiant" value={form.affiant} onChange={affiant => set({ affiant })} />
      <TextInput
        label={words.affiantAgency}
        pointer="/affiantAgency"
        value={form.affiantAgency}
        onChange={affiantAgency => set({ affiantAgency })}
      />
    </div>
    <div className="pars-line">
      <TextInput
        label={words.offenseDateText}
        pointer="/offenseDateText"
        value={form.offenseDateText}
        onChange={offenseDateText => set({ offenseDateText })}
      />
      <TextInput
        label={words.offensePlace}
        pointer="/offensePlace"
        value={form.offensePlace}
        onChange={offensePlace => set({ offensePlace })}
      />
    </div>
    <TextArea
      label={words.facts}
      hint={words.factsHint}
      pointer="/facts"
      rows={6}
      value={form.facts}
      onChange={facts => set({ facts })}
    />
  </>
)

const Statements = ({ complaint: { form, set } }: { complaint: Complaint }) => {
  const error = useFieldError('/peaceAndDignity')
  return (
    <fieldset className="usa-fieldset pars-field">
      <legend className="usa-legend pars-legend">{words.statements}</legend>
      {error && (
        <span className="usa-error-message">
          <span className="usa-sr-only">{uiWords.errorPrefix}</span> {error}
        </span>
      )}
      {(['peaceAndDignity', 'labServices', 'fingerprinted'] as const).map(field => (
        <Checkbox
          key={field}
          pointer={`/${field}`}
          words={words[field]}
          checked={form[field]}
          onChange={checked => set({ [field]: checked })}
        />
      ))}
    </fieldset>
  )
}

const Verified = ({ complaint: { form, set } }: { complaint: Complaint }) => {
  const now = async () => {
    const { date, time } = fieldsOfInstant(await readCityNow())
    set({ verifiedOn: date, verifiedTime: time })
  }
  return (
    <div className="pars-line charging-verified">
      <DateInput
        label={words.verifiedOn}
        hint={words.verifiedHint}
        pointer="/verifiedAt"
        value={form.verifiedOn}
        onChange={verifiedOn => set({ verifiedOn })}
      />
      <TextInput
        label={words.verifiedTime}
        pointer="/verifiedAt/time"
        width="short"
        value={form.verifiedTime}
        onChange={verifiedTime => set({ verifiedTime })}
      />
      <Button look="outline" size="row" onClick={() => void now()}>
        {words.now}
      </Button>
    </div>
  )
}

const Paper = ({ record, accountId, city }: { record: ArrestRecord; accountId: string; city: string }) => {
  const complaint = useComplaint(record, accountId, city)
  useSendKey(complaint.send, words.make)
  return (
    <div className="charging-desk">
      <Form
        className="charging-form charging-paper"
        label={words.section}
        errors={complaint.errors}
        problem={complaint.problem}
        fieldLabels={labels}
        onSubmit={() => undefined}
      >
        <h2 className="pars-section__title">{words.section}</h2>
        <p className="charging-hint">{words.sentence}</p>
        {complaint.cameBack && (
          <Alert tone="info">
            {chargingWords.kept}{' '}
            <Button look="quiet" onClick={complaint.startOver}>
              {chargingWords.startOver}
            </Button>
          </Alert>
        )}
        <Charges complaint={complaint} record={record} />
        <Texts complaint={complaint} />
        <Statements complaint={complaint} />
        <Radios
          label={words.process}
          inline
          pointer="/processRequested"
          value={complaint.form.processRequested}
          choices={choicesOf(words.processes)}
          onChange={processRequested => complaint.set({ processRequested })}
        />
        <Verified complaint={complaint} />
        <div className="pars-bar">
          <div className="pars-bar__acts">
            <Button keys="Control+Enter" isRunning={complaint.isRunning} onClick={complaint.send}>
              {words.make} <kbd>{chargingWords.sendKey}</kbd>
            </Button>
          </div>
        </div>
      </Form>
      <PolicePapers report={record.report} />
    </div>
  )
}

/** The complaint form. It waits for the city's name, which is part of what it fills in. */
export const ComplaintDesk = ({ record, accountId }: { record: ArrestRecord; accountId: string }) => {
  const { city } = useCity()
  if (!city) return <Loading />
  return <Paper record={record} accountId={accountId} city={city.city} />
}
