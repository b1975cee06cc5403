import type { Moment, PartnerCode } from './story.ts'

const removal = { partner: 'removal-agency' } as const
const adopt = (partner: PartnerCode): Moment => ({
  name: `adopt-${partner}`,
  at: '2017-09-01T10:30',
  say: `Two seats adopt the terms of the ${partner}, and it accepts them.`,
  deed: {
    kind: 'adopt',
    partner,
    votes: {
      police: { choice: 'for', reason: 'As in the years before.' },
      court: { choice: 'for', reason: 'As in the years before.' },
    },
  },
})
const register = (partner: PartnerCode): Moment => ({
  name: `register-${partner}`,
  at: '2017-09-01T10:00',
  say: `The ${partner} is registered, with who decided its status and on what citation.`,
  deed: { kind: 'register', partner },
})
const partners = ['removal-agency', 'investigations-agency', 'pretrial-agency', 'neighbor-police'] as const

const beginning: readonly Moment[] = [
  { name: 'genesis', at: '2017-09-01T09:30', say: 'Each seat registers its first key.', deed: { kind: 'genesis' } },
  ...partners.map(register),
  ...partners.map(adopt),
]

const winter: readonly Moment[] = [
  {
    name: 'switched-off',
    at: '2017-10-16T10:00',
    say: 'The city stops the warrant unit of the neighboring police: it took it for another unit.',
    deed: { kind: 'switch', partner: 'neighbor-police', stopped: true, reason: 'Reported for lost credentials.' },
  },
  {
    name: 'switched-on',
    at: '2017-10-27T10:00',
    say: 'The city lets the warrant unit go on.',
    deed: { kind: 'switch', partner: 'neighbor-police', stopped: false, reason: 'The report named another unit.' },
  },
  {
    name: 'own-fault',
    at: '2017-10-30T10:00',
    say: 'A fault on the city’s own side: it writes how many questions of the warrant unit it refused without reason.',
    deed: {
      kind: 'notice',
      partner: 'neighbor-police',
      notice: 'letter',
      subject: 'Your unit was stopped by our mistake',
      body: 'From October 16 to 27 the city stopped your unit for a report about another one. The log counts {count} of your questions refused by it. The fault was the city’s.',
      evidence: { agreement: 'warrants-2017', of: { term: 'unit-stopped' } },
    },
  },
]

const addresses: readonly Moment[] = [
  {
    name: 'amend',
    at: '2018-01-29T10:00',
    say: 'An amendment that withdraws addresses from March 1 is put to the vote.',
    deed: {
      kind: 'draft-and-open',
      ...removal,
      action: 'amend',
      terms: 'wide-without-addresses',
      startsOn: '2018-03-01',
      endsOn: '2018-08-31',
      closesAt: '2018-03-15T17:00',
    },
  },
  {
    name: 'narrowing',
    at: '2018-01-30T10:00',
    say: 'Notice of the narrowing is served; the terms ask for 14 days.',
    deed: {
      kind: 'notice',
      ...removal,
      notice: 'narrowing',
      subject: 'Addresses are withdrawn from March 1',
      body: 'From March 1, 2018 answers hold no addresses. Everything else of the terms stays.',
    },
  },
  {
    name: 'amended',
    at: '2018-02-01T10:00',
    say: 'Two seats vote for it; no acceptance is needed for less.',
    deed: {
      kind: 'vote',
      ...removal,
      of: 'amend',
      votes: {
        prosecutor: { choice: 'for', reason: 'No question needs an address.' },
        court: { choice: 'for', reason: 'The court has no objection.' },
      },
      becomes: 'in-force',
    },
  },
  {
    name: 'eve-of-amendment',
    at: '2018-02-28T23:00',
    say: 'The last day on which answers may hold addresses.',
    deed: { kind: 'last-question' },
  },
  {
    name: 'accusation',
    at: '2018-05-14T10:00',
    say: 'The city accuses the removal unit of going on to receive addresses after March 1.',
    deed: {
      kind: 'notice',
      ...removal,
      notice: 'breach',
      subject: 'Addresses after March 1',
      body: 'A resident told us that your unit still had an address from this record in April.',
      replyDueAt: '2018-06-13T17:00',
    },
  },
  {
    name: 'answer',
    at: '2018-05-21T10:00',
    say: 'The removal unit replies: none of its answers since then held one.',
    deed: {
      kind: 'letter',
      ...removal,
      letter: 'reply',
      subject: 'No address since March 1',
      body: 'Since March 1 no answer to us held an address. Count the log.',
      repliesTo: 'accusation',
    },
  },
  {
    name: 'unfounded',
    at: '2018-05-25T10:00',
    say: 'The accusation turns out unfounded: the city counts the log and withdraws it.',
    deed: {
      kind: 'notice',
      ...removal,
      notice: 'letter',
      subject: 'Our letter of May 14 is withdrawn',
      body: 'Answers that held an address since the amendment began: {count}. What we wrote on May 14 was unfounded.',
      evidence: { agreement: 'removal-2017', of: { class: 'address' }, after: 'eve-of-amendment' },
    },
  },
]

const july: readonly Moment[] = [
  {
    name: 'request',
    at: '2018-07-12T10:00',
    say: 'The solicitor asks for a meeting and for information on how the record is used.',
    deed: {
      kind: 'notice',
      ...removal,
      notice: 'request',
      subject: 'Your use of the record',
      body: 'Why is a place of birth asked for every day ({count} times so far by the log), and how do you review your own use?',
      replyDueAt: '2018-07-25T17:00',
      evidence: { agreement: 'removal-2017', of: { filter: 'birth-country' } },
    },
  },
  {
    name: 'letter-16',
    at: '2018-07-16T10:00',
    say: 'The director of the removal unit writes.',
    deed: {
      kind: 'letter',
      ...removal,
      letter: 'letter',
      subject: 'The agreement',
      body: 'We are not in breach. Country of birth is lawfully a part of an investigation; no victim or witness was looked for. We will meet.',
    },
  },
  {
    name: 'meeting',
    at: '2018-07-18T10:00',
    say: 'They meet.',
    deed: {
      kind: 'notice',
      ...removal,
      notice: 'meeting',
      subject: 'Meeting of July 18',
      body: 'The solicitor and the director met. Each said what it had written.',
    },
  },
  {
    name: 'letter-18',
    at: '2018-07-18T16:00',
    say: 'The solicitor writes again: the information is still asked for.',
    deed: {
      kind: 'notice',
      ...removal,
      notice: 'letter',
      subject: 'After our meeting',
      body: 'The questions of July 12 stand. A reply is due on July 25.',
      repliesTo: 'request',
    },
  },
  {
    name: 'no-reply',
    at: '2018-07-25T17:30',
    say: 'The day for the reply has passed.',
    deed: { kind: 'no-reply', ...removal, to: 'request' },
  },
  {
    name: 'non-renewal',
    at: '2018-07-26T15:00',
    say: 'Notice of non-renewal is served.',
    deed: {
      kind: 'notice',
      ...removal,
      notice: 'non-renewal',
      subject: 'The agreement is not renewed',
      body: 'The agreement ends with August 31, 2018. Until then its terms hold.',
    },
  },
]

const august: readonly Moment[] = [
  {
    name: 'renew',
    at: '2018-08-01T10:00',
    say: 'A resolution to renew is put to the vote all the same.',
    deed: {
      kind: 'draft-and-open',
      ...removal,
      action: 'renew',
      terms: 'wide-without-addresses',
      startsOn: '2018-09-01',
      endsOn: '2019-08-31',
      closesAt: '2018-08-30T17:00',
    },
  },
  {
    name: 'lost',
    at: '2018-08-06T10:00',
    say: 'Two seats vote against; the court is silent.',
    deed: {
      kind: 'vote',
      ...removal,
      of: 'renew',
      votes: {
        police: { choice: 'against', reason: 'The Mayor directs it.' },
        prosecutor: { choice: 'against', reason: 'The District Attorney said so on July 11.' },
      },
      becomes: 'failed',
    },
  },
  {
    name: 'lapsed',
    at: '2018-08-30T17:30',
    say: 'The resolution lapses: two seats did not vote for it.',
    deed: { kind: 'entered', ...removal, entry: 'resolution.lapsed' },
  },
  {
    name: 'the-end',
    at: '2018-08-31T23:59:58',
    say: 'The end instant, 2018-09-01T00:00:00-04:00.',
    deed: { kind: 'end', ...removal },
  },
  {
    name: 'ended',
    at: '2018-09-01T00:00:05',
    say: 'The end is entered.',
    deed: { kind: 'entered', ...removal, entry: 'agreement.ended' },
  },
  {
    name: 'others-go-on',
    at: '2018-09-01T00:00:06',
    say: 'An agreement that nobody ended goes on.',
    deed: { kind: 'still-answered', partner: 'investigations-agency' },
  },
]

export const momentsOf2018: readonly Moment[] = [...beginning, ...winter, ...addresses, ...july, ...august]
