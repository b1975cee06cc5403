import { Alert, DateInput, TextInput, TimeInput } from '../../ui/ui.ts'
import { bookingWords } from '../../words/booking.ts'
import { useBooking } from '../booking-context.tsx'
import { ageAtOffense } from '../paper/age-at-offense.ts'
import { Section } from './section.tsx'

const words = bookingWords.directFile

/** Only for somebody under 18 at an offense (B36); stays while it holds something typed, so that nothing is sent unseen. */
export const DirectFileSection = () => {
  const { form, set } = useBooking()
  const age = ageAtOffense(form)
  const isMinor = age !== undefined && age < 18
  const isTyped = [form.parentsNotifiedOn, form.parentsNotifiedTime, form.parentsNotifiedBy].some(text => text !== '')
  if (!isMinor && !isTyped) return null
  return (
    <Section title={words.section}>
      <Alert tone="warning" urgent>
        {isMinor ? words.notice(age) : words.notMinor}
      </Alert>
      <div className="pars-line">
        <DateInput
          label={words.on}
          pointer="/directFile/parentsNotifiedAt"
          value={form.parentsNotifiedOn}
          onChange={value => set('parentsNotifiedOn', value)}
        />
        <TimeInput
          label={words.time}
          pointer="/directFile/parentsNotifiedAt/time"
          value={form.parentsNotifiedTime}
          onChange={value => set('parentsNotifiedTime', value)}
        />
      </div>
      <TextInput
        label={words.by}
        pointer="/directFile/parentsNotifiedBy"
        value={form.parentsNotifiedBy}
        onChange={value => set('parentsNotifiedBy', value)}
      />
    </Section>
  )
}
