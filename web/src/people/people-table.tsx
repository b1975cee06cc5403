import type { ReactNode } from 'react'
import { formatDateTime } from '../format.ts'
import { Button, Owner } from '../ui/ui.ts'
import { peopleWords as words } from '../words/people.ts'
import { roleWords } from '../words/words.ts'
import type { Account } from './account-form.ts'

const { columns } = words

const Cells = ({ account, children }: { account: Account; children?: ReactNode }) => (
  <>
    <th scope="row">{account.displayName}</th>
    <td>
      {account.party === 'defense' && <Owner party="defense" />} {roleWords(account.role)}{' '}
      {account.kind === 'system' && <span className="pars-table__quiet">({words.system})</span>}
    </td>
    <td data-label={columns.badge}>{account.badge}</td>
    <td data-label={columns.organization}>{account.organization}</td>
    <td data-label={columns.signIn}>
      {account.subject} <span className="pars-table__quiet people-issuer">{account.issuer}</span>
    </td>
    {children}
  </>
)

const Head = ({ last }: { last: string }) => (
  <thead>
    <tr>
      {[columns.name, columns.role, columns.badge, columns.organization, columns.signIn, last].map(column => (
        <th scope="col" key={column}>
          {column}
        </th>
      ))}
    </tr>
  </thead>
)

interface PeopleTableProps {
  people: readonly Account[]
  /** The reader's own account: nobody changes or ends that. */
  own: string | undefined
  onChange: (account: Account) => void
  onEnd: (account: Account) => void
}

/** Everybody who can sign in for this seat. */
export const PeopleTable = ({ people, own, onChange, onEnd }: PeopleTableProps) => (
  <table className="pars-table">
    <caption className="usa-sr-only">{words.caption}</caption>
    <Head last={columns.act} />
    <tbody>
      {people.map(account => (
        <tr key={account.accountId}>
          <Cells account={account}>
            <td data-act className="people-acts">
              {account.accountId === own ? (
                <span className="pars-table__quiet">{words.you}</span>
              ) : (
                <>
                  <Button
                    size="row"
                    look="outline"
                    label={words.changeFor(account.displayName)}
                    onClick={() => onChange(account)}
                  >
                    {words.change}
                  </Button>{' '}
                  <Button
                    size="row"
                    look="outline"
                    label={words.endFor(account.displayName)}
                    onClick={() => onEnd(account)}
                  >
                    {words.end}
                  </Button>
                </>
              )}
            </td>
          </Cells>
        </tr>
      ))}
    </tbody>
  </table>
)

/** Accounts that have ended stay listed: what they did stays theirs. */
export const EndedTable = ({ people }: { people: readonly Account[] }) =>
  people.length === 0 ? null : (
    <details className="people-ended">
      <summary>{words.ended.title(people.length)}</summary>
      <table className="pars-table">
        <caption className="usa-sr-only">{words.ended.title(people.length)}</caption>
        <Head last={words.ended.columnAt} />
        <tbody>
          {people.map(account => (
            <tr key={account.accountId}>
              <Cells account={account}>
                <td>{account.endedAt && words.ended.at(formatDateTime(account.endedAt))}</td>
              </Cells>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
