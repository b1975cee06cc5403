import { forgeEntry, numberOf, rebuildTree, recommitEntry } from './tampered-log.sql.ts'
import { sql, type Tampering, type Thief } from './tampering.sql.ts'

const forged =
  (
    kind: string,
    clear: (thief: Thief, numbers: { police: number; court: number; accepted: number }) => object,
    at: (thief: Thief) => string,
  ) =>
  async (thief: Thief) => {
    const { client, origin, signer } = thief
    const numbers = {
      police: await numberOf(client, 'ballot.cast', 'asc'),
      court: await numberOf(client, 'ballot.cast'),
      accepted: await numberOf(client, 'agreement.accepted'),
    }
    await forgeEntry(client, { kind, clear: clear(thief, numbers), at: at(thief) })
    await rebuildTree(client, origin, signer)
  }
const now = () => new Date().toISOString()

const activationOf = ({ agreement }: Thief, ballots: readonly number[], acceptance: number | null): object => ({
  agreement: agreement.code,
  agreementVersion: 1,
  termsHash: agreement.termsHash,
  wallsHash: '0'.repeat(64),
  ballots,
  acceptance,
  startsAt: '2018-01-01T05:00:00.000Z',
  endsAt: '2099-01-01T05:00:00.000Z',
})

const answerUnder = ({ agreement }: Thief): object => ({
  agreement: agreement.code,
  agreementVersion: 1,
  unit: 'made-up',
  authentication: 'signed',
  question: 'by-identifier',
  filters: ['otn'],
  purpose: null,
  classes: [],
  rows: 0,
})

/** A rehearsal's clock may run fast: a day is allowed to who was under way. */
const daysBeforeEnd = ({ agreement }: Thief, days: number): string =>
  new Date(Date.parse(agreement.endsAt) - days * 86_400_000).toISOString()

/** Agreements, votes and answers. */
export const ofAgreements: readonly Tampering[] = [
  {
    kind: 'an agreement put in force with one ballot',
    tamper: forged('agreement.activated', (thief, { police }) => activationOf(thief, [police], null), now),
    finds: ['activation-without-two-ballots', 'row-altered', 'walls-altered'],
    names: null,
    inFiles: true,
  },
  {
    kind: 'an agreement put in force by an acceptance that is none',
    tamper: forged(
      'agreement.activated',
      (thief, { police, court }) => activationOf(thief, [police, court], police),
      now,
    ),
    finds: ['activation-without-acceptance', 'row-altered', 'walls-altered'],
    names: null,
    inFiles: true,
  },
  {
    kind: 'an agreement backdated to before its votes',
    tamper: forged(
      'agreement.activated',
      (thief, { police, court, accepted }) => activationOf(thief, [police, court], accepted),
      () => '2018-01-01T05:00:00.000Z',
    ),
    finds: ['activation-before-votes', 'row-altered', 'walls-altered'],
    names: null,
    inFiles: true,
  },
  {
    kind: 'a partner answered after the end',
    tamper: forged('inquiry.answered', answerUnder, ({ agreement }) => agreement.endsAt),
    finds: ['answer-after-end', 'row-missing'],
    names: null,
    inFiles: true,
  },
  {
    kind: 'a partner answered while its agreement was stopped',
    tamper: async thief => {
      const stop = ({ agreement }: Thief) => ({
        agreement: agreement.code,
        agreementVersion: 1,
        cause: 'resolution',
        ballots: [],
      })
      await forged('agreement.suspended', stop, () => daysBeforeEnd(thief, 9))(thief)
      await forged('inquiry.answered', answerUnder, () => daysBeforeEnd(thief, 7))(thief)
    },
    finds: ['answer-while-stopped', 'row-missing'],
    names: null,
    inFiles: true,
  },
  {
    kind: 'the end of an agreement moved in what the database decides by',
    tamper: sql(`update inquiry.standing set ends_at = ends_at + interval '1 year'`),
    finds: ['standing-altered'],
    names: 'agreement.activated',
    inFiles: false,
  },
  {
    kind: "a partner's daily limit raised",
    tamper: sql('update inquiry.standing set persons_per_unit_per_day = 100000'),
    finds: ['standing-altered'],
    names: 'agreement.activated',
    inFiles: false,
  },
  {
    kind: "a day's counter of inquiries set back",
    tamper: sql(`update inquiry.quota set used = 0 where subject like 'unit %'`),
    finds: ['quota-altered'],
    names: null,
    inFiles: false,
  },
  {
    kind: "a day's counters of inquiries deleted",
    tamper: sql('delete from inquiry.quota'),
    finds: ['quota-altered'],
    names: null,
    inFiles: false,
  },
  {
    kind: "a day's allowance of inquiries raised",
    tamper: sql(
      `update inquiry.quota set allowance = allowance + 1000 where subject like 'persons %' or subject like 'officer %'`,
    ),
    finds: ['quota-altered'],
    names: null,
    inFiles: false,
  },
  {
    kind: 'a ballot turned from against to for',
    tamper: sql(`update agreement.ballot set choice = 'against' where seat = 'court'`),
    finds: ['row-altered'],
    names: 'ballot.cast',
    inFiles: false,
  },
  {
    kind: 'a ballot that its key did not sign',
    tamper: async thief => {
      const { client, origin, signer } = thief
      const number = await numberOf(client, 'ballot.cast')
      await client.query(
        `update journal.content set texts[2] = regexp_replace(texts[2], '"signature":"[^"]{8}', '"signature":"AAAAAAAA') where entry_id = (select entry_id from journal.place where number = $1)`,
        [number],
      )
      // Committed anew, so that leaf and content agree.
      const { rows } = await client.query('select entry_id from journal.place where number = $1', [number])
      await recommitEntry(client, number, rows[0].entry_id)
      await rebuildTree(client, origin, signer)
    },
    finds: ['ballot-signature-wrong', 'known-checkpoint-contradicted', 'row-altered'],
    names: 'ballot.cast',
    inFiles: true,
  },
  {
    kind: "a duty's last day moved",
    tamper: sql(`update agreement.obligation set due_on = due_on + 1000`),
    finds: ['duty-altered'],
    names: null,
    inFiles: false,
  },
]
