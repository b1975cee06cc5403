import type { ArrestReport } from '@pars/domain'
import type { Json } from '@pars/ledger'
import { arrestColumns, chargeRows, versionContent } from '../../arrests/rows-of-report.ts'
import { type ActEntry, bytesIn, type Members, membersOf, orNull, type Row, uuidIn } from '../act-entry.ts'

const versionKinds: { readonly [kind: string]: string } = {
  'arrest.drafted': 'drafted',
  'arrest.reported': 'sent',
  'arrest.corrected': 'corrected',
}

const jsonOf = (value: unknown): Json => JSON.parse(JSON.stringify(value)) as Json

const arrestRow = (entry: ActEntry, report: ArrestReport): Row => {
  const standing = membersOf(entry.act['standing'])
  return {
    table: 'police.arrest',
    fixed: {
      arrest_id: entry.arrestId,
      person_id: orNull(standing['personId']),
      intake_number: report.intakeNumber,
      drafted_by: orNull(standing['draftedBy']),
      drafted_at: orNull(standing['draftedAt']),
    },
    later: {
      ...(jsonOf(arrestColumns(report)) as Members),
      version: orNull(entry.act['version']),
      sent_at: orNull(standing['sentAt']),
    },
  }
}

const ssnRows = (key: Members, sealed: Members): Row[] =>
  'keyedHash' in sealed
    ? [
        {
          table: 'secret.ssn',
          fixed: {
            ...key,
            ciphertext: bytesIn(sealed['ciphertext'], 'base64'),
            keyed_hash: bytesIn(sealed['keyedHash'], 'hex'),
            last_four: orNull(sealed['lastFour']),
          },
        },
      ]
    : []

const versionRow = (entry: ActEntry, key: Members, report: ArrestReport): Row => {
  const { sealedSsn: _ssn, ...person } = membersOf(jsonOf(report.person))
  return {
    table: 'police.arrest_version',
    fixed: {
      ...key,
      kind: versionKinds[entry.kind] ?? '',
      content: { ...(jsonOf(versionContent(report)) as Members), person },
      content_hash: orNull(entry.act['contentHash']),
      arrested_at: report.arrestedAt,
      basis: report.basis,
      reason: orNull(entry.act['reason']),
      made_by: entry.by,
      made_at: entry.at,
    },
  }
}

/** All rows of one version of an arrest report. */
const rowsOfVersion = (entry: ActEntry): Row[] => {
  // The slot holds the report as the verb accepted it; whatever else it held was never committed.
  const report = entry.act['report'] as unknown as ArrestReport
  const standing = membersOf(entry.act['standing'])
  const key = { arrest_id: entry.arrestId, version: orNull(entry.act['version']) }
  const person: Row[] =
    standing['newPerson'] === true
      ? [
          {
            table: 'police.person',
            fixed: { person_id: orNull(standing['personId']), police_number: report.person.policeNumber },
          },
        ]
      : []
  return [
    ...person,
    arrestRow(entry, report),
    versionRow(entry, key, report),
    ...[...new Set(report.incidents)].map(dc_number => ({
      table: 'police.arrest_incident',
      fixed: { ...key, dc_number },
    })),
    ...chargeRows(report).map(charge => ({
      table: 'police.charge',
      fixed: { ...key, ...(jsonOf(charge) as Members) },
    })),
    { table: 'narrative.arrest_narrative', fixed: { ...key, narrative: report.narrative } },
    ...report.victimsAndWitnesses.map((party, index) => ({
      table: 'victim.party',
      fixed: { ...key, ...(jsonOf(party) as Members), position: index + 1 },
    })),
    ...ssnRows(key, membersOf(membersOf(jsonOf(report.person))['sealedSsn'])),
  ]
}

export const arrestRows = {
  'arrest.drafted': rowsOfVersion,
  'arrest.reported': rowsOfVersion,
  'arrest.corrected': rowsOfVersion,
  'hold.recorded': (entry: ActEntry): Row[] => [
    {
      table: 'police.hold',
      fixed: {
        hold_id: uuidIn(entry.act['holdId']),
        arrest_id: entry.arrestId,
        kind: orNull(entry.act['kind']),
        issuer: orNull(entry.act['issuer']),
        reference: orNull(entry.act['reference']),
        made_by: entry.by,
        made_at: entry.at,
      },
    },
  ],
  'hold.lifted': (entry: ActEntry): Row[] => [
    {
      table: 'police.hold_lift',
      fixed: {
        hold_id: uuidIn(entry.act['holdId']),
        reason: orNull(entry.act['reason']),
        made_by: entry.by,
        made_at: entry.at,
      },
    },
  ],
  'departure.proposed': (entry: ActEntry): Row[] => {
    const summons = membersOf(entry.act['summons'])
    return [
      {
        table: 'police.departure',
        fixed: {
          departure_id: uuidIn(entry.act['departureId']),
          arrest_id: entry.arrestId,
          basis: orNull(entry.act['basis']),
          destination: orNull(entry.act['destination']),
          holds_checked_at: entry.at,
          complaint_due_at: orNull(entry.act['complaintDueAt']),
          summons_no_danger: orNull(summons['noDanger']),
          summons_likely_to_appear: orNull(summons['likelyToAppear']),
          made_by: entry.by,
          made_at: entry.at,
        },
      },
    ]
  },
  'departure.confirmed': (entry: ActEntry): Row[] => [departed('police.departure_confirmation', entry, {})],
  'departure.withdrawn': (entry: ActEntry): Row[] => [
    departed('police.departure_withdrawal', entry, { reason: orNull(entry.act['reason']) }),
  ],
  'departure.acknowledged': (entry: ActEntry): Row[] => [
    departed('police.departure_acknowledgment', entry, {
      acknowledged_by_name: orNull(entry.act['acknowledgedByName']),
      left_at: orNull(entry.act['leftAt']),
    }),
  ],
}

const departed = (table: string, entry: ActEntry, columns: Members): Row => ({
  table,
  fixed: { departure_id: uuidIn(entry.act['departureId']), ...columns, made_by: entry.by, made_at: entry.at },
})
