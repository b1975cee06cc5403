/** The first line of what went wrong, for the diagnostics. */
export const lineOf = (fault: unknown): string =>
  (fault instanceof Error ? fault.message.split('\n')[0] : undefined) || 'unknown fault'

/** The same for everybody: what the system or the database says of itself may hold an address, so only its code is told. */
export const troubleOf = (fault: unknown): string =>
  fault instanceof Error && 'code' in fault ? `fault ${String(fault.code)}` : lineOf(fault)
