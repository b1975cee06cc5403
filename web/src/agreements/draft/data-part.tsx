import { useState } from 'react'
import { Alert, Button, TextArea } from '../../ui/ui.ts'
import { draftWords } from '../../words/draft.ts'
import { hasParts } from './draft-state.ts'
import type { PartProps } from './section.tsx'

const words = draftWords.fields

const read = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** The terms as the JSON that they are, for whoever writes data, and for what the form has no field for. */
export const DataPart = ({ terms, onChange }: PartProps) => {
  const [text, setText] = useState<string>()
  const [fault, setFault] = useState<string>()
  const takeOver = () => {
    const json = read(text ?? '')
    if (json === undefined) return setFault(words.notJson)
    if (!hasParts(json)) return setFault(words.notTerms)
    setFault(undefined)
    setText(undefined)
    onChange(json)
  }
  return (
    <details className="agreements-more">
      <summary>{draftWords.parts.data}</summary>
      {fault && (
        <Alert tone="error" urgent>
          {fault}
        </Alert>
      )}
      <TextArea
        label={words.json}
        hint={words.jsonHint}
        pointer="/json"
        rows={14}
        value={text ?? JSON.stringify(terms, null, 2)}
        onChange={setText}
      />
      <Button look="outline" size="row" onClick={takeOver}>
        {words.takeOver}
      </Button>
    </details>
  )
}
