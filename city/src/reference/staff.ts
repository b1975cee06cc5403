/** Invented officers, attorneys and magistrates, as they are named on papers. */
export const officers = [
  ['4417', 'Officer R. Farrow'],
  ['2093', 'Officer T. Quintana'],
  ['5518', 'Officer L. Abiodun'],
  ['1176', 'Officer M. Szabo'],
  ['3804', 'Officer J. Pennypacker'],
  ['6621', 'Officer D. Ferreira'],
  ['2745', 'Officer K. Nakamura'],
  ['4902', 'Officer S. Boateng'],
  ['1533', 'Officer E. Castellano'],
  ['7260', 'Officer P. Vandermeer'],
  ['3317', 'Officer N. Okafor'],
  ['5081', 'Officer B. Lindqvist'],
  ['6149', 'Officer G. Thibodeaux'],
  ['2430', 'Officer C. Yoon'],
  ['4756', 'Sergeant A. Marchetti'],
  ['1908', 'Officer W. Halloran'],
] as const

export const detectives = [
  ['801', 'Detective H. Lowry'],
  ['734', 'Detective I. Bauer'],
  ['912', 'Detective V. Salcedo'],
  ['655', 'Detective O. Whitlock'],
] as const

export const prosecutors = ['ADA Ines Fairweather', 'ADA Colm Pryor', 'ADA Thandi Mokoena', 'ADA Ruth Espinel'] as const
export const defenders = ['Sam Okoro', 'Leila Marchand', 'Peter Dunmore', 'Grace Villanueva'] as const
export const privateCounsel = ['Attorney Basil Thornquist', 'Attorney Mireille Advent', 'Attorney Jonah Crisp'] as const
export const witnesses = [
  'A. Made-up',
  'B. Fictive',
  'C. Nobody',
  'D. Invented',
  'E. Pretend',
  'F. Imagined',
  'G. Storybook',
  'H. Example',
] as const
