import { cityDateOf, instantOf, stateOfDuty } from '@pars/domain'
import { useCityMinute } from '../../clock.ts'
import { formatDay, formatPlainDate } from '../../format.ts'
import { ColumnHeads, Mark } from '../../ui/ui.ts'
import { agreementWords, dutyWords } from '../../words/agreements.ts'
import { type Agreement, type Duty, daysBetween, sortDuties } from './duty-state.ts'

const words = agreementWords.duties

/** A duty's state in words: met, met late, not met by its date, or what is left. */
export const DutyMark = ({
  duty,
  today,
}: {
  duty: Pick<Duty, 'dueOn' | 'fulfilledAt' | 'missedAt'>
  today: string
}) => {
  const state = stateOfDuty(duty)
  if (state === 'missed') return <Mark tone="alarm" words={words.missed} />
  if (state === 'met') return <Mark tone="free" words={words.met(formatDay(duty.fulfilledAt ?? ''))} />
  if (state === 'met-late') return <Mark tone="unsent" words={words.metLate(formatDay(duty.fulfilledAt ?? ''))} />
  const days = daysBetween(today, duty.dueOn)
  return <Mark tone="waiting" words={days <= 0 ? words.today : words.open(days === 1 ? '1 day' : `${days} days`)} />
}

const Line = ({ duty, today }: { duty: Duty; today: string }) => (
  <tr>
    <td>
      <time dateTime={duty.dueOn}>{formatPlainDate(duty.dueOn)}</time>
    </td>
    <th scope="row">
      {dutyWords[duty.code] ?? duty.code}
      {duty.evidence !== null && (
        <details className="duties-evidence">
          <summary>{words.evidence}</summary>
          <p className="agreements-prose">{duty.evidence}</p>
        </details>
      )}
    </th>
    <td data-label={words.columns.state}>
      <DutyMark duty={duty} today={today} />
    </td>
    <td data-label={words.columns.stops}>{duty.suspends ? words.suspends : words.goesOn}</td>
  </tr>
)

/** The partner's duties with their dates: what is late stands first. */
export const DutiesPart = ({ agreement }: { agreement: Agreement }) => {
  const today = cityDateOf(instantOf(useCityMinute()))
  const duties = sortDuties(agreement.obligations)
  const count = (state: string) => duties.filter(duty => stateOfDuty(duty) === state).length
  return (
    <section aria-labelledby="duties-part">
      <h2 className="pars-section__title" id="duties-part">
        {words.title}
      </h2>
      {duties.length === 0 ? (
        <p className="agreements-quiet">{words.none}</p>
      ) : (
        <>
          <p className="agreements-quiet">{words.count(count('open'), count('missed'))}</p>
          <table className="pars-table">
            <caption className="usa-sr-only">{words.title}</caption>
            <ColumnHeads of={words.columns} />
            <tbody>
              {duties.map(duty => (
                <Line key={duty.obligationId} duty={duty} today={today} />
              ))}
            </tbody>
          </table>
        </>
      )}
    </section>
  )
}
