import { choicesOf } from '../../form/choices-of.ts'
import { Combobox } from '../../form/combobox.tsx'
import { Radios, Select, TextInput } from '../../ui/ui.ts'
import { bookingWords } from '../../words/booking.ts'
import { useBooking } from '../booking-context.tsx'
import { findCountries, findCountry } from '../paper/countries.ts'

const words = bookingWords.person
const pointer = '/person/countryOfBirth'

const GencCode = () => {
  const { form, set } = useBooking()
  const found = findCountries(form.birthCode, 8)
  const chosen = findCountry(form.birthCode)
  return (
    <Combobox
      label={words.birthCode}
      hint={chosen ? chosen.name : words.birthCodeHint.genc}
      pointer={`${pointer}/code`}
      value={form.birthCode}
      onChange={typed => set('birthCode', typed)}
      onPick={({ value }) => set('birthCode', value)}
      options={found.map(({ code, name }) => ({ value: code, words: name, note: code }))}
      status={words.countriesFound(found.length)}
      width="medium"
    />
  )
}

const CountryCode = () => {
  const { form, set } = useBooking()
  return (
    <div className="pars-line">
      {form.birthCodeSystem === 'genc' ? (
        <GencCode />
      ) : (
        <TextInput
          label={words.birthCode}
          hint={words.birthCodeHint.ncic}
          pointer={`${pointer}/code`}
          value={form.birthCode}
          width="short"
          onChange={value => set('birthCode', value)}
        />
      )}
      <Select
        label={words.birthCodeSystem}
        pointer={`${pointer}/codeSystem`}
        value={form.birthCodeSystem}
        choices={choicesOf(bookingWords.codeSystems)}
        onChange={system => set('birthCodeSystem', system)}
      />
    </div>
  )
}

/** Self-reported and optional. What the person says is taken down with its code list; it is never a status (B6). */
export const BirthCountryField = () => {
  const { form, set } = useBooking()
  return (
    <>
      <Radios
        label={words.birthCountry}
        hint={words.birthCountryHint}
        pointer={pointer}
        value={form.birthCountry}
        choices={choicesOf(bookingWords.options.birthCountry)}
        onChange={kind => set('birthCountry', kind)}
        inline
        optional
      />
      {form.birthCountry === 'self-reported' && <CountryCode />}
    </>
  )
}
