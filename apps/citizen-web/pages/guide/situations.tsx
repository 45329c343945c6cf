import type { VNode } from 'preact'
import type { ItemVersion } from '#capabilities/portal/contract.ts'
import { situationOf, type FormValues } from '#ui/form/index.ts'

/** The situations (情形) an item is split into: how long each takes, and which is the reader's. */
export function Situations({ item, answers }: { item: ItemVersion; answers: FormValues }): VNode | null {
  const { situations = [], promisedLimit } = item
  const [first] = situations
  if (first === undefined) return null
  const mine = situationOf(item, answers)
  return (
    <>
      <p>分情形办理，时限不一样：</p>
      <ul>
        {situations.map((situation) => {
          const { no, name, hint } = situation
          const { amount } = situation.promisedLimit ?? promisedLimit
          const days =
            amount === 0 ? '当场办结' : `${amount}个${UNITS[(situation.promisedLimit ?? promisedLimit).unit]}`
          return (
            <li key={no}>
              {situation === mine ? <strong>{`${name}（您的情况）：${days}`}</strong> : `${name}：${days}`}
              {hint !== undefined && <span class="muted">{`。${hint}`}</span>}
            </li>
          )
        })}
      </ul>
      <p class="muted">{`情形按事项拆分标准第${first.standard.split('@')[1]}版划分。`}</p>
    </>
  )
}

const UNITS = { 'working-day': '工作日', 'calendar-day': '自然日', hour: '小时' } as const
