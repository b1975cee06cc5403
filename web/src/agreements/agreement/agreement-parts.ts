/** The parts of an agreement's page, in their order. */
export const agreementParts = ['terms', 'versions', 'votes', 'letters', 'duties'] as const
export type AgreementPart = (typeof agreementParts)[number]
