/** What one switch stops on every path: a unit, an officer of it, or a key that signs for it. */
export const switchSubjects = ['unit', 'officer', 'key'] as const
export type SwitchSubject = (typeof switchSubjects)[number]
