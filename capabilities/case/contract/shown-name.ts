/** A name as every list shows it (张*三): what a list is asked for by name travels in this form alone. */
export { maskName as shownName } from '#platform/crypto/mask.ts'
