/** The parts of an agreement's page, in their order. */
export const agreementParts = ['terms', 'machine', 'versions', 'votes', 'letters', 'duties'] as const
export type AgreementPart = (typeof agreementParts)[number]
