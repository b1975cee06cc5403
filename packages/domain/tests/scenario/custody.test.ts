import { describe, test } from 'vitest'
import { aPerson, at } from '../examples.ts'
import { play } from './play.ts'
import { arrest } from './story.ts'
import { assault, listed, listedTwice, lowPaper, noProbableCause, paper, reported } from './tellings.ts'

const by48Hours = ['custody 20', 'probable-cause 36', 'custody 44', 'probable-cause 44', 'probable-cause 48']

describe('leaving custody', () => {
  test('every charge declined: the person goes free, after holds were checked and a second person agreed', () => {
    play(
      reported()
        .takenBy('charging-attorney')
        .decidedBy('charging-attorney', { declined: 'insufficient-evidence' })
        .shows({ stage: 'declined', next: 'departure.propose by police' })
        .complainedBy('charging-attorney')
        .refusedFor('arrest-declined')
        .departureProposedBy('release-desk', 'bail-without-money')
        .refusedFor('basis-contradicts-facts')
        .departureProposedBy('release-desk', 'charges-declined', false)
        .refusedFor('holds-not-checked')
        .departureProposedBy('release-desk', 'charges-declined')
        .departureConfirmedBy('release-desk')
        .refusedFor('same-person')
        .departureConfirmedBy('release-desk/2', false)
        .refusedFor('holds-not-checked')
        .leftBy('release-desk')
        .refusedFor('not-confirmed')
        .departureConfirmedBy('release-desk/2')
        .leftBy('release-desk')
        .shows({ stage: 'released', next: 'nothing' }),
    )
  })

  const out = reported(lowPaper)
    .departureProposedBy('release-desk', 'rule-519b')
    .departureConfirmedBy('release-desk/2')
    .leftBy('release-desk')

  test('a low misdemeanor: released on a summons, and the complaint follows within five days', () => {
    play(
      out
        .shows({ stage: 'released-on-summons', next: 'charging.take by prosecutor', onBoard: true, findingDueIn: null })
        .shows({ nextAlarm: 'complaint-due 120' }, 24 * 60)
        .takenBy('charging-attorney')
        .on('2026-03-04T09:00-05:00')
        .decidedBy('charging-attorney', 'approved')
        .complainedBy('charging-attorney', [1], { processRequested: 'none-arrested' })
        .refusedFor('process-contradicts-custody')
        .complainedBy('charging-attorney')
        .filedBy('court-clerk')
        .shows({ stage: 'released', next: 'nothing', onBoard: false, passed: [], nextAlarm: null }, 7 * 24 * 60)
        .listedBy('court-clerk')
        .refusedFor('person-has-left'),
    )
  })

  test('a complaint after a summons that comes late stays late', () => {
    play(
      out
        .shows({ passed: ['complaint-due 120'], nextAlarm: null }, 120 * 60)
        .takenBy('charging-attorney')
        .on('2026-03-08T09:00-04:00')
        .decidedBy('charging-attorney', 'approved')
        .complainedBy('charging-attorney')
        .filedBy('court-clerk')
        .shows({ stage: 'released', passed: ['complaint-due 120'] }, 60),
    )
  })

  const held = listed()
    .arraignedBy('magistrate')
    .bailSetBy('magistrate')
    .departureProposedBy('release-desk', 'bail-without-money')
    .departureConfirmedBy('release-desk/2')
    .holdRecordedBy('release-desk', 'probation-parole-detainer')
    .leftBy('release-desk')
    .refusedFor('hold-open')

  test('an open hold bars the door until it is lifted', () => {
    play(held.holdLiftedBy('release-desk').leftBy('release-desk').shows({ stage: 'released' }))
  })

  test('an open hold lets the person leave only into the hands of whoever holds', () => {
    play(
      held
        .departureWithdrawnBy('release-desk')
        .departureProposedBy('release-desk', 'held-for-other-authority')
        .departureConfirmedBy('release-desk/2')
        .leftBy('release-desk')
        .shows({ stage: 'handed-over' }),
    )
  })
})

describe('the custody clock', () => {
  test('an unsent draft grows loud while it runs', () => {
    play(
      arrest()
        .draftedBy('booking-officer', { arrestedAt: paper.arrestedAt })
        .shows({ stage: 'draft', passed: [], nextAlarm: 'draft 2' })
        .shows({ passed: ['draft 2', 'draft 6'], nextAlarm: 'draft 12', next: 'arrest.report by police' }, 6 * 60)
        .takenBy('charging-attorney')
        .refusedFor('not-sent')
        .departureProposedBy('release-desk', 'rule-519b')
        .refusedFor('not-sent')
        .reportedBy('booking-officer', paper)
        .on('2026-03-02T13:20-05:00')
        .shows({ stage: 'sent-to-charging', passed: ['draft 2', 'draft 6', 'draft 12'], nextAlarm: 'custody 20' }),
    )
  })

  test('a report that waits for its correction raises no alarm for an unsent draft, which it was not', () => {
    play(
      reported()
        .takenBy('charging-attorney')
        .sentBackBy('charging-attorney', 'missing-papers')
        .reportedBy('detective')
        .after(5 * 60)
        .shows({ stage: 'sent-to-charging', passed: [] }),
    )
  })

  test('a person in hospital is not produced, is listed again, and the clock never stops', () => {
    play(
      listed()
        .notProducedBy('court-clerk', 'hospital')
        .shows({ stage: 'not-produced', next: 'listing.add by court' })
        .arraignedBy('magistrate')
        .refusedFor('not-listed')
        .listedBy('court-clerk', 1, '200')
        .refusedFor('room-unknown')
        .on('2026-03-03T14:10-05:00')
        .shows({ stage: 'not-produced', passed: ['custody 20', 'probable-cause 36'], findingDueIn: 48 - 37 })
        .listedBy('court-clerk')
        .shows({ stage: 'listed' })
        .arraignedBy('magistrate')
        .shows({ stage: 'arraigned', findingDueIn: null }),
    )
  })

  test('nobody finds probable cause for 48 hours: each alarm goes off at its hour, and stays', () => {
    play(
      reported()
        .shows({ passed: [], nextAlarm: 'custody 20' }, 19 * 60)
        .takenBy('charging-attorney')
        .on('2026-03-03T13:10-05:00')
        .shows({ passed: ['custody 20', 'probable-cause 36'], nextAlarm: 'custody 44', findingDueIn: 12 })
        .decidedBy('charging-attorney', 'approved')
        .on('2026-03-04T01:09-05:00')
        .shows({ passed: by48Hours.slice(0, -1), nextAlarm: 'probable-cause 48' })
        .complainedBy('charging-attorney')
        .on('2026-03-04T01:10-05:00')
        .shows({ passed: by48Hours, findingDueIn: 0 })
        .filedBy('court-clerk')
        .listedBy('court-clerk')
        .arraignedBy('magistrate')
        .shows({ passed: by48Hours, nextAlarm: 'custody 72', findingDueIn: null }),
    )
  })

  test('no probable cause on one of two dockets: the 48 hours run on until the other is heard', () => {
    const heard = listedTwice()
      .arraignedBy('magistrate', noProbableCause, 1)
      .on('2026-03-02T03:10-05:00')
      .shows({ stage: 'complaint-filed', findingDueIn: 46 })
      .departureProposedBy('release-desk', 'no-probable-cause')
      .refusedFor('docket-undecided')
      .listedBy('court-clerk', 2)
    play(heard.arraignedBy('magistrate', {}, 2).shows({ findingDueIn: null, stage: 'arraigned' }))
    play(heard.arraignedBy('magistrate', noProbableCause, 2).shows({ findingDueIn: null, stage: 'discharged' }))
    play(heard.shows({ passed: by48Hours }, 48 * 60))
  })

  test('a report corrected after charging keeps its charges and its alarms, and gets its name right', () => {
    const name = { kind: 'true' as const, last: "O'Zzyquill", first: 'M', middle: null, suffix: null }
    play(
      reported()
        .takenBy('charging-attorney')
        .decidedBy('charging-attorney', { modified: { grade: 'F2' } })
        .correctedBy('detective', 'The grade was misread.', { charges: [{ ...assault, grade: 'F3' }] })
        .refusedFor('charges-already-decided')
        .correctedBy('detective', 'Name as on the license.', { person: aPerson({ ssn: null, names: [name] }) })
        .shows({ stage: 'charged', passed: ['custody 20'] }, 20 * 60)
        // Arrested later than reported: the hours held fall to what is true, the alarm that went off has gone off.
        .correctedBy('detective', 'The watch was wrong.', { arrestedAt: at('2026-03-02T21:10-05:00') })
        .on('2026-03-02T23:10-05:00')
        .shows({ stage: 'charged', hoursHeld: 2, passed: ['custody 20'], nextAlarm: 'probable-cause 36' }),
    )
  })
})
