import './people.css'
import { listStaff } from '@pars/contract'
import { useRef, useState } from 'react'
import { useCall } from '../api.ts'
import { useRowFocus } from '../form/use-row-focus.ts'
import { useMe } from '../me.ts'
import { Gate } from '../shell/gate.tsx'
import { Button, Empty, Loading, Page, Problem } from '../ui/ui.ts'
import { peopleWords as words } from '../words/people.ts'
import { partyWords } from '../words/words.ts'
import { AddDialog, ChangeDialog, EndDialog } from './account-dialogs.tsx'
import type { Account } from './account-form.ts'
import { EndedTable, PeopleTable } from './people-table.tsx'

type Open = { kind: 'add' } | { kind: 'change' | 'end'; account: Account }

const Seat = () => {
  const { account: own } = useMe()
  const { data, problem, reload } = useCall(listStaff)
  const [open, setOpen] = useState<Open>()
  const box = useRef<HTMLDivElement>(null)
  const people = data?.people ?? []
  const active = people.filter(({ endedAt }) => endedAt === null)
  const focusAfter = useRowFocus(box, active.length)
  const onReload = () => void reload()
  if (!data || !own)
    return (
      <Page title={words.pageTitle}>{problem ? <Problem problem={problem} onReload={onReload} /> : <Loading />}</Page>
    )
  const close = () => setOpen(undefined)
  const systems = active.filter(({ kind }) => kind === 'system').length
  // After a reload the dialog must work on the newest version of the account.
  const newest =
    open && open.kind !== 'add' ? people.find(({ accountId }) => accountId === open.account.accountId) : undefined
  return (
    <Page
      title={words.title(partyWords[own.party], active.length - systems, systems)}
      tab={words.tab}
      action={<Button onClick={() => setOpen({ kind: 'add' })}>{words.add}</Button>}
    >
      {problem && <Problem problem={problem} onReload={onReload} />}
      <p>
        {words.onlyOwn} {own.party === 'court' && words.alsoDefense}
      </p>
      <div ref={box}>
        {active.length === 0 ? (
          <Empty title={words.empty}>{words.emptyDetail}</Empty>
        ) : (
          <PeopleTable
            people={active}
            own={own.accountId}
            onChange={account => setOpen({ kind: 'change', account })}
            onEnd={account => {
              focusAfter(active.indexOf(account))
              setOpen({ kind: 'end', account })
            }}
          />
        )}
      </div>
      <EndedTable people={people.filter(({ endedAt }) => endedAt !== null)} />
      {open?.kind === 'add' && <AddDialog people={people} roles={data.roles} onClose={close} />}
      {open?.kind === 'change' && newest && (
        <ChangeDialog account={newest} roles={data.roles} onReload={onReload} onClose={close} />
      )}
      {open?.kind === 'end' && newest && <EndDialog account={newest} onClose={close} />}
    </Page>
  )
}

/** The people of the reader's own seat, kept by its manager and by nobody else. */
export const PeopleScreen = () => (
  <Gate permissions={['staff.view']} screen={words.pageTitle} chair={words.chair}>
    <Seat />
  </Gate>
)
