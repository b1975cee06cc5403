/** What the accounts of the embedded default are filed under: the local provider's address moves with the port, this does not. */
export const localIssuer = 'pars:local'
