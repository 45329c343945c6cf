import type { ItemField } from './fields.ts'
import { editorWords as words } from './words.ts'

/** A value in the words of its field. */
export function readable(
  typed: string | readonly string[],
  { options = [], as }: Pick<ItemField, 'options' | 'as'>,
): string {
  const titleOf = (value: string) => options.find((each) => each.value === value)?.label ?? value
  if (as === 'boolean' || as === 'part' || as === 'yes-unless-said')
    return typed === 'yes' ? words.isSo : words.isNot
  return typeof typed === 'string' ? titleOf(typed) : typed.map(titleOf).join('、')
}
