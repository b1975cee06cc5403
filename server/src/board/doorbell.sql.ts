export const listenToJournal = 'listen journal'
export const ping = 'select 1'
