const membersOf = (text: string): Record<string, unknown> => {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}

/** The first member in which a signed statement says something else than the one expected; never what it says. */
export const differingMember = (given: string, expected: string): string => {
  const [is, wanted] = [membersOf(given), membersOf(expected)]
  const differing = Object.keys(wanted).find(name => JSON.stringify(is[name]) !== JSON.stringify(wanted[name]))
  return differing ?? 'its spelling'
}
