export * from './contract/book.ts'
export { bookRoutes, bookFiles } from './contract/routes.ts'
