import type { AnswerOf, exportPackage, Problem } from '@pars/contract'
import { type ReactNode, useState } from 'react'
import type { FieldError } from '../api.ts'
import { formatNumber } from '../format.ts'
import { Button, Form, TextInput } from '../ui/ui.ts'
import { packageWords as words } from '../words/package.ts'

export type Exported = AnswerOf<typeof exportPackage>
export interface Range {
  readonly from: string
  readonly through: string
}

interface PackageFormProps {
  readonly start: Range
  readonly act: {
    readonly isRunning: boolean
    readonly problem: Problem | undefined
    readonly answer: Exported | undefined
  }
  readonly onExport: (range: Range) => void
  readonly children?: ReactNode
}

/** Asks for a range by dates or numbers; what came of it is a file, and a sentence. */
export const PackageForm = ({ start, act, onExport, children }: PackageFormProps) => {
  const [range, setRange] = useState(start)
  const [errors, setErrors] = useState<FieldError[]>([])
  const send = () => {
    const empty = (['from', 'through'] as const).filter(edge => range[edge].trim() === '')
    setErrors(empty.map(edge => ({ pointer: `/${edge}`, message: words.errors[edge] })))
    if (empty.length === 0) onExport({ from: range.from.trim(), through: range.through.trim() })
  }
  return (
    <Form onSubmit={send} errors={errors} problem={act.problem} label={words.title}>
      {children}
      {(['from', 'through'] as const).map(edge => (
        <TextInput
          key={edge}
          label={words[edge]}
          hint={words.hint}
          pointer={`/${edge}`}
          value={range[edge]}
          onChange={value => setRange(now => ({ ...now, [edge]: value }))}
        />
      ))}
      <Button type="submit" isRunning={act.isRunning}>
        {words.send}
      </Button>
      {act.answer && (
        <p role="status">
          {words.done(formatNumber(act.answer.from), formatNumber(act.answer.through))} {words.check}{' '}
          <a href="/verify">{words.checkPage}</a>
        </p>
      )}
    </Form>
  )
}

export const fileNameOf = ({ agreement, from, through }: Exported): string =>
  `pars-package-${agreement}-${from}-${through}.jsonl`
