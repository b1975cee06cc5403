import { type Refused, refuse } from './decision.ts'

export interface VersionFacts {
  /** The record's version now. */
  version: number
  /** The version that the caller saw (If-Match); null where none was given. */
  versionGiven: number | null
}
export type VersionReason = 'version-missing' | 'version-changed'

/** Nobody changes what they have not seen: the version given must be the newest one. */
export const checkVersion = ({ version, versionGiven }: VersionFacts): Refused<VersionReason> | undefined => {
  if (versionGiven === null)
    return refuse('version-missing', 'Say which version of the record you saw, so that nobody is overwritten.')
  return versionGiven === version
    ? undefined
    : refuse('version-changed', 'The record changed after you opened it; open it again and repeat your act.')
}
