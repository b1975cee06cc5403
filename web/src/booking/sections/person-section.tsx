import { ageOn, type PlainDate, parsePlainDate } from '@pars/domain'
import { useCityMinute } from '../../clock.ts'
import { choicesOf } from '../../form/choices-of.ts'
import { cityParts } from '../../format.ts'
import { DateInput, Select, TextInput } from '../../ui/ui.ts'
import { bookingWords } from '../../words/booking.ts'
import { useBooking } from '../booking-context.tsx'
import { BirthCountryField } from './birth-country-field.tsx'
import { RowList } from './row-list.tsx'
import { Section } from './section.tsx'
import { SsnField } from './ssn-field.tsx'

const words = bookingWords.person
const { options } = bookingWords

const NameFields = ({ index }: { index: number }) => {
  const { form, setRow } = useBooking()
  const name = form.names[index]
  if (!name) return null
  const at = `/person/names/${index}`
  const set = (part: Partial<typeof name>) => setRow('names', index, { ...name, ...part })
  return (
    <>
      {index > 0 && (
        <Select
          label={words.kind}
          pointer={`${at}/kind`}
          value={name.kind}
          choices={choicesOf(options.nameKind)}
          onChange={kind => set({ kind })}
        />
      )}
      <TextInput
        label={words.last}
        hint={index === 0 ? words.lastHint : undefined}
        pointer={`${at}/last`}
        value={name.last}
        onChange={last => set({ last })}
      />
      <div className="pars-line">
        <TextInput
          label={words.first}
          pointer={`${at}/first`}
          value={name.first}
          width="medium"
          optional
          onChange={first => set({ first })}
        />
        <TextInput
          label={words.middle}
          pointer={`${at}/middle`}
          value={name.middle}
          width="medium"
          optional
          onChange={middle => set({ middle })}
        />
        <TextInput
          label={words.suffix}
          pointer={`${at}/suffix`}
          value={name.suffix}
          width="short"
          onChange={suffix => set({ suffix })}
        />
      </div>
    </>
  )
}

const AddressFields = ({ index }: { index: number }) => {
  const { form, setRow } = useBooking()
  const address = form.addresses[index]
  if (!address) return null
  const at = `/person/addresses/${index}`
  const set = (part: Partial<typeof address>) => setRow('addresses', index, { ...address, ...part })
  return (
    <>
      <TextInput
        label={words.line}
        pointer={`${at}/line`}
        value={address.line}
        optional
        onChange={line => set({ line })}
      />
      <div className="pars-line">
        <TextInput
          label={words.city}
          pointer={`${at}/city`}
          value={address.city}
          width="medium"
          onChange={city => set({ city })}
        />
        <TextInput
          label={words.state}
          pointer={`${at}/state`}
          value={address.state}
          width="short"
          onChange={state => set({ state })}
        />
        <TextInput
          label={words.zip}
          pointer={`${at}/zip`}
          value={address.zip}
          width="short"
          inputMode="numeric"
          onChange={zip => set({ zip })}
        />
      </div>
    </>
  )
}

const BirthDate = () => {
  const { form, set } = useBooking()
  const today = cityParts(new Date(useCityMinute()).toISOString()).date
  const bornOn = parsePlainDate(form.bornOn)
  const age = bornOn ? ageOn(bornOn, today as PlainDate) : undefined
  return (
    <div className="pars-line">
      <DateInput
        label={words.bornOn}
        hint={words.bornOnHint}
        pointer="/person/bornOn"
        value={form.bornOn}
        optional
        onChange={value => set('bornOn', value)}
      />
      {age !== undefined && age >= 0 && <output className="booking-aside">{words.age(age)}</output>}
    </div>
  )
}

/** Who was arrested, as the person stated it. */
export const PersonSection = () => {
  const { form, set } = useBooking()
  return (
    <Section title={words.section}>
      <RowList list="names" nameOf={words.name} add={words.addName} keepFirst>
        {index => <NameFields index={index} />}
      </RowList>
      <BirthDate />
      <div className="pars-line">
        <Select
          label={words.sex}
          pointer="/person/sex"
          value={form.sex}
          choices={choicesOf(options.sex)}
          onChange={sex => set('sex', sex)}
        />
        <Select
          label={words.race}
          pointer="/person/race"
          value={form.race}
          choices={choicesOf(options.race)}
          onChange={race => set('race', race)}
        />
        <Select
          label={words.ethnicity}
          pointer="/person/ethnicity"
          value={form.ethnicity}
          choices={choicesOf(options.ethnicity)}
          onChange={ethnicity => set('ethnicity', ethnicity)}
        />
      </div>
      <BirthCountryField />
      <SsnField />
      <RowList list="addresses" nameOf={words.address} add={words.addAddress} keepFirst>
        {index => <AddressFields index={index} />}
      </RowList>
      <TextInput
        label={words.interpreterLanguage}
        hint={words.interpreterHint}
        pointer="/person/interpreterLanguage"
        value={form.interpreterLanguage}
        width="medium"
        optional
        onChange={value => set('interpreterLanguage', value)}
      />
      <div className="pars-line">
        <TextInput
          label={words.policeNumber}
          hint={words.policeNumberHint}
          pointer="/person/policeNumber"
          value={form.policeNumber}
          width="short"
          inputMode="numeric"
          optional
          onChange={value => set('policeNumber', value)}
        />
        <TextInput
          label={words.photoReference}
          pointer="/person/photoReference"
          value={form.photoReference}
          width="medium"
          optional
          onChange={value => set('photoReference', value)}
        />
      </div>
    </Section>
  )
}
