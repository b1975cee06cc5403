import { buildWeb, readSettings } from '@pars/server'

const built = await buildWeb(readSettings({}).webFolder)
console.log(built ? 'built' : 'the screens stand as the sources would make them')
