import { textArray } from '../quote.ts'

/** The United States and its territories by GENC; who was born in Puerto Rico was not born abroad. */
export const unitedStatesInGenc = ['USA', 'ASM', 'GUM', 'MNP', 'PRI', 'UMI', 'VIR']

/** NCIC has a code for each state instead, and its own for some: NB is Nebraska, for NE is the Netherlands. */
export const unitedStatesInNcic = (
  'US AM GM MK PR VI AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NB NV NH NJ NM NY ' +
  'NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY'
).split(' ')

/** Whether the self-reported country of a row is the United States. Codes collide, so each is read in its own system. */
export const isOfUnitedStates = (alias: string): string =>
  `(${alias}.birth_country_system = 'genc' and ${alias}.birth_country_code = any (${textArray(unitedStatesInGenc)})
      or ${alias}.birth_country_system = 'ncic' and ${alias}.birth_country_code = any (${textArray(unitedStatesInNcic)}))`
