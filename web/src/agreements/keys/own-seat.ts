import { type Seat, seats } from '@pars/domain'
import { useMe } from '../../me.ts'

/** The seat that the reader acts for; undefined for everybody who is no custodian's. */
export const useOwnSeat = (): Seat | undefined => {
  const { account } = useMe()
  return seats.find(seat => seat === account?.party)
}
