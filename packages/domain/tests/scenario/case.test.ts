import { describe, expect, test } from 'vitest'
import { aPerson, at, day } from '../examples.ts'
import { play } from './play.ts'
import { arrest } from './story.ts'
import {
  assault,
  charged,
  listed,
  listedTwice,
  moneyBail,
  noProbableCause,
  paper,
  reported,
  twoIncidents,
  wholeChecklist,
} from './tellings.ts'

describe('one arrest, from the street to the door', () => {
  test('the usual path ends with release on recognizance', () => {
    play(
      arrest()
        .draftedBy('booking-officer', { arrestedAt: paper.arrestedAt })
        .shows({ stage: 'draft', next: 'arrest.report by police' })
        .reportedBy('booking-officer', paper)
        .shows({ stage: 'sent-to-charging', next: 'charging.take by prosecutor', passed: [] })
        .takenBy('charging-attorney')
        .shows({ stage: 'charging-taken', next: 'charging.decide by prosecutor' })
        .decidedBy('charging-attorney', 'approved')
        .shows({ stage: 'charged', next: 'complaint.make by prosecutor' })
        .complainedBy('charging-attorney')
        .shows({ stage: 'complaint-made', next: 'complaint.file by court' })
        .filedBy('court-clerk')
        .shows({ stage: 'complaint-filed', next: 'listing.add by court' })
        .listedBy('court-clerk')
        .shows({ stage: 'listed', next: 'arraignment.hold by court' })
        .askedBy('charging-attorney', 'bail.request', moneyBail)
        .askedBy('defender', 'bail.defense-request', {})
        .askedBy('pretrial-officer', 'bail.recommend', {})
        .arraignedBy('magistrate')
        .shows({ stage: 'arraigned', next: 'bail.set by court', findingDueIn: null })
        .bailSetBy('magistrate')
        .shows({ stage: 'bail-set', next: 'departure.propose by police', words: ['RELEASE - ROR'] })
        .departureProposedBy('release-desk', 'bail-without-money')
        .shows({ stage: 'departure-proposed', next: 'departure.confirm by police' })
        .departureConfirmedBy('police-supervisor')
        .shows({ stage: 'departure-confirmed', next: 'departure.acknowledge by police', onBoard: true })
        .leftBy('booking-officer')
        .on('2026-03-02T05:40-05:00')
        .shows({ stage: 'released', next: 'nothing', onBoard: false, hoursHeld: 4.5 }, 600),
    )
  })

  test('a report that charging sent back is corrected, sent again and decided by another attorney', () => {
    play(
      reported()
        .takenBy('charging-attorney')
        .sentBackBy('charging-attorney', 'wrong-charges')
        .shows({ stage: 'sent-back', next: 'arrest.report by police' })
        .takenBy('charging-attorney/2')
        .refusedFor('sent-back')
        .correctedBy('detective', 'The grade was misread.', { charges: [{ ...assault, grade: 'F2' }] })
        .reportedBy('detective')
        .shows({ stage: 'sent-to-charging', passed: [] })
        .decidedBy('charging-attorney', 'approved')
        .refusedFor('not-taken')
        .takenBy('charging-attorney/2')
        .decidedBy('charging-attorney', 'approved')
        .refusedFor('taken-by-another')
        .decidedBy('charging-attorney/2', 'approved')
        .shows({ stage: 'charged' }),
    )
  })

  test('two dockets: one on recognizance, one on money, and the one that holds, holds', () => {
    play(
      charged(twoIncidents)
        .complainedBy('charging-attorney', [1])
        .shows({ stage: 'charged', next: 'complaint.make by prosecutor' })
        .complainedBy('charging-attorney', [2])
        .filedBy('court-clerk', 1)
        .shows({ stage: 'complaint-made', next: 'complaint.file by court' })
        .filedBy('court-clerk', 2)
        .listedBy('court-clerk', 1)
        .listedBy('court-clerk', 2)
        .arraignedBy('magistrate', {}, 1)
        .bailSetBy('magistrate', {}, 1)
        .departureProposedBy('release-desk', 'bail-without-money')
        .refusedFor('docket-undecided')
        .arraignedBy('magistrate', {}, 2)
        .bailSetBy('magistrate', moneyBail, 2)
        .shows({ stage: 'bail-set', words: ['RELEASE - ROR', 'HELD - $50,000, 10% TO POST ($5,000)'] })
        .departureProposedBy('release-desk', 'bail-without-money')
        .refusedFor('basis-contradicts-facts')
        .departureProposedBy('release-desk', 'commitment-for-bail')
        .departureConfirmedBy('release-desk/2')
        .leftBy('release-desk')
        .shows({ stage: 'committed' }),
    )
  })

  test('bail refused: the person is committed, by an order that says why', () => {
    play(
      listed()
        .arraignedBy('magistrate')
        .bailRefusedBy('magistrate')
        .shows({ stage: 'bail-refused', words: ['HELD - BAIL REFUSED'], next: 'departure.propose by police' })
        .bailSetBy('magistrate')
        .refusedFor('order-exists')
        .departureProposedBy('release-desk', 'bail-without-money')
        .refusedFor('basis-contradicts-facts')
        .departureProposedBy('release-desk', 'commitment-bail-refused')
        .departureConfirmedBy('release-desk/2')
        .leftBy('release-desk')
        .shows({ stage: 'committed' }),
    )
  })

  test('no probable cause: the magistrate discharges, and nothing about bail is decided', () => {
    play(
      listed()
        .arraignedBy('magistrate', noProbableCause)
        .shows({ stage: 'discharged', next: 'departure.propose by police', findingDueIn: null })
        .bailSetBy('magistrate', moneyBail)
        .refusedFor('discharged')
        .askedBy('charging-attorney', 'bail.request', moneyBail)
        .refusedFor('discharged')
        .departureProposedBy('release-desk', 'no-probable-cause')
        .departureConfirmedBy('release-desk/2')
        .leftBy('release-desk')
        .shows({ stage: 'released', words: [] }),
    )
  })

  test('sixteen at the offense: only by direct file, with the parents notified and the magistrate verifying it', () => {
    const directFile = { parentsNotifiedAt: at('2026-03-02T01:30-05:00'), parentsNotifiedBy: 'Officer R. Farrow' }
    play(
      arrest()
        .draftedBy('booking-officer', { ...paper, person: aPerson({ bornOn: day('2009-06-30') }) })
        .reportedBy('booking-officer')
        .refusedFor('under-18-without-notice')
        .reportedBy('booking-officer', { directFile })
        .takenBy('charging-attorney')
        .decidedBy('charging-attorney', 'approved')
        .complainedBy('charging-attorney')
        .filedBy('court-clerk')
        .listedBy('court-clerk')
        .arraignedBy('magistrate')
        .refusedFor('checklist-item-missing')
        .arraignedBy('magistrate', { checklist: [...wholeChecklist, 'parents-notified'] })
        .shows({ stage: 'arraigned' }),
    )
  })

  test('an arrest on a warrant needs no finding, and raises no probable-cause alarm', () => {
    const world = play(
      listed({ basis: 'warrant', warrantNumber: 'W-2026-0001' })
        .shows({ findingDueIn: null, passed: ['custody 20', 'custody 44'], nextAlarm: 'custody 72' }, 48 * 60)
        .arraignedBy('magistrate', { probableCause: 'found' })
        .refusedFor('probable-cause-not-needed')
        .arraignedBy('magistrate')
        .bailSetBy('magistrate', moneyBail)
        .shows({ words: ['HELD - $50,000, 10% TO POST ($5,000)'] }),
    )
    expect(world.complaints[0]?.held?.probableCause).toBe('warrant')
  })

  test('the second docket of an arrest takes another number than the first', () => {
    const filed = listedTwice().steps.filter(step => step.act === 'complaint.file')
    expect(new Set(filed.map(step => step.act === 'complaint.file' && step.given.docketNumber)).size).toBe(2)
    play(listedTwice().shows({ stage: 'complaint-filed' }))
  })

  test('each seat does its own acts and nobody else’s', () => {
    play(
      reported()
        .takenBy('booking-officer')
        .refusedFor('not-your-act')
        .takenBy('prosecutor-manager')
        .refusedFor('not-your-role')
        .takenBy('charging-attorney')
        .correctedBy('charging-attorney', 'To help.', { place: 'elsewhere' })
        .refusedFor('not-your-act')
        .decidedBy('detective', 'approved')
        .refusedFor('not-your-act')
        .decidedBy('charging-attorney', 'approved')
        .complainedBy('charging-attorney')
        .filedBy('charging-attorney')
        .refusedFor('not-your-act')
        .filedBy('court-clerk')
        .listedBy('court-clerk')
        .arraignedBy('court-clerk')
        .refusedFor('not-your-role')
        .askedBy('defender', 'bail.request', {})
        .refusedFor('not-your-act')
        .askedBy('charging-attorney', 'bail.defense-request', {})
        .refusedFor('not-your-act')
        .arraignedBy('magistrate')
        .bailSetBy('pretrial-officer')
        .refusedFor('not-your-role')
        .bailSetBy('visitor')
        .refusedFor('sign-in-first')
        .bailSetBy('magistrate')
        .departureProposedBy('magistrate', 'bail-without-money')
        .refusedFor('not-your-act'),
    )
  })
})
