import type { ReactNode } from 'react'
import { useMe } from '../me.ts'
import { Loading, Page, Problem } from '../ui/ui.ts'
import { Forbidden, SignInFirst } from './forbidden.tsx'

interface GateProps {
  /** Any of these opens the screen. */
  permissions: readonly string[]
  screen: string
  /** From which chair the screen is worked. */
  chair: string
  children: ReactNode
}

/** Draws a screen only for those who may see it; says whose it is to the others. */
export const Gate = ({ permissions, screen, chair, children }: GateProps) => {
  const me = useMe()
  if (me.isLoading) return <Loading />
  if (permissions.some(me.may)) return children
  if (me.problem && !me.role)
    return (
      <Page title={screen}>
        <Problem problem={me.problem} onReload={() => location.reload()} />
      </Page>
    )
  if (me.role === null) return <SignInFirst screen={screen} />
  return <Forbidden screen={screen} chair={chair} />
}
