export * from './terms-of-2017.ts'
