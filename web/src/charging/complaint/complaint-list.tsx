import { type ArrestRecord, complaintPaper } from '@pars/contract'
import { formatDateTime } from '../../format.ts'
import { Mark } from '../../ui/ui.ts'
import { chargingWords, uiWords } from '../../words/words.ts'

const words = chargingWords.complaint

/** Where the tagged PDF of a complaint is. */
export const paperPath = (complaintId: string): string => complaintPaper.path.replace('{complaintId}', complaintId)

/** The complaints that were made: whether the court has filed each, and its paper. */
export const ComplaintList = ({ record, mayPrint }: { record: ArrestRecord; mayPrint: boolean }) => {
  const { complaints, decision } = record.charging
  if (complaints.length === 0) return null
  return (
    <section className="pars-section" aria-labelledby="complaints">
      <h2 className="pars-section__title" id="complaints">
        {words.list}
      </h2>
      {complaints.map(complaint => {
        const docket = record.dockets.find(each => each.complaintId === complaint.complaintId)
        const charges = decision?.charges.filter(charge => complaint.chargeIds.includes(charge.chargeId)) ?? []
        return (
          <div className="charging-complaint" key={complaint.complaintId}>
            <p>
              <strong>{charges.map(charge => charge.description).join('; ')}</strong>
              <br />
              <span className="pars-bar__quiet">
                {words.madeBy(complaint.madeBy, formatDateTime(complaint.madeAt))}
              </span>
            </p>
            <Mark
              tone={docket ? 'moving' : 'waiting'}
              words={docket ? words.filed(docket.docketNumber) : words.notFiled}
            />
            {mayPrint && (
              <a
                className="usa-button usa-button--outline pars-button--row"
                href={paperPath(complaint.complaintId)}
                target="_blank"
                rel="noopener"
              >
                {words.print} <span className="usa-sr-only">{uiWords.newTab}</span>
              </a>
            )}
          </div>
        )
      })}
    </section>
  )
}
