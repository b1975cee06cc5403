import { complaintPaper } from '@pars/contract'
import { useMe } from '../me.ts'
import { hearingWords } from '../words/hearing.ts'
import { uiWords } from '../words/words.ts'
import { useHearing } from './hearing-context.ts'
import { Panel } from './panel.tsx'

const words = hearingWords.facts

/** What the complaint says was done: probable cause is found or not found in these words and no others. */
export const FactsPanel = () => {
  const { record, docket } = useHearing()
  const { may } = useMe()
  const complaint = record.charging.complaints.find(({ complaintId }) => complaintId === docket.complaintId)
  const paper = may('paper.print') && (
    <a
      className="usa-link"
      href={complaintPaper.path.replace('{complaintId}', docket.complaintId)}
      target="_blank"
      rel="noopener"
    >
      {words.paper} <span className="usa-sr-only">{uiWords.newTab}</span>
    </a>
  )
  return (
    <Panel title={words.title} owner="prosecutor" aside={paper} className="hearing-complaint">
      <p className="hearing-complaint__facts">{complaint?.facts ?? words.none}</p>
      {complaint && (
        <p className="hearing-quiet">
          {words.where(complaint.offenseDateText, complaint.offensePlace)} {words.affiant(complaint.affiant)}
        </p>
      )}
    </Panel>
  )
}
