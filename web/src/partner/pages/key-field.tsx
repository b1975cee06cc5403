import { useState } from 'react'
import { type KeyFault, type OpenedKey, openKeyFile } from '../../signing/key-file.ts'
import { Field, useFieldError } from '../../ui/ui.ts'
import { consoleWords } from '../../words/partner.ts'

const words = consoleWords.key

interface KeyFieldProps {
  opened: OpenedKey | undefined
  onOpen: (key: OpenedKey | undefined) => void
}

/** The unit's key file: read in this page, used for one signature, never sent. */
export const KeyField = ({ opened, onOpen }: KeyFieldProps) => {
  const [fault, setFault] = useState<KeyFault>()
  const missing = useFieldError('/keyId')
  const read = async (file: File | undefined) => {
    setFault(undefined)
    onOpen(undefined)
    if (!file) return
    const outcome = await openKeyFile(await file.text())
    if (outcome.kind === 'fault') setFault(outcome.fault)
    else onOpen(outcome.key)
  }
  return (
    <>
      <Field label={words.label} hint={words.hint} pointer="/keyId">
        {input => (
          <input
            {...input}
            className="usa-file-input"
            type="file"
            accept=".pem,.key,application/x-pem-file"
            onChange={event => void read(event.target.files?.[0])}
          />
        )}
      </Field>
      {fault && (
        <p className="usa-error-message" role="alert">
          {words.faults[fault]}
        </p>
      )}
      {opened && !missing && <code className="console-hash">{opened.keyId}</code>}
    </>
  )
}
