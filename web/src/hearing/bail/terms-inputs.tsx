import { bailTypes } from '@pars/domain'
import { choicesOf } from '../../form/choices-of.ts'
import { Checkboxes, Radios, TextInput } from '../../ui/ui.ts'
import { hearingWords } from '../../words/hearing.ts'
import { carriesMoney, isDeposited, type TermsFields } from './read-terms.ts'

const { bail: words, types: typeWords } = hearingWords
const deposits = choicesOf({ ten: words.depositTen, full: words.depositFull, other: words.depositOther })

interface TermsInputsProps {
  fields: TermsFields
  onChange: (change: Partial<TermsFields>) => void
}

/** Types in combination; the amount and what is to be posted of it where a type carries money. */
export const TermsInputs = ({ fields, onChange }: TermsInputsProps) => (
  <div className="hearing-terms">
    <Checkboxes
      label={words.types}
      pointer="/types"
      value={fields.types}
      onChange={types => onChange({ types })}
      choices={bailTypes.map(type => ({ value: type, words: typeWords[type] }))}
      inline
    />
    <div className="hearing-money">
      {carriesMoney(fields.types) ? (
        <TextInput
          label={words.amount}
          pointer="/amountCents"
          value={fields.amount}
          width="short"
          inputMode="decimal"
          onChange={amount => onChange({ amount })}
        />
      ) : (
        <p className="hearing-quiet hearing-money__none">{fields.types.length > 0 && words.noAmount}</p>
      )}
      {isDeposited(fields.types) && (
        <Radios
          label={words.deposit}
          pointer="/depositPercent"
          value={fields.deposit}
          choices={deposits}
          onChange={deposit => onChange({ deposit })}
          inline
        />
      )}
      {isDeposited(fields.types) && fields.deposit === 'other' && (
        <TextInput
          label={words.depositPercent}
          pointer="/depositPercent/other"
          value={fields.depositOther}
          width="short"
          inputMode="numeric"
          onChange={depositOther => onChange({ depositOther })}
        />
      )}
    </div>
  </div>
)
