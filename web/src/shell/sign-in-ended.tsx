import { useState } from 'react'
import { signInPath, useMe } from '../me.ts'
import { Page } from '../ui/ui.ts'
import { shellWords } from '../words/words.ts'

const words = shellWords.ended

/** True from the moment this window learns that the sign-in under which it was opened has ended, here or in another window. */
export const useEndedSignIn = (): boolean => {
  const { account, isLoading } = useMe()
  const [wasSeated, setSeated] = useState(false)
  if (account && !wasSeated) setSeated(true)
  return wasSeated && !isLoading && account === null
}

/** Nothing of the one who sat here stays on the screen; what they typed waits in the tab until they are back. */
export const SignInEnded = () => (
  <Page title={words.title} width="read">
    <p>{words.detail}</p>
    <a href={signInPath(location.pathname + location.search)} className="usa-button">
      {words.act}
    </a>
  </Page>
)
