import { viewReference } from '@pars/contract'
import { type PlainDate, parsePlainDate } from '@pars/domain'
import { useCall } from '../../api.ts'
import { useCityMinute } from '../../clock.ts'
import { choicesOf } from '../../form/choices-of.ts'
import { cityParts, formatPlainDate } from '../../format.ts'
import { Button, Checkbox, DateInput, Radios, Select, TextInput, TimeInput } from '../../ui/ui.ts'
import { bookingWords } from '../../words/booking.ts'
import { useBooking } from '../booking-context.tsx'
import { RowList } from './row-list.tsx'
import { Section } from './section.tsx'

const words = bookingWords.arrest

const When = () => {
  const { form, set } = useBooking()
  const now = useCityMinute()
  const setToday = () => set('arrestedOn', cityParts(new Date(now).toISOString()).date)
  return (
    <div className="pars-line">
      <DateInput
        label={words.on}
        hint={words.onHint}
        pointer="/arrestedAt"
        value={form.arrestedOn}
        onChange={value => set('arrestedOn', value)}
      />
      {form.arrestedOn === '' && (
        <div className="booking-aside">
          <Button look="outline" size="row" onClick={setToday}>
            {words.today}
          </Button>
        </div>
      )}
      <TimeInput
        label={words.time}
        hint={words.timeHint}
        pointer="/arrestedAt/time"
        value={form.arrestedTime}
        onChange={value => set('arrestedTime', value)}
      />
    </div>
  )
}

/** Districts open and close: the list is that of the day of the arrest (B39). */
const District = () => {
  const { form, set } = useBooking()
  const now = useCityMinute()
  const on = parsePlainDate(form.arrestedOn) ?? (cityParts(new Date(now).toISOString()).date as PlainDate)
  const { data } = useCall(viewReference, { query: { on } })
  const districts = data?.districts ?? []
  const isListed = form.district === '' || districts.some(district => district.code === form.district)
  return (
    <Select
      label={words.district}
      hint={words.districtHint(formatPlainDate(on))}
      pointer="/district"
      value={form.district}
      empty={words.chooseDistrict}
      choices={[
        ...(isListed ? [] : [{ value: form.district, words: words.notOnThatDay(form.district) }]),
        ...districts.map(({ code, name }) => ({ value: code, words: `${code} - ${name}` })),
      ]}
      onChange={value => set('district', value)}
    />
  )
}

const Officer = ({ index }: { index: number }) => {
  const { form, setRow } = useBooking()
  const officer = form.officers[index]
  if (!officer) return null
  return (
    <div className="pars-line">
      <TextInput
        label={words.badge}
        pointer={`/officers/${index}/badge`}
        value={officer.badge}
        width="short"
        onChange={badge => setRow('officers', index, { ...officer, badge })}
      />
      <TextInput
        label={words.officerName}
        pointer={`/officers/${index}/name`}
        value={officer.name}
        width="medium"
        onChange={name => setRow('officers', index, { ...officer, name })}
      />
    </div>
  )
}

const Incident = ({ index }: { index: number }) => {
  const { form, setRow } = useBooking()
  return (
    <TextInput
      label={words.incidentLabel}
      hint={words.incidentHint}
      pointer={`/incidents/${index}`}
      value={form.incidents[index] ?? ''}
      width="medium"
      inputMode="numeric"
      onChange={value => setRow('incidents', index, value)}
    />
  )
}

const Basis = () => {
  const { form, set } = useBooking()
  return (
    <>
      <Radios
        label={words.basis}
        pointer="/basis"
        value={form.basis}
        choices={choicesOf(bookingWords.options.basis)}
        onChange={basis => set('basis', basis)}
        inline
      />
      {form.basis === 'warrant' && (
        <TextInput
          label={words.warrantNumber}
          pointer="/warrantNumber"
          value={form.warrantNumber}
          width="medium"
          onChange={value => set('warrantNumber', value)}
        />
      )}
    </>
  )
}

/** When, where and by whom the person was taken into custody. */
export const ArrestSection = () => {
  const { form, set } = useBooking()
  return (
    <Section title={words.section}>
      <When />
      <TextInput
        label={words.place}
        hint={words.placeHint}
        pointer="/place"
        value={form.place}
        onChange={value => set('place', value)}
      />
      <District />
      <TextInput
        label={words.bookingSite}
        hint={words.bookingSiteHint}
        pointer="/bookingSite"
        value={form.bookingSite}
        onChange={value => set('bookingSite', value)}
      />
      <RowList list="officers" nameOf={words.officer} add={words.addOfficer} keepFirst>
        {index => <Officer index={index} />}
      </RowList>
      <Basis />
      <RowList list="incidents" nameOf={words.incident} add={words.addIncident} keepFirst>
        {index => <Incident index={index} />}
      </RowList>
      <TextInput
        label={words.otn}
        hint={words.otnHint}
        pointer="/otn"
        value={form.otn}
        width="medium"
        optional
        onChange={value => set('otn', value)}
      />
      <Checkbox
        pointer="/domesticViolence"
        words={words.domesticViolence}
        checked={form.domesticViolence}
        onChange={value => set('domesticViolence', value)}
      />
    </Section>
  )
}
