import { TextArea } from '../../ui/ui.ts'
import { bookingWords } from '../../words/booking.ts'
import { useBooking } from '../booking-context.tsx'
import { Section } from './section.tsx'

const words = bookingWords.narrative

export const NarrativeSection = () => {
  const { form, set } = useBooking()
  return (
    <Section title={words.section}>
      <TextArea
        label={words.label}
        hint={words.hint}
        pointer="/narrative"
        value={form.narrative}
        rows={8}
        onChange={value => set('narrative', value)}
      />
    </Section>
  )
}
