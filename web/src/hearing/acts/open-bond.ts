import { bondPaper } from '@pars/contract'

export const bondPath = (docketId: string): string => bondPaper.path.replace('{docketId}', encodeURIComponent(docketId))

/** Opens the bond beside the screen; false where the browser keeps windows from opening by themselves. */
export const openBond = (docketId: string): boolean => window.open(bondPath(docketId), '_blank') !== null
