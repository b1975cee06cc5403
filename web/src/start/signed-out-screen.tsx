import { Link } from '@tanstack/react-router'
import { useEffect } from 'react'
import { forgetAllKept } from '../form/kept.ts'
import { Page } from '../ui/ui.ts'
import { shellWords } from '../words/words.ts'

const words = shellWords.signedOut

/** After signing out: nothing that was typed stays in this tab for the next person. */
export const SignedOutScreen = () => {
  useEffect(forgetAllKept, [])
  return (
    <Page title={words.title} width="read">
      <p>{words.detail}</p>
      <Link to="/" className="usa-button">
        {words.wayOn}
      </Link>
    </Page>
  )
}
