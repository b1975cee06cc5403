import { sayDuration } from './confirmation.ts'

const ago = (seconds: number): string => (seconds < 1 ? 'just now' : `${sayDuration(seconds)} ago`)

/** Text of the cosigners beside the register of keys. */
export const cosignerWords = {
  title: 'Cosigners',
  lead: 'Each seat runs a program of its own that reads the log and signs what it saw. Two of the three make it confirmed. The newest that a seat appointed counts.',
  columns: { seat: 'Seat', name: 'Cosigner', state: 'State', confirmed: 'Confirmed through' },
  none: 'none appointed',
  never: 'Appointed. It has confirmed nothing yet: if that stays so, the operator must name where it is asked.',
  confirms: (seconds: number) => `Counts; confirmed ${ago(seconds)}`,
  silent: (seconds: number, why: string) => `Counts; has not confirmed for ${sayDuration(seconds)}: ${why}`,
  entry: (count: string) => `entry ${count}`,
  nothing: 'nothing yet',
  appoint: {
    act: (isFirst: boolean) => (isFirst ? 'Appoint a cosigner' : 'Appoint another cosigner'),
    title: (seat: string) => `Appoint a cosigner: ${seat}`,
    says: 'Start the program on a machine of your own agency: pars cosigner. It prints its verifier key, one line. The public log will say that it is yours.',
    replaces: (name: string) =>
      `It takes the place of ${name}, whose signatures stop counting from that entry on. What it signed before stays.`,
    key: 'Verifier key',
    keyHint: 'The line that the program prints, name+id+key.',
    missing: 'Paste the line that the program prints.',
    send: 'Appoint it',
    done: (name: string) => `${name} is your seat’s cosigner now.`,
  },
} as const
