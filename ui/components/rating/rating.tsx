import type { VNode } from 'preact'
import { ChoiceField, type Choice } from '../form-field/choice-field.tsx'

export type Stars = 1 | 2 | 3 | 4 | 5

export const STAR_WORDS: Readonly<Record<Stars, string>> = {
  5: '非常满意',
  4: '满意',
  3: '基本满意',
  2: '不满意',
  1: '非常不满意',
}

const ORDER: readonly Stars[] = [5, 4, 3, 2, 1]

/** The five national levels (GB/T 39735) as radios, each with its own reasons to tick. None is chosen beforehand. */
export function Rating({
  options,
  stars,
  chosen,
  error,
}: {
  options: Readonly<Record<Stars, readonly { code: string; text: string }[]>>
  stars?: Stars
  chosen: readonly string[]
  error?: string
}): VNode {
  const choices: Choice[] = ORDER.map((level) => ({
    value: String(level),
    label: STAR_WORDS[level],
    hint: `${level}颗星`,
    ...(options[level].length === 0
      ? {}
      : { conditional: <Reasons level={level} reasons={options[level]} chosen={chosen} /> }),
  }))
  return (
    <div class="rating">
      <ChoiceField
        id="field-stars"
        name="stars"
        label="您对这次办事满意吗"
        required
        choices={choices}
        chosen={stars === undefined ? [] : [String(stars)]}
        {...(error === undefined ? {} : { error })}
      />
    </div>
  )
}

function Reasons({
  level,
  reasons,
  chosen,
}: {
  level: Stars
  reasons: readonly { code: string; text: string }[]
  chosen: readonly string[]
}): VNode {
  return (
    <ChoiceField
      id={`field-options-${level}`}
      name="options"
      label={level <= 2 ? '哪里没有做好' : '哪里做得好'}
      hint="可以选几项，也可以不选。"
      required={false}
      many
      choices={reasons.map((reason) => ({ value: reason.code, label: reason.text }))}
      chosen={chosen}
    />
  )
}

/** A rating given, as words and stars. */
export function StarsGiven({ stars }: { stars: Stars }): VNode {
  return (
    <span class="stars-given">
      <span aria-hidden="true">{'★'.repeat(stars) + '☆'.repeat(5 - stars)}</span> {STAR_WORDS[stars]}
    </span>
  )
}
