import { useEffect, useState } from 'react'
import { findKept, forgetKept, keep } from '../../form/kept.ts'
import { type Draft, isDraft } from './draft-state.ts'

/** The draft of this tab, kept over a reload. Undefined until it is begun. */
export const useDraft = (name: string) => {
  const [draft, setDraft] = useState<Draft | undefined>(() => findKept(name, isDraft))
  useEffect(() => {
    if (draft) keep(name, draft)
  }, [name, draft])
  return {
    draft,
    setDraft,
    forget: () => {
      forgetKept(name)
      setDraft(undefined)
    },
  }
}
