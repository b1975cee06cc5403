const prefix = 'pars.kept.'

/**
 * Keeps what was typed in this browser tab, so that a reload loses nothing. The tab's storage may reach the disk of a
 * shared machine: never hand it an SSN, and forget all of it on sign-out.
 */
export const keep = (name: string, value: unknown): void => {
  try {
    sessionStorage.setItem(prefix + name, JSON.stringify(value))
  } catch {
    // Storage that is full or switched off must not stop anybody from working.
  }
}

/** What was kept under a name; the caller says how to tell it from an older shape. */
export const findKept = <T>(name: string, isShape: (value: unknown) => value is T): T | undefined => {
  try {
    const value: unknown = JSON.parse(sessionStorage.getItem(prefix + name) ?? 'null')
    return isShape(value) ? value : undefined
  } catch {
    return undefined
  }
}

export const forgetKept = (name: string): void => {
  try {
    sessionStorage.removeItem(prefix + name)
  } catch {
    // As in keep.
  }
}

/** True while something that was typed in this tab is not recorded yet. */
export const hasKept = (): boolean => {
  try {
    return Object.keys(sessionStorage).some(key => key.startsWith(prefix))
  } catch {
    return false
  }
}

/** Forgets everything typed in this tab: on sign-out, before the next person sits down. */
export const forgetAllKept = (): void => {
  try {
    for (const key of Object.keys(sessionStorage)) if (key.startsWith(prefix)) sessionStorage.removeItem(key)
  } catch {
    // As in keep.
  }
}
