import { DateInput, Select, TextInput } from '../../ui/ui.ts'
import { draftWords } from '../../words/draft.ts'
import { consoleWords } from '../../words/partner.ts'
import type { Allowance } from '../use-own.ts'
import type { InquiryForm } from './read-inquiry.ts'

const words = consoleWords.ask

export interface QuestionProps {
  form: InquiryForm
  allowed: Allowance
  onChange: (change: Partial<InquiryForm>) => void
}

/** A code in words, where the console knows it. */
export const inWords = (words: Record<string, string>, code: string): string => words[code] ?? code

const chosen = (codes: readonly string[], known: Record<string, string>) =>
  codes.map(value => ({ value, words: inWords(known, value) }))

const ByIdentifier = ({ form, allowed, onChange }: QuestionProps) => {
  const granted = allowed.questions.find(({ kind }) => kind === 'by-identifier')?.identifiers ?? ['otn']
  return (
    <div className="pars-line">
      <Select
        label={words.identifier}
        pointer="/identifier"
        value={form.identifier}
        choices={chosen(granted, draftWords.identifiers)}
        onChange={identifier => onChange({ identifier })}
      />
      <TextInput
        label={words.value}
        pointer="/value"
        value={form.value}
        width="medium"
        onChange={value => onChange({ value })}
      />
    </div>
  )
}

const ByName = ({ form, onChange }: QuestionProps) => (
  <div className="pars-line">
    <TextInput
      label={words.last}
      pointer="/last"
      value={form.last}
      width="medium"
      onChange={last => onChange({ last })}
    />
    <TextInput
      label={words.first}
      pointer="/first"
      value={form.first}
      width="medium"
      optional
      onChange={first => onChange({ first })}
    />
    <DateInput label={words.bornOn} pointer="/bornOn" value={form.bornOn} onChange={bornOn => onChange({ bornOn })} />
  </div>
)

const ByAttribute = ({ form, allowed, onChange }: QuestionProps) => {
  const granted = allowed.questions.find(({ kind }) => kind === 'by-attribute')?.attributes ?? ['birth-country']
  return (
    <div className="pars-line">
      <Select
        label={words.attribute}
        pointer="/attribute"
        value={form.attribute}
        choices={chosen(granted, draftWords.attributes)}
        onChange={attribute => onChange({ attribute })}
      />
      <TextInput
        label={words.attributeValue}
        hint={words.attributeHints[form.attribute]}
        pointer="/attributeValue"
        value={form.attributeValue}
        width="medium"
        onChange={attributeValue => onChange({ attributeValue })}
      />
      <DateInput label={words.since} pointer="/since" value={form.since} onChange={since => onChange({ since })} />
    </div>
  )
}

const Recent = ({ form, allowed, onChange }: QuestionProps) => {
  const most = allowed.questions.find(({ kind }) => kind === 'recent')?.hours
  return (
    <TextInput
      label={words.hours}
      hint={most === undefined ? undefined : words.hoursHint(most)}
      pointer="/hours"
      value={form.hours}
      width="short"
      inputMode="numeric"
      onChange={hours => onChange({ hours })}
    />
  )
}

/** The fields of the chosen question, with what the terms let it be asked by. */
export const QuestionFields = (props: QuestionProps) => {
  const { form, onChange } = props
  switch (form.question) {
    case 'by-identifier':
      return <ByIdentifier {...props} />
    case 'by-name-and-birth-date':
      return <ByName {...props} />
    case 'by-incident':
      return (
        <TextInput
          label={words.incident}
          pointer="/incident"
          value={form.incident}
          width="medium"
          onChange={incident => onChange({ incident })}
        />
      )
    case 'by-attribute':
      return <ByAttribute {...props} />
    case 'recent':
      return <Recent {...props} />
    case 'feed':
      return null
  }
}

/** For what, for which case, and for whom: only the purposes that the terms hold. */
export const PurposeFields = ({ form, allowed, onChange }: QuestionProps) => {
  const purpose = allowed.purposes.find(({ code }) => code === form.purpose)
  return (
    <>
      <Select
        label={words.purpose}
        hint={purpose && words.suffices[purpose.suffices]}
        pointer="/purpose"
        value={form.purpose}
        empty={words.choosePurpose}
        choices={chosen(
          allowed.purposes.map(({ code }) => code),
          draftWords.purposes,
        )}
        onChange={code => onChange({ purpose: code, cites: '' })}
      />
      <div className="pars-line">
        {purpose && purpose.cites !== 'none' && (
          <TextInput
            label={inWords(words.cited, purpose.cites)}
            pointer="/cites"
            value={form.cites}
            width="medium"
            onChange={cites => onChange({ cites })}
          />
        )}
        <TextInput
          label={words.behalf}
          hint={words.behalfHint}
          pointer="/behalf"
          value={form.behalf}
          width="medium"
          onChange={behalf => onChange({ behalf })}
        />
      </div>
    </>
  )
}
