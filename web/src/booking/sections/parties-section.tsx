import { choicesOf } from '../../form/choices-of.ts'
import { Select, TextInput } from '../../ui/ui.ts'
import { bookingWords } from '../../words/booking.ts'
import { useBooking } from '../booking-context.tsx'
import { RowList } from './row-list.tsx'
import { Section } from './section.tsx'

const words = bookingWords.parties

const Party = ({ index }: { index: number }) => {
  const { form, setRow } = useBooking()
  const party = form.victimsAndWitnesses[index]
  if (!party) return null
  const at = `/victimsAndWitnesses/${index}`
  const set = (part: Partial<typeof party>) => setRow('victimsAndWitnesses', index, { ...party, ...part })
  return (
    <div className="pars-line">
      <Select
        label={words.kind}
        pointer={`${at}/kind`}
        value={party.kind}
        choices={choicesOf(bookingWords.options.partyKind)}
        onChange={kind => set({ kind })}
      />
      <TextInput label={words.name} pointer={`${at}/name`} value={party.name} onChange={name => set({ name })} />
      <TextInput
        label={words.contact}
        pointer={`${at}/contact`}
        value={party.contact}
        optional
        onChange={contact => set({ contact })}
      />
    </div>
  )
}

/** A zone of its own, with a word on who sees it. */
export const PartiesSection = () => (
  <Section title={words.section} note={words.who}>
    <RowList list="victimsAndWitnesses" nameOf={words.row} add={words.add}>
      {index => <Party index={index} />}
    </RowList>
  </Section>
)
