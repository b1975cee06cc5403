import { choicesOf } from '../form/choices-of.ts'
import { Button, Form, Radios, Select, TextInput } from '../ui/ui.ts'
import { searchWords as words } from '../words/words.ts'
import { numberFields } from './read-search.ts'
import type { SearchRun } from './use-search.ts'

const labels: Record<string, string> = {
  '/lastName': words.lastName,
  '/firstName': words.firstName,
  '/otn': words.otn,
  '/dcNumber': words.dcNumber,
  '/docketNumber': words.docketNumber,
  '/policeNumber': words.policeNumber,
  '/intakeNumber': words.intakeNumber,
  '/forWhom': words.forOtherName,
}
const hints = {
  otn: words.otnHint,
  dcNumber: words.dcNumberHint,
  docketNumber: words.docketNumberHint,
  policeNumber: words.policeNumberHint,
  intakeNumber: words.intakeNumberHint,
}

const Criteria = ({ search: { form, set } }: { search: SearchRun }) => (
  <>
    <div className="pars-line">
      <TextInput
        label={words.lastName}
        pointer="/lastName"
        width="medium"
        autoFocus
        value={form.lastName}
        onChange={lastName => set({ lastName })}
      />
      <TextInput
        label={words.firstName}
        pointer="/firstName"
        optional
        width="medium"
        value={form.firstName}
        onChange={firstName => set({ firstName })}
      />
    </div>
    <fieldset className="usa-fieldset search-numbers">
      <legend className="usa-legend pars-legend">{words.numbers}</legend>
      <div className="pars-line">
        {numberFields.map(field => (
          <TextInput
            key={field}
            label={words[field]}
            hint={hints[field]}
            pointer={`/${field}`}
            width="medium"
            value={form[field]}
            onChange={value => set({ [field]: value })}
          />
        ))}
      </div>
    </fieldset>
  </>
)

/** Purpose and "for whom?" go into the journal with the search (R14): asking on behalf of an outsider is the commonest misuse. */
const Why = ({ search: { form, set } }: { search: SearchRun }) => (
  <fieldset className="usa-fieldset search-why">
    <legend className="usa-legend pars-legend">{words.why}</legend>
    <p className="search-note">{words.recorded}</p>
    <Select
      label={words.purpose}
      pointer="/purpose"
      value={form.purpose}
      choices={choicesOf(words.purposes)}
      onChange={purpose => set({ purpose })}
    />
    <Radios
      label={words.forWhom}
      pointer="/isForOther"
      inline
      value={form.isForOther ? 'other' : 'seat'}
      choices={[
        { value: 'seat', words: words.forSeat },
        { value: 'other', words: words.forOther },
      ]}
      onChange={value => set({ isForOther: value === 'other' })}
    />
    {form.isForOther && (
      <TextInput
        label={words.forOtherName}
        hint={words.forOtherHint}
        pointer="/forWhom"
        value={form.forWhom}
        onChange={forWhom => set({ forWhom })}
      />
    )}
  </fieldset>
)

/** What to search by, why, and for whom. Enter searches. */
export const SearchForm = ({ search }: { search: SearchRun }) => (
  <Form
    className="search-form"
    label={words.form}
    errors={search.errors}
    problem={search.problem}
    fieldLabels={labels}
    onSubmit={search.run}
  >
    <Criteria search={search} />
    <Why search={search} />
    <div className="pars-acts">
      <Button type="submit">{search.isRunning ? `${words.searching}…` : words.run}</Button>
      <Button look="quiet" onClick={search.clear}>
        {words.clear}
      </Button>
      <span className="search-note">{words.noFilter}</span>
    </div>
  </Form>
)
