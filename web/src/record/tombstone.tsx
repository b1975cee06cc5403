import type { Problem } from '@pars/contract'
import { Link } from '@tanstack/react-router'
import { Page } from '../ui/ui.ts'
import { orderWords } from '../words/orders.ts'

const { tombstone: words } = orderWords

export const isEnding = (problem: Problem | undefined): problem is Problem =>
  problem?.reason === 'erased-by-order' || problem?.reason === 'sealed-by-order'

/** What a court's order left of a record for this reader: that it was one, and the entry that says so. */
export const Tombstone = ({ problem }: { problem: Problem }) => (
  <Page title={problem.reason === 'erased-by-order' ? words.erased : words.sealed} width="read">
    <p>{problem.detail}</p>
    <Link to="/board" className="usa-link">
      {words.back}
    </Link>
  </Page>
)
