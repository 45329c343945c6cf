import type { VNode } from 'preact'
import type { ItemVersion } from '#capabilities/portal/contract.ts'
import { Button, ButtonRow, Disclosure, SchemaField } from '#ui/components/index.ts'
import type { FormValues } from '#ui/form/index.ts'
import { decidingQuestions } from '#ui/form/situation.ts'

type Field = ItemVersion['form']['fields'][number]
type Split = Pick<ItemVersion, 'form' | 'materials' | 'situations'>

/** The questions of the form on which some paper depends or the situation (情形): answered here, the list says what this reader has to bring. */
export function questionsOf(item: Split): Field[] {
  const { form, materials } = item
  const papers = materials.flatMap(({ whenAnswer }) => whenAnswer?.field ?? [])
  const wanted = new Set([...decidingQuestions(item), ...papers])
  return form.fields.filter(({ name, type }) => wanted.has(name) && (type === 'yes-no' || type === 'choice'))
}

/** What the address says of the reader, as far as the questions know such an answer. */
export function situationOf(item: Split, asked: Readonly<Record<string, unknown>>): FormValues {
  const answers = questionsOf(item).flatMap(({ name, type, options = [] }) => {
    const answer = [asked[name]].flat()[0]
    const known = type === 'yes-no' ? ['yes', 'no'] : options.map(({ value }) => value)
    return typeof answer === 'string' && known.includes(answer) ? [[name, answer]] : []
  })
  return Object.fromEntries(answers) as FormValues
}

export function Situation({
  item,
  answers,
  online,
}: {
  item: ItemVersion
  answers: FormValues
  online: boolean
}): VNode | null {
  const carry = online ? '交' : '带'
  const questions = questionsOf(item)
  if (questions.length === 0) return null
  const answered = Object.keys(answers).length > 0
  return (
    <div class="no-print">
      <Disclosure summary={answered ? '改一改我的情况' : `选一选您的情况，看看哪些不用${carry}`}>
        <form method="get" action={`/items/${item.id}#bring`}>
          {questions.map(({ showWhen: _always, ...field }) => (
            <SchemaField
              key={field.name}
              field={{ ...field, required: false }}
              regions={[]}
              {...(answers[field.name] === undefined ? {} : { value: answers[field.name]! })}
            />
          ))}
          <ButtonRow>
            <Button tone="normal">{`看我要${carry}什么`}</Button>
          </ButtonRow>
        </form>
        {answered && (
          <p>
            <a href={`/items/${item.id}#bring`}>不选了，看全部材料</a>
          </p>
        )}
      </Disclosure>
    </div>
  )
}
