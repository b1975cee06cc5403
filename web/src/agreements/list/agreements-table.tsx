import { lastDayOf } from '@pars/domain'
import { Link } from '@tanstack/react-router'
import { formatDay } from '../../format.ts'
import { Mark } from '../../ui/ui.ts'
import { agreementWords, haltWords, standingWords } from '../../words/agreements.ts'
import { Countdown } from '../countdown.tsx'
import type { AgreementGroup, AgreementRow } from './group-agreements.ts'

const words = agreementWords.list

const Left = ({ row, group }: { row: AgreementRow; group: AgreementGroup }) => {
  if (row.endsAt === null) return <span className="pars-table__quiet">–</span>
  if (group === 'in-force') return <Countdown endsAt={row.endsAt} />
  if (group === 'past') return <time dateTime={row.endsAt}>{lastDayOf(row.endsAt)}</time>
  return <time dateTime={row.endsAt}>{row.startsAt ? formatDay(row.startsAt) : ''}</time>
}

const Line = ({ row, group }: { row: AgreementRow; group: AgreementGroup }) => {
  const standing = standingWords[row.standing]
  return (
    <tr>
      <td>
        <Left row={row} group={group} />
      </td>
      <th scope="row">
        <Link to="/agreements/$agreementId" params={{ agreementId: row.agreementId }} data-row>
          {row.partner}
        </Link>
      </th>
      <td data-label={words.columns.agreement}>{words.version(row.code, row.version)}</td>
      <td data-label={words.columns.now}>
        <Mark tone={standing.tone} words={standing.words} />{' '}
        {row.why && <span className="pars-table__quiet">{haltWords[row.why] ?? row.why}</span>}
      </td>
      <td data-label={words.columns.votes} className={row.openResolutions > 0 ? 'agreements-open' : ''}>
        {words.openVotes(row.openResolutions)}
      </td>
    </tr>
  )
}

/** One group of agreements under its heading. */
export const AgreementsTable = ({ rows, group }: { rows: readonly AgreementRow[]; group: AgreementGroup }) => {
  if (rows.length === 0) return null
  const { title, says } = words.groups[group]
  return (
    <section className="agreements-group">
      <h2 className="pars-section__title">
        {title} <span className="agreements-quiet">{says}</span>
      </h2>
      <table className="pars-table">
        <caption className="usa-sr-only">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{words.first[group]}</th>
            {Object.values(words.columns).map(column => (
              <th scope="col" key={column}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <Line key={row.agreementId} row={row} group={group} />
          ))}
        </tbody>
      </table>
    </section>
  )
}
