import { dutyIdOf } from '../../agreements/duty-id.ts'
import { type ActEntry, bytesIn, listOf, type Members, membersOf, orNull, type Row, uuidIn } from '../act-entry.ts'
import { hashColumns, type KnownActs } from './known-acts.ts'

const seated = (entry: ActEntry): Members => ({ seat: entry.party, made_by: entry.by, made_at: entry.at })

/** Who acted at a custodian's desk, and when, as the slot says it. */
const officerOf = (entry: ActEntry): { made: string | null; by: string | null; at: string } => {
  const officer = membersOf(entry.slots.get('officer'))
  const at = officer['at']
  return { made: uuidIn(officer['made']), by: uuidIn(officer['account']), at: typeof at === 'string' ? at : entry.at }
}

const termsOf = (entry: ActEntry, known: KnownActs): Row[] => {
  const terms = membersOf(entry.act['terms'])
  const version = known.versionOf(terms['agreement'], terms['version'])
  const agreement_id = uuidIn(entry.act['agreementId'])
  const begun: Row = {
    table: 'agreement.agreement',
    fixed: {
      agreement_id,
      code: orNull(terms['agreement']),
      partner_id: uuidIn(entry.act['partnerId']),
      made_by: entry.by,
      made_at: entry.at,
    },
  }
  const drafted: Row = {
    table: 'agreement.version',
    fixed: {
      agreement_id,
      version: orNull(terms['version']),
      terms: version?.terms ?? null,
      ...hashColumns(version),
      sql: orNull(entry.act['sql']),
      prose: orNull(entry.act['prose']),
      starts_at: orNull(entry.act['startsAt']),
      ends_at: orNull(entry.act['endsAt']),
      door: orNull(entry.act['door']),
      ...seated(entry),
    },
  }
  return entry.act['begins'] === true ? [begun, drafted] : [drafted]
}

const resolutionOf = (entry: ActEntry, known: KnownActs): Row[] => {
  const { clear } = entry
  const { made, by, at } = officerOf(entry)
  return [
    {
      table: 'agreement.resolution',
      fixed: {
        resolution_id: made,
        code: orNull(clear['resolution']),
        agreement_id: known.agreementOf(clear['agreement']),
        version: orNull(clear['agreementVersion']),
        ...hashColumns(known.versionOf(clear['agreement'], clear['agreementVersion'])),
        action: orNull(clear['action']),
        seat: orNull(clear['seat']),
        reason: orNull(entry.slots.get('reason')),
        closes_at: orNull(clear['closesAt']),
        made_by: by,
        made_at: at,
      },
    },
  ]
}

const passkeyColumns = (passkey: Members): Members => ({
  authenticator_data: bytesIn(passkey['authenticatorData'], 'base64'),
  client_data:
    typeof passkey['clientDataJson'] === 'string'
      ? Buffer.from(passkey['clientDataJson'], 'base64').toString('utf8')
      : null,
})

/** The statement itself is not in the entry: its hash is, and the row's own check ties the two. */
const ballotOf = (entry: ActEntry, known: KnownActs): Row[] => {
  const { clear } = entry
  const { made, by, at } = officerOf(entry)
  const signed = membersOf(entry.slots.get('signature'))
  const said = membersOf(entry.slots.get('reason'))
  return [
    {
      table: 'agreement.ballot',
      fixed: {
        ballot_id: made,
        resolution_id: known.resolutionOf(clear['resolution'])?.resolutionId ?? null,
        agreement_id: known.agreementOf(clear['agreement']),
        version: orNull(clear['agreementVersion']),
        ...hashColumns(known.versionOf(clear['agreement'], clear['agreementVersion'])),
        action: orNull(clear['action']),
        seat: orNull(clear['seat']),
        choice: orNull(clear['choice']),
        reason: orNull(said['reason']),
        on_authority_of: orNull(said['onAuthorityOf']),
        statement_hash: bytesIn(clear['statementHash'], 'hex'),
        key_id: orNull(signed['keyId']),
        signature: bytesIn(signed['signature'], 'base64'),
        ...passkeyColumns(membersOf(signed['passkey'])),
        made_by: by,
        made_at: at,
      },
    },
  ]
}

const acceptanceOf = (entry: ActEntry, known: KnownActs): Row[] => {
  const { clear } = entry
  const isAccepted = entry.kind === 'agreement.accepted'
  const signed = membersOf(entry.slots.get(isAccepted ? 'signature' : 'reason'))
  return [
    {
      table: 'agreement.acceptance',
      fixed: {
        acceptance_id: uuidIn(signed['made']),
        agreement_id: known.agreementOf(clear['agreement']),
        version: orNull(clear['agreementVersion']),
        ...hashColumns(known.versionOf(clear['agreement'], clear['agreementVersion'])),
        decision: isAccepted ? 'accepted' : 'rejected',
        ...(isAccepted
          ? { statement_hash: bytesIn(clear['statementHash'], 'hex') }
          : { term: orNull(signed['term']), reason: orNull(signed['reason']) }),
        key_id: orNull(signed['keyId']),
        signature: bytesIn(signed['signature'], 'base64'),
        officer: orNull(entry.slots.get('officer')),
        made_at: entry.at,
      },
    },
  ]
}

/** Two votes as the tables name them, by seat; what an activation and a halt carry. */
const votedColumns = (entry: ActEntry, known: KnownActs): Members => {
  const votes = listOf(entry.clear['ballots'])
    .map(number => known.voteOf(number))
    .sort((one, two) => ((one?.seat ?? '') < (two?.seat ?? '') ? -1 : 1))
  const resolution = votes[0]?.resolution
  const version = known.versionOf(entry.clear['agreement'], entry.clear['agreementVersion'])
  return votes.length === 0
    ? {}
    : {
        resolution_id: resolution?.resolutionId ?? null,
        ...hashColumns(version),
        action: resolution?.action ?? null,
        choice: 'for',
        ballot_one: votes[0]?.made ?? null,
        seat_one: votes[0]?.seat ?? null,
        ballot_two: votes[1]?.made ?? null,
        seat_two: votes[1]?.seat ?? null,
      }
}

const activationOf = (entry: ActEntry, known: KnownActs): Row[] => {
  const { clear } = entry
  const acceptance = clear['acceptance']
  return [
    {
      table: 'agreement.activation',
      fixed: {
        ...votedColumns(entry, known),
        agreement_id: known.agreementOf(clear['agreement']),
        version: orNull(clear['agreementVersion']),
        acceptance_id: acceptance === null ? null : (known.voteOf(acceptance)?.made ?? null),
        decision: acceptance === null ? null : 'accepted',
        starts_at: orNull(clear['startsAt']),
        ends_at: orNull(clear['endsAt']),
        made_at: entry.at,
      },
    },
  ]
}

/** What a restored backup had forgotten and was ended again has its end in the standing alone. */
const haltOf = (entry: ActEntry, known: KnownActs): Row[] => {
  if (entry.clear['cause'] === 'ending-register') return []
  const acted = membersOf(entry.slots.get('officer'))
  return [
    {
      table: 'agreement.halt',
      fixed: {
        ...votedColumns(entry, known),
        halt_id: uuidIn(acted['made']),
        agreement_id: known.agreementOf(entry.clear['agreement']),
        kind: orNull(acted['kind']),
        version: orNull(entry.clear['agreementVersion']),
        seat: orNull(acted['seat']),
        reason: orNull(entry.slots.get('reason')),
        effective_at: orNull(acted['effectiveAt']),
        void_at: orNull(acted['voidAt']),
        made_at: entry.at,
      },
    },
  ]
}

const noticeOf = (entry: ActEntry, known: KnownActs): Row[] => {
  const text = membersOf(entry.slots.get('text'))
  // A partner, and PARS itself, have no account: the slot is a word.
  const isPartners = typeof entry.slots.get('officer') === 'string'
  const { made, by, at } = officerOf(entry)
  const recipient: Row[] =
    'recalls' in text
      ? [
          {
            table: 'court.recipient',
            fixed: {
              notice_id: uuidIn(text['made']),
              cause: orNull(text['recalls']),
              due_at: orNull(text['replyDueAt']),
            },
          },
        ]
      : []
  return [
    ...recipient,
    {
      table: 'agreement.notice',
      fixed: {
        notice_id: isPartners ? uuidIn(text['made']) : made,
        agreement_id: known.agreementOf(entry.clear['agreement']),
        kind: orNull(entry.clear['notice']),
        served_by: orNull(entry.clear['servedBy']),
        officer: isPartners
          ? orNull(entry.slots.get('officer'))
          : orNull(membersOf(entry.slots.get('officer'))['account']),
        recipient: orNull(entry.slots.get('recipient')),
        subject: orNull(text['subject']),
        body: orNull(text['body']),
        released: orNull(text['released']),
        reply_due_at: orNull(text['replyDueAt']),
        replies_to: uuidIn(text['repliesTo']),
        served_at: isPartners ? entry.at : at,
        made_by: isPartners ? null : by,
      },
    },
  ]
}

const metOf = (entry: ActEntry, known: KnownActs): Row[] => {
  const { clear } = entry
  const evidence = entry.slots.get('evidence')
  const with_document = membersOf(evidence)
  const id = dutyIdOf(
    known.agreementOf(clear['agreement']),
    clear['agreementVersion'],
    clear['obligation'],
    clear['dueOn'],
  )
  return [
    {
      table: 'agreement.fulfilment',
      fixed: {
        obligation_id: id,
        evidence: typeof evidence === 'string' ? evidence : orNull(with_document['evidence']),
        document_hash: bytesIn(with_document['documentHash'], 'hex'),
        officer: orNull(entry.slots.get('officer')),
        fulfilled_at: entry.at,
      },
    },
  ]
}

const recorded = (table: string, id: readonly [column: string, member: string], members: Members) => {
  const [column, member] = id
  return (entry: ActEntry): Row[] => [
    {
      table,
      fixed: {
        [column]: uuidIn(entry.act[member]),
        ...Object.fromEntries(
          Object.entries(members).map(([name, from]) => [
            name,
            name.endsWith('_id') ? uuidIn(entry.act[String(from)]) : orNull(entry.act[String(from)]),
          ]),
        ),
        ...seated(entry),
      },
    },
  ]
}

/** Terms, votes, what put agreements in force and stopped them, and the papers about them. */
export const agreementRows = {
  'terms.drafted': termsOf,
  'resolution.opened': resolutionOf,
  'ballot.cast': ballotOf,
  'agreement.accepted': acceptanceOf,
  'agreement.rejected': acceptanceOf,
  'agreement.activated': activationOf,
  'agreement.suspended': haltOf,
  'agreement.resumed': haltOf,
  'agreement.ended': haltOf,
  'resolution.lapsed': (entry: ActEntry, known: KnownActs): Row[] => [
    {
      table: 'agreement.lapse',
      fixed: {
        resolution_id: known.resolutionOf(entry.clear['resolution'])?.resolutionId ?? null,
        made_at: entry.at,
      },
    },
  ],
  'notice.served': noticeOf,
  'obligation.met': metOf,
  'obligation.missed': (entry: ActEntry, known: KnownActs): Row[] => [
    {
      table: 'agreement.missed_obligation',
      fixed: {
        obligation_id: dutyIdOf(
          known.agreementOf(entry.clear['agreement']),
          entry.clear['agreementVersion'],
          entry.clear['obligation'],
          entry.clear['dueOn'],
        ),
        found_at: entry.at,
      },
    },
  ],
  'consultation.recorded': recorded('agreement.consultation', ['consultation_id', 'consultationId'], {
    resolution_id: 'resolutionId',
    heard: 'heard',
    said: 'said',
    heard_on: 'heardOn',
  }),
  'constraint.recorded': recorded('agreement.legal_constraint', ['constraint_id', 'constraintId'], {
    citation: 'citation',
    text: 'text',
    binds: 'binds',
    effective_from: 'effectiveFrom',
    effective_to: 'effectiveTo',
  }),
  'constraint.signed-off': recorded('agreement.counsel_sign_off', ['sign_off_id', 'signOffId'], {
    resolution_id: 'resolutionId',
    constraint_id: 'constraintId',
    counsel: 'counsel',
    opinion: 'opinion',
  }),
}
