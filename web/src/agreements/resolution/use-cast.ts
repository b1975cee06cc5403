import { castBallot, viewBallotStatement } from '@pars/contract'
import type { BallotChoice, Seat } from '@pars/domain'
import { useState } from 'react'
import { callOnce, problemFrom, useAct } from '../../api.ts'
import { showDone } from '../../done.ts'
import { type PasskeyFault, signByPasskey } from '../../signing/passkey.ts'
import { resolutionWords } from '../../words/resolution.ts'
import { ballotOf } from './check-texts.ts'
import type { Resolution } from './seat-votes.tsx'

const words = resolutionWords.ballot

export interface Ballot {
  choice: BallotChoice
  reason: string
  onAuthorityOf: string
}

interface Casting {
  resolution: Resolution
  seat: Seat
  origin: string
  prose: string | null
}

/** Signs the ballot that this browser wrote, and casts it. Nothing is signed when the server would have signed something else. */
export const useCast = ({ resolution, seat, origin, prose }: Casting, onCast: () => void) => {
  const [fault, setFault] = useState<PasskeyFault | 'other-statement'>()
  const [asked, setAsked] = useState<unknown>()
  const [isSigning, setSigning] = useState(false)
  const act = useAct(castBallot)
  const params = { resolutionId: resolution.resolutionId }

  const sign = async (ballot: Ballot) => {
    const said = await callOnce(viewBallotStatement, { params, query: { choice: ballot.choice, seat } })
    const own = await ballotOf(resolution, { origin, seat, choice: ballot.choice, prose })
    if (said.statement !== own.statement) return setFault('other-statement')
    const keyIds = said.keys.filter(({ algorithm }) => algorithm !== 'ed25519').map(({ keyId }) => keyId)
    const signed = await signByPasskey({ challenge: own.challenge, relyingParty: said.relyingParty, keyIds })
    if (signed.kind === 'not-done') return setFault(signed.fault)
    const body = { ...ballot, ...signed.value, statement: own.statement }
    const done = await act.runAndWait({ params, body })
    if (!done) return
    showDone({ words: words.done(words.choices[ballot.choice].toLowerCase()), receipt: done.receipt })
    onCast()
  }

  const cast = async (ballot: Ballot) => {
    if (isSigning) return
    setFault(undefined)
    setAsked(undefined)
    setSigning(true)
    try {
      await sign(ballot)
    } catch (error) {
      setAsked(error)
    } finally {
      setSigning(false)
    }
  }
  return { cast, fault, isRunning: isSigning, problem: act.problem ?? problemFrom(asked) }
}
