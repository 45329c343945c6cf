/** Which papers the answers of a form call for; the rule itself stands where browsers may use it too. */
export { applies, type Applies } from '#ui/form/applies.ts'
