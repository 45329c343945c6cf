import type { VNode } from 'preact'
import type { ItemVersion } from '#capabilities/portal/contract.ts'
import { Disclosure } from '#ui/components/index.ts'
import { limitWords } from '#ui/format/limit.ts'

type Commitment = NonNullable<ItemVersion['process']['commitment']>

/** Notice and commitment (告知承诺) as the guide tells it: who may, what it spares, and what it leads to. */
export function PromiseWay({ item }: { item: ItemVersion }): VNode | null {
  const { commitment } = item.process
  if (commitment === undefined) return null
  const spared = sparedBy(item, commitment)
  return (
    <section class="guide-section" aria-labelledby="promise">
      <h2 id="promise">也可以先承诺、当场办</h2>
      <div class="stack">
        <p>{`${who(item, commitment)}有两种办法，由您选，领到的${item.result?.name ?? '结果'}一样：`}</p>
        <ul>
          <li>
            <strong>先承诺</strong>
            {`：签一份承诺书，当场作决定。${spared.length > 0 ? `不用交${spared.join('、')}。` : ''}`}
          </li>
          <li>
            <strong>不承诺</strong>
            {`：材料交齐，${isSurveyed(item) ? '先上门看场所，再' : '审查以后'}作决定，承诺受理后${limitWords(item.promisedLimit)}办完。`}
          </li>
        </ul>
        <CheckAfterwards commitment={commitment} />
        <Disclosure summary="要承诺哪些事" paper="line">
          <Promises commitment={commitment} />
        </Disclosure>
        <Disclosure summary="承诺不属实会怎样" paper="line">
          <Liability commitment={commitment} />
        </Disclosure>
        <p class="muted">{`依据：${commitment.basis}`}</p>
      </div>
    </section>
  )
}

function who({ form }: ItemVersion, { when }: Commitment): string {
  const field = form.fields.find(({ name }) => name === when?.field)
  if (when === undefined || field === undefined) return '申请人'
  const answers = [when.equals].flat().map((value) => {
    if (field.type === 'yes-no') return value === 'yes' ? '是' : '否'
    return field.options?.find((option) => option.value === value)?.label ?? value
  })
  return field.label.endsWith('是')
    ? `${field.label}${answers.join('或者')}的，`
    : `“${field.label}”选“${answers.join('”或“')}”的，`
}

export function isSurveyed({ process }: ItemVersion): boolean {
  return process.steps.some(({ step }) => step === 'survey')
}

export function sparedBy({ materials }: ItemVersion, { replaces }: Commitment): string[] {
  return materials.filter(({ id }) => replaces.includes(id)).map(({ name }) => name)
}

export function Promises({ commitment }: { commitment: Pick<Commitment, 'promises'> }): VNode {
  return (
    <ol class="promise-lines">
      {commitment.promises.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ol>
  )
}

export function Liability({ commitment }: { commitment: Pick<Commitment, 'liability'> }): VNode {
  return (
    <ol class="promise-lines">
      {commitment.liability.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ol>
  )
}

export function CheckAfterwards({ commitment }: { commitment: Commitment }): VNode {
  const { within, how } = commitment.check
  return (
    <p>
      {`作出决定以后，${limitWords(within)}内核查：${how}不符合的，给${limitWords(commitment.rectifyWithin)}改正；改不了的撤销决定。`}
    </p>
  )
}
