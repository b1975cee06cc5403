import { hearingWords } from '../words/hearing.ts'
import { useHearing } from './hearing-context.ts'
import { Panel } from './panel.tsx'

const words = hearingWords.charges

/** The charges of this docket's complaint, as the prosecutor brought them. The court changes none of them. */
export const ChargesPanel = () => {
  const { charges } = useHearing()
  return (
    <Panel title={words.title} owner="prosecutor" className="hearing-charges">
      <table className="hearing-list">
        <caption className="usa-sr-only">{words.title}</caption>
        <thead className="usa-sr-only">
          <tr>
            {Object.values(words.columns).map(column => (
              <th scope="col" key={column}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {charges.map(charge => (
            <tr key={charge.chargeId}>
              <td className="hearing-grade">{charge.grade ?? words.ungraded}</td>
              <td className="hearing-statute">{charge.statute}</td>
              <th scope="row">
                {charge.description} {charge.counts > 1 && <strong>{words.counts(charge.counts)}</strong>}
              </th>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  )
}
