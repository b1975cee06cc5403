type Group = readonly [string | null, readonly (readonly [string, string])[]]

// Statute numbers and the court system's own descriptions, as Philadelphia dockets of 2010-2020 print them
// (rladiesPHL/2021_datathon, data/statutes.csv). One statute may have several descriptions; one of them stands here.
const groups: readonly Group[] = [
  [
    'inchoate crimes',
    [
      ['18 § 901 §§ A', 'Criminal Attempt'],
      ['18 § 902 §§ A', 'Criminal Solicitation'],
      ['18 § 903', 'Conspiracy'],
      ['18 § 903 §§ A1', 'Criminal Conspiracy Engaging'],
      ['18 § 907 §§ A', 'Poss Instrument Of Crime W/Int'],
      ['18 § 907 §§ B', 'Possession Of Weapon'],
      ['18 § 908 §§ A', 'Make Repairs/Sell/Etc Offens Weap'],
    ],
  ],
  [
    'criminal homicide',
    [
      ['18 § 2501 §§ A', 'Criminal Homicide'],
      ['18 § 2502', 'Murder'],
      ['18 § 2502 §§ A', 'Murder Of The First Degree'],
      ['18 § 2503 §§ B', 'Voluntary Mans - Unreasonable Belief'],
      ['18 § 2504 §§ A', 'Involuntary Manslaughter'],
      ['18 § 2506 §§ A', 'Drug Delivery Resulting In Death'],
    ],
  ],
  [
    'assault',
    [
      ['18 § 2701 §§ A', 'Simple Assault'],
      ['18 § 2701 §§ A1', 'Simple Assault'],
      ['18 § 2701 §§ A3', 'Simple Assault'],
      ['18 § 2702 §§ A', 'Aggravated Assault'],
      ['18 § 2702 §§ A1', 'Aggravated Assault - Attempts to cause SBI or causes injury with extreme indifference'],
      ['18 § 2702 §§ A2', 'Aggravated Assault - Attempts to cause or causes SBI to designated individuals'],
      ['18 § 2702 §§ A3', 'Aggravated Assault - Attempts to cause or causes BI to designated individuals'],
      ['18 § 2702 §§ A4', 'Aggravated Assault - Attempts to cause or causes BI with deadly weapon'],
      ['18 § 2702 §§ A6', 'Aggravated Assault - Fear of Imminent SBI designated individuals'],
      ['18 § 2702.1 §§ A', 'Assault of Law Enforcement Officer'],
      ['18 § 2703 §§ A', 'Assault By Prisoner'],
      ['18 § 2705', 'Recklessly Endangering Another Person'],
      ['18 § 2706 §§ A1', 'Terroristic Threats W/Int To Terrorize Another'],
      ['18 § 2706 §§ A2', 'Terroristic Threats Cause Evacuation Of Bldg Etc'],
      ['18 § 2707 §§ A', 'Propel Missile Into Occ Vehicles'],
      ['18 § 2707.1 §§ A', 'Discharge Of A Firearm Into Occupied Structure'],
      ['18 § 2709 §§ A1', 'Harassment - Subject Other to Physical Contact'],
      ['18 § 2709 §§ A4', 'Harassment - Comm. Lewd, Threatening, Etc. Language'],
      ['18 § 2709.1 §§ A1', 'Stalking - Repeatedly Commit Acts To Cause Fear'],
      ['18 § 2710 §§ A', 'Ethnic Intimidation'],
      ['18 § 2718 §§ A1', 'Strangulation - Applying Pressure to Throat or Neck'],
      ['18 § 2718 §§ A2', 'Strangulation - Blocking the Nose and Mouth of the Person'],
    ],
  ],
  [
    'kidnapping',
    [
      ['18 § 2901 §§ A1', 'Kidnapping For Ransom'],
      ['18 § 2901 §§ A2', 'Kidnap To Facilitate A Felony'],
      ['18 § 2901 §§ A3', 'Kidnap To Inflict Inj/Terror'],
      ['18 § 2902 §§ A1', 'Unlawful Restraint/Serious Bodily Injury'],
      ['18 § 2903 §§ A', 'False Imprisonment'],
    ],
  ],
  [
    'sexual offenses',
    [
      ['18 § 3121 §§ A1', 'Rape Forcible Compulsion'],
      ['18 § 3121 §§ A3', 'Rape Unconscious Victim'],
      ['18 § 3122.1 §§ A1', 'Statutory Sexual Assault: 4-8 Years Older'],
      ['18 § 3122.1 §§ B', 'Statutory Sexual Assault: 11 Years Older'],
      ['18 § 3123 §§ A1', 'IDSI Forcible Compulsion'],
      ['18 § 3124.1', 'Sexual Assault'],
      ['18 § 3125 §§ A1', 'Agg. Ind. Assault W/O Consent'],
      ['18 § 3126 §§ A1', 'Indec Asslt-W/O Cons Of Other'],
      ['18 § 3126 §§ A2', 'Indecent Assault Forcible Compulsion'],
      ['18 § 3127 §§ A', 'Indecent Exposure'],
    ],
  ],
  [
    'arson, criminal mischief, other property destruction',
    [
      ['18 § 3301 §§ A1I', 'Arson-Danger Of Death Or Bodily Inj'],
      ['18 § 3301 §§ A1II', 'Arson-Inhabited Building Or Struct'],
      ['18 § 3301 §§ C2', 'Arson Endangering Property-Reckless Endangerment of Inhabited Buildings'],
      ['18 § 3302 §§ A', 'Causing Catastrophe'],
      ['18 § 3304 §§ A4', 'Criminal Mischief'],
      ['18 § 3304 §§ A5', 'Criminal Mischief - Damage Property'],
      ['18 § 3307 §§ A.1', 'Institutional Vandalism/Illegal Possession'],
      ['18 § 3307 §§ A1', "Institut'l Vand'ism Place Worship"],
    ],
  ],
  [
    'burglary and other criminal intrusion',
    [
      ['18 § 3502 §§ A1I', 'Burglary - Overnight Accommodations; Person Present, Bodily Injury Crime'],
      ['18 § 3502 §§ A1II', 'Burglary - Overnight Accommodations; Person Present'],
      ['18 § 3502 §§ A2', 'Burglary - Overnight Accommodation, No Person Present'],
      ['18 § 3502 §§ A3', 'Burglary - Not Adapted for Overnight Accommodation, Person Present'],
      ['18 § 3502 §§ A4', 'Burglary - Not Adapted for Overnight Accommodation, No Person Present'],
      ['18 § 3503 §§ A1I', 'Crim Tres-Enter Structure'],
      ['18 § 3503 §§ A1II', 'Crim Tres-Break Into Structure'],
      ['18 § 3503 §§ B1I', 'Def Tres Actual Communication To'],
      ['18 § 3503 §§ B1II', 'Def Tres Posted'],
    ],
  ],
  [
    'robbery',
    [
      ['18 § 3701 §§ A1I', 'Robbery-Inflict Serious Bodily Injury'],
      ['18 § 3701 §§ A1II', 'Robbery-Threat Immed Ser Injury'],
      ['18 § 3701 §§ A1IV', 'Robbery-Inflict Threat Imm Bod Inj'],
      ['18 § 3701 §§ A1V', 'Robbery-Take Property Fr Other/Force'],
      ['18 § 3702 §§ A', 'Robbery Of Motor Vehicle'],
    ],
  ],
  [
    'theft and related offenses',
    [
      ['18 § 3921 §§ A', 'Theft By Unlaw Taking-Movable Prop'],
      ['18 § 3922 §§ A1', 'Theft By Decep-False Impression'],
      ['18 § 3925 §§ A', 'Receiving Stolen Property'],
      ['18 § 3926 §§ A1', 'Theft Of Services-Acquis Of Service'],
      ['18 § 3928 §§ A', 'Unauth Use Motor/Other Vehicles'],
      ['18 § 3929 §§ A1', 'Retail Theft-Take Mdse'],
      ['18 § 3929 §§ A5', 'Retail Theft Destroy, Etc Inventory Control Tag'],
      ['18 § 3929.3 §§ A', 'Organized retail theft'],
      ['18 § 3934 §§ A', 'Theft From A Motor Vehicle'],
    ],
  ],
  [
    'forgery and fraudulent practices',
    [
      ['18 § 4101 §§ A1', 'Forgery - Alter Writing'],
      ['18 § 4101 §§ A3', 'Forgery - Utters Forged Writing'],
      ['18 § 4105 §§ A1', 'Bad Checks'],
      ['18 § 4106 §§ A1', 'Access Device Used To Obt Or Att Obt Prop/Service'],
      ['18 § 4106 §§ A3', 'Posses Access Device Knowing Counterfeit, Altered'],
      ['18 § 4117 §§ A2', 'False/Fraud/Incomp Insurance Claim'],
      ['18 § 4120 §§ A', 'Identity Theft'],
    ],
  ],
  [
    'offenses against the family',
    [['18 § 4304 §§ A1', 'Endangering Welfare of Children - Parent/Guardian/Other Commits Offense']],
  ],
  [
    'falsification and intimidation',
    [
      ['18 § 4904 §§ A1', 'Unsworn Falsification to Authorities'],
      ['18 § 4906 §§ A', 'False Report - Falsely Incriminate Another'],
      ['18 § 4910 §§ 1', 'Tamper With/Fabricate Physical Evidence'],
      ['18 § 4914 §§ A', 'False Identification To Law Enforcement Officer'],
      ['18 § 4915.1 §§ A1', 'Fail to Register with PSP'],
      ['18 § 4952 §§ A1', 'Intim Wit/Vit - Refrain From Report'],
      ['18 § 4952 §§ A3', 'Intimidate Witness/Victim - Withhold Testimony'],
      ['18 § 4953 §§ A', 'Retaliation Against Witness or Victim'],
      ['18 § 4955', 'Violation of Protective Order'],
    ],
  ],
  [
    'obstructing governmental operations',
    [
      ['18 § 5101', 'Obstruct Admin Law/Other Govt Func'],
      ['18 § 5104', 'Resist Arrest/Other Law Enforce'],
      ['18 § 5105 §§ A1', 'Hinder App/Prosec-Harbor Or Conceal'],
      ['18 § 5111 §§ A1', 'Deal In Proc Unl Act/Intent To Promote'],
      ['18 § 5121 §§ A', 'Escape'],
      ['18 § 5123 §§ A', 'Contraband/Controlled Substance'],
      ['18 § 5123 §§ A.2', 'Possess Control Subs, Contraband/Inmate'],
    ],
  ],
  [
    'riot, disorderly conduct',
    [
      ['18 § 5503 §§ A1', 'Disorderly Conduct Engage In Fighting'],
      ['18 § 5503 §§ A4', 'Disorder Conduct Hazardous/Physi Off'],
    ],
  ],
  [
    'public indecency',
    [
      ['18 § 5901', 'Open Lewdness'],
      ['18 § 5902 §§ A1', 'Prom Pros-Inmate In House Of Prost/Business'],
      ['18 § 5902 §§ A2', 'Prom Pros-Loiter For Purp Of Pros'],
      ['18 § 5902 §§ B1', 'Prom Pros-Own House Of Prost/Or/Bus'],
      ['18 § 5902 §§ B5', 'Prom Pros-Procure Prostitute'],
      ['18 § 5902 §§ E', 'Patronizing Prostitutes'],
    ],
  ],
  [
    'firearms and other dangerous articles',
    [
      ['18 § 6105 §§ A1', 'Possession Of Firearm Prohibited'],
      ['18 § 6106 §§ A1', 'Firearms Not To Be Carried W/O License'],
      ['18 § 6106 §§ A2', 'Firearm Not To Be Carried W/O License-No Crim Viol'],
      ['18 § 6108', 'Carry Firearms Public In Phila'],
      ['18 § 6110.1 §§ A', 'Possession Of Firearm By Minor'],
      ['18 § 6110.2 §§ A', 'Posses Firearm W/Manufacturer Number Altered, Etc'],
      ['18 § 6111 §§ G4II', 'Materially false written statement - purchase, delivery, transfer of firearm'],
      ['18 § 6117 §§ A', 'Alter/Obliterate Mark Of Identification'],
    ],
  ],
  [
    'minors',
    [
      ['18 § 6301 §§ A1i', 'Corruption Of Minors'],
      ['18 § 6318 §§ A1', 'Unlawful Contact With Minor - Sexual Offenses'],
    ],
  ],
  ['nuisances', [['18 § 6501 §§ A3', 'Deposit Trash On Street']]],
  ['other offenses', [['18 § 7512 §§ A', 'Criminal Use Of Communication Facility']]],
  [
    null,
    [
      ['23 § 6114 §§ A', 'Contempt For Violation of Order or Agreement'],
      ['42 § 9161', 'Arrest Prior To Requisition'],
      ['0 § 0 §§ 0', 'Unknown Statute'],
    ],
  ],
  [
    'drugs',
    [
      ['35 § 780-113 §§ A16', 'Int Poss Contr Subst By Per Not Reg'],
      ['35 § 780-113 §§ A19', 'Purc/Rec Of Cont Substby Unauth Per'],
      ['35 § 780-113 §§ A30', 'Manufacture, Delivery, or Possession With Intent to Manufacture or Deliver'],
      ['35 § 780-113 §§ A31', 'Poss Of Marijuana'],
      ['35 § 780-113 §§ A31I', 'Marijuana-Small Amt Personal Use'],
      ['35 § 780-113 §§ A32', 'Use/Poss Of Drug Paraph'],
      ['35 § 780-113 §§ A33', 'Deliver/Intent To Del Drug Para'],
    ],
  ],
  [
    'vehicle code',
    [
      ['75 § 3714 §§ A', 'Careless Driving'],
      ['75 § 3732 §§ A', 'Homicide By Vehicle'],
      ['75 § 3732.1 §§ A', 'Aggravated assault by vehicle'],
      ['75 § 3733 §§ A', 'Fleeing or Attempting to Elude Officer'],
      ['75 § 3735 §§ A', 'Homi By Veh While Dr Under The Infl'],
      ['75 § 3736 §§ A', 'Reckless Driving'],
      ['75 § 3742 §§ A', 'Accidents Involving Death Or Personal Injury'],
      ['75 § 3802 §§ A1*', 'DUI: Gen Imp/Inc of Driving Safely - 1st Off'],
      ['75 § 3802 §§ A1**', 'DUI: Gen Imp/Inc of Driving Safely - 2nd Off'],
      ['75 § 3802 §§ B*', 'DUI: High Rte of Alc (BAC .10 - <.16) 1st Off'],
      ['75 § 3802 §§ C*', 'DUI: Highest Rte of Alc (BAC .16+) 1st Off'],
      ['75 § 3802 §§ D1i*', 'DUI: Controlled Substance - Schedule 1 - 1st Offense'],
      ['75 § 3802 §§ D2*', 'DUI: Controlled Substance - Impaired Ability - 1st Offense'],
    ],
  ],
]

/** The day from which the rows hold: the oldest docket that they were read from is of 2010. */
export const statutesValidFrom = '2010-01-01'

/** The offenses that the made-up city charges with, and other common ones. */
export const cityStatutes = groups.flatMap(([chapterGroup, offenses]) =>
  offenses.map(([statute, description]) => ({
    statute,
    description,
    chapterGroup,
    validFrom: statutesValidFrom,
    validTo: null,
  })),
)

const descriptions = new Map(cityStatutes.map(({ statute, description }) => [statute, description]))

/** The court's description of a citation. Throws RangeError for one that stands not in the city's table. */
export const describeStatute = (statute: string): string => {
  const description = descriptions.get(statute)
  if (description === undefined) throw new RangeError(`${statute} is not among the city's statutes`)
  return description
}
