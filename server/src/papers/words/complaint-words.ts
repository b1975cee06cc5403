import type { ComplaintFields, PersonDetails } from '@pars/domain'

export const processWords: Record<ComplaintFields['processRequested'], string> = {
  'none-arrested': 'The defendant has been arrested, so neither a warrant nor a summons is requested.',
  warrant: 'I request that a warrant of arrest be issued.',
  summons: 'I request that a summons be issued.',
}

export const raceWords: Record<PersonDetails['race'], string> = {
  asian: 'Asian',
  'asian-pacific-islander': 'Asian or Pacific Islander',
  'bi-racial': 'Bi-racial',
  black: 'Black',
  'native-american-alaskan-native': 'Native American or Alaskan Native',
  white: 'White',
  unknown: 'Unknown or not reported',
}
export const sexWords: Record<PersonDetails['sex'], string> = {
  female: 'Female',
  male: 'Male',
  nonbinary: 'Nonbinary',
  unknown: 'Unknown',
}

/** Text of the criminal complaint: each part that Pa.R.Crim.P. 504 demands, in the order of the rule where the form allows. */
export const complaintWords = {
  title: (number: string | null) => (number === null ? 'Criminal Complaint' : `Criminal Complaint ${number}`),
  heading: 'Criminal Complaint',
  running: (number: string | null) => `Criminal Complaint ${number ?? '(not filed yet)'}`,
  defendant: 'Defendant',
  name: 'Name',
  aliases: 'Also known as',
  born: 'Born on',
  description: 'Description',
  address: 'Address',
  affiant: 'Affiant',
  agency: 'Agency',
  accusation: 'Accusation',
  accuses:
    'I, the affiant named above, accuse the defendant named above. On my own knowledge, or on information that I believe, the defendant violated the penal laws of the Commonwealth of Pennsylvania as charged here.',
  offenseDate: 'Date of the offense',
  offensePlace: 'Where',
  facts: 'Summary of the facts',
  noFacts: 'No summary is on record. This complaint is not complete (Rule 504(6)).',
  statements: 'Statements that the rule requires',
  peace: 'These acts were against the peace and dignity of the Commonwealth of Pennsylvania.',
  noPeace: 'The statement of peace and dignity is missing. This complaint is not complete (Rule 504(7)).',
  labYes: 'Services of a criminal laboratory are requested in this case.',
  labNo: 'No services of a criminal laboratory are requested in this case.',
  printsYes: 'The defendant has been fingerprinted.',
  printsNo: 'The defendant has not been fingerprinted.',
  verification: 'Verification',
  verifies:
    'I verify that what this complaint says is true and correct to the best of my knowledge, information and belief. I know that whoever makes a false statement here can be punished for unsworn falsification to authorities (18\u00a0Pa.C.S. §\u00a04904).',
  publicAccess:
    'I certify that this filing keeps to the Case Records Public Access Policy of the Unified Judicial System: what is confidential is on a form of its own, not in this paper.',
  approval: 'Approval and certification',
  approved:
    'An attorney for the Commonwealth approved this complaint (Rule 507). The issuing authority certifies that it is complete, verified and approved as required (Rules 508, 1003(B)).',
  signAffiant: 'Signature of the affiant',
  verifiedAt: (when: string) => `Verified ${when}`,
  signDate: 'Date',
  signAttorney: 'Attorney for the Commonwealth',
  approvedAt: (when: string) => `Approved ${when}`,
  signIssuing: 'Issuing authority',
  certifiedAt: (when: string) => `Certified and filed ${when}`,
  notCertified: 'Not certified yet',
  proof: (entry: string, number: string) => `This complaint is entry ${entry}, ${number}.`,
} as const
