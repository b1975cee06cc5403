import { Link } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { createPortal } from 'react-dom'
import { useCity } from '../clock.ts'
import { forgetAllKept, hasKept } from '../form/kept.ts'
import { signInPath, useMe } from '../me.ts'
import { Button, Dialog, Owner } from '../ui/ui.ts'
import { roleWords, shellWords } from '../words/words.ts'

const words = shellWords.seat

const AskFirst = ({ onStay }: { onStay: () => void }) => (
  <Dialog title={words.leave.title} onClose={onStay}>
    <p>{words.leave.detail}</p>
    <form method="post" action="/sign-out" className="pars-acts" onSubmit={forgetAllKept}>
      <Button onClick={onStay}>{words.leave.stay}</Button>
      <Button look="outline" type="submit">
        {words.leave.act}
      </Button>
    </form>
  </Dialog>
)

/** Asks first while something typed would be lost. */
const SignOut = () => {
  const [isAsking, setAsking] = useState(false)
  const leave = (event: FormEvent) => {
    if (!hasKept()) return
    event.preventDefault()
    setAsking(true)
  }
  return (
    <>
      <form method="post" action="/sign-out" className="pars-seat__form" onSubmit={leave}>
        <button type="submit" className="pars-seat__act">
          {words.signOut}
        </button>
      </form>
      {isAsking && createPortal(<AskFirst onStay={() => setAsking(false)} />, document.body)}
    </>
  )
}

/** Who sits here; change chair in a rehearsal, sign out everywhere. What was typed goes with the press, whatever page comes after. */
export const Seat = () => {
  const { account, isLoading } = useMe()
  const { city } = useCity()
  if (isLoading) return <div className="pars-seat" />
  if (!account)
    return (
      <div className="pars-seat">
        <span className="pars-seat__who">{city?.rehearsal ? words.visitor : ''}</span>
        {city?.rehearsal ? (
          <Link to="/" hash="chairs" className="pars-seat__act">
            {words.takeChair}
          </Link>
        ) : (
          <a href={signInPath(location.pathname)} className="pars-seat__act">
            {words.signIn}
          </a>
        )}
      </div>
    )
  return (
    <div className="pars-seat">
      <span className="pars-seat__who" title={words.here(account.displayName)}>
        <Owner party={account.party} /> {account.displayName}, <span>{roleWords(account.role)}</span>
      </span>
      {city?.rehearsal && (
        <Link to="/" hash="chairs" className="pars-seat__act">
          {words.changeChair}
        </Link>
      )}
      <SignOut />
    </div>
  )
}
