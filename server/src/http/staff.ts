import { addAccount, changeAccount, endAccount, listStaff } from '@pars/contract'
import type { AccountId } from '@pars/domain'
import { addAccount as add } from '../staff/add-account.ts'
import { changeAccount as change } from '../staff/change-account.ts'
import { endAccount as end } from '../staff/end-account.ts'
import { listStaff as listPeople } from '../staff/list-staff.ts'
import { lookAt } from './look-at.ts'
import { HttpProblem } from './problem.ts'
import { act, type Route } from './route.ts'

/** The people of a seat, kept by its manager. */
export const staffRoutes: readonly Route[] = [
  lookAt(listStaff, 'staff.view', async (read, { actor }) => {
    if (!actor) throw new HttpProblem(401, 'not-signed-in', 'Sign in and send it again.')
    return listPeople(read, actor)
  }),
  act(addAccount, add, ({ body }) => body),
  act(changeAccount, change, ({ params, body, version }) => ({
    accountId: params.accountId as AccountId,
    version,
    change: body,
  })),
  act(endAccount, end, ({ params, body }) => ({ accountId: params.accountId as AccountId, reason: body.reason })),
]
