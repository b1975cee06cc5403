import type { AnswerOf, listRecipients } from '@pars/contract'
import { Link } from '@tanstack/react-router'
import { useCityNow } from '../clock.ts'
import { formatDateTime, formatNumber } from '../format.ts'
import { Empty, Mark } from '../ui/ui.ts'
import { causeWords, orderWords } from '../words/orders.ts'

const { recipients: words } = orderWords
const { columns } = words
type Recipient = AnswerOf<typeof listRecipients>['recipients'][number]

const day = 86_400_000

const Due = ({ recipient, now }: { recipient: Recipient; now: number }) => {
  if (recipient.acknowledgedAt !== null)
    return <Mark tone="free" words={words.confirmed(formatDateTime(recipient.acknowledgedAt))} />
  if (recipient.dueAt === null) return <Mark tone="free" words={words.nothing} />
  const left = Date.parse(recipient.dueAt) - now
  return left <= 0 ? (
    <Mark tone="alarm" words={words.overdue(Math.ceil(-left / day))} />
  ) : (
    <Mark tone="waiting" words={words.left(Math.ceil(left / day))} />
  )
}

/** Who was told, and whether it confirmed: the overdue ones first. */
export const RecipientsTable = ({ recipients }: { recipients: readonly Recipient[] }) => {
  const now = useCityNow(60_000)
  if (recipients.length === 0) return <Empty title={words.empty} />
  const open = recipients.filter(({ acknowledgedAt }) => acknowledgedAt === null)
  const rows = [...open, ...recipients.filter(({ acknowledgedAt }) => acknowledgedAt !== null)]
  return (
    <table className="pars-table">
      <caption className="usa-sr-only">{words.caption}</caption>
      <thead>
        <tr>
          {[columns.due, columns.partner, columns.cause, columns.inquiries, columns.told].map(column => (
            <th scope="col" key={column}>
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(recipient => (
          <tr key={recipient.noticeId}>
            <td>
              <Due recipient={recipient} now={now} />
            </td>
            <th scope="row">
              <Link
                to="/agreements/$agreementId"
                params={{ agreementId: recipient.agreementId }}
                className="usa-link"
                title={words.letters}
              >
                {recipient.partner}
              </Link>
            </th>
            <td data-label={columns.cause}>{causeWords[recipient.cause]}</td>
            <td data-label={columns.inquiries}>{recipient.inquiries.map(formatNumber).join(', ')}</td>
            <td data-label={columns.told}>{formatDateTime(recipient.toldAt)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
