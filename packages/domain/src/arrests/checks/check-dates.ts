import { firstRefusal, type Refused, refuse } from '../../decision.ts'
import { addDays, cityDateOf, type Instant, isInFuture } from '../../time/instant.ts'
import { ageOn } from '../age.ts'
import type { ArrestReport } from '../arrest-report.ts'

/** Nobody alive was arrested earlier, and no year typed wrongly by a century passes. */
const oldestYears = 120

export const dateReasons = [
  'arrested-in-future',
  'arrested-too-long-ago',
  'offense-after-arrest',
  'offense-too-long-ago',
  'birth-date-not-plausible',
  'parents-notified-in-future',
] as const
export type DateReason = (typeof dateReasons)[number]

const sentences: { [R in DateReason]: string } = {
  'arrested-in-future': 'The time of arrest lies in the future; enter when the person was taken into custody.',
  'arrested-too-long-ago': 'The time of arrest lies more than 120 years back; check the year.',
  'offense-after-arrest': 'The offense is dated after the arrest; check both dates.',
  'offense-too-long-ago': 'The offense is dated before the person was born or over 120 years back; check the year.',
  'birth-date-not-plausible': 'By this birth date the person is under 7 or over 120; check it, or leave it empty.',
  'parents-notified-in-future': 'The notice to the parents is dated in the future; enter when they were notified.',
}

const say = (reason: DateReason, at: string): Refused<DateReason> => refuse(reason, sentences[reason], at)

/** The dates of a report, draft or not, against one another and the present. Plain dates are Philadelphia days. */
export const checkDates = (report: ArrestReport, now: Instant): Refused<DateReason> | undefined => {
  const { arrestedAt, charges, person, directFile } = report
  if (isInFuture(arrestedAt, now)) return say('arrested-in-future', 'arrestedAt')
  const arrestedOn = cityDateOf(arrestedAt)
  const oldest = addDays(cityDateOf(now), -oldestYears * 365)
  if (arrestedOn < oldest) return say('arrested-too-long-ago', 'arrestedAt')
  const { bornOn } = person
  if (bornOn !== null && (bornOn > arrestedOn || ageOn(bornOn, arrestedOn) < 7 || ageOn(bornOn, arrestedOn) > 120))
    return say('birth-date-not-plausible', 'person.bornOn')
  if (directFile && isInFuture(directFile.parentsNotifiedAt, now))
    return say('parents-notified-in-future', 'directFile.parentsNotifiedAt')
  return firstRefusal(
    charges.map(({ offenseOn }, index) => () => {
      const at = `charges.${index}.offenseOn`
      if (offenseOn > arrestedOn) return say('offense-after-arrest', at)
      return offenseOn < oldest || (bornOn !== null && offenseOn < bornOn) ? say('offense-too-long-ago', at) : undefined
    }),
  )
}
