/** What a test house outside the capabilities takes of the test town. */
export { withoutPublicity } from './quick-item.ts'
