export { insertAccount, type TestAccount } from './insert-account.ts'
export { type KeptHome, keepHome } from './kept-home.ts'
export { startTestCluster, type TestCluster } from './start-test-cluster.ts'
export { type TestDatabase, testDatabase } from './test-database.ts'
