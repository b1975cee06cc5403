import { expect, test } from 'vitest'
import { type HostileReason, isRefused, type NamePartReason, type RequiredTextReason } from '../src/index.ts'

type Decide = () => { kind: string } | undefined

/** Each reason of a rule has a case that produces it; a reason without one does not compile. */
export type Cases<R extends string> = { [K in R]: Decide }

// What no sentence may hold: the example person's name and number, and the phrase that is read two ways.
const forbidden = /zzyquill|marisol|000-?12-?3456|no bail/i

// The way on follows the rule, or is all that is said.
const wayOn = /[;,:.] \w|^(?:Certify|Choose|Fix|Put|Say|Take) /

/** One test per reason: the case is refused for it, in one sentence that names the way on and no person. */
export const eachRefusal = <R extends string>(cases: Cases<R>): void => {
  for (const [reason, decide] of Object.entries<Decide>(cases)) {
    test(`refuses: ${reason}`, () => {
      const decision = decide()
      if (!decision || !isRefused(decision)) throw new Error(`not refused, but ${JSON.stringify(decision)}`)
      expect(decision.reason).toBe(reason)
      expect(decision.say).toMatch(/^[A-Z"].{20,180}[.]$/su)
      expect(decision.say).toMatch(wayOn)
      expect(decision.say).not.toMatch(forbidden)
    })
  }
}

/** What no text may hold, put into one field. */
export const hostileCases = (put: (text: string) => ReturnType<Decide>): Cases<HostileReason> => ({
  'text-nul': () => put('Ab\0c'),
  'text-control': () => put('Ab\u0007c'),
  'text-lone-surrogate': () => put('Ab\ud800c'),
  'text-bidi-control': () => put('Ab\u202ec'),
  'text-invisible': () => put('Ab\u200bc'),
  'text-garbled': () => put('Ab\ufffdc'),
  'text-too-long': () => put('b'.repeat(20_001)),
})

export const requiredTextCases = (put: (text: string) => ReturnType<Decide>): Cases<RequiredTextReason> => ({
  ...hostileCases(put),
  'text-empty': () => put('  '),
})

export const namePartCases = (put: (text: string) => ReturnType<Decide>): Cases<NamePartReason> => ({
  ...requiredTextCases(put),
  'text-markup': () => put('<b>Ab</b>'),
  'text-without-letter': () => put('--'),
})
