import { Type as T, type Static } from 'typebox'
import { legalDay } from '#engine/day.ts'
import { refusal, type Refusal } from '#engine/refusal.ts'
import { check, describe, mayPromise, type FormValues } from '#ui/form/index.ts'
import { caseAction, type CaseAct } from '../../actions/case-action.ts'
import { licensing } from '../../model/limits.ts'
import { correctable, readAs } from './rules.ts'

const Correcting = T.Object(
  {
    field: T.String({ minLength: 1, maxLength: 40 }),
    value: T.String({ maxLength: 4000 }),
    /** The applicant has read what it says now: online under their own account, at a window with their signature. */
    confirmed: T.Boolean(),
    /** What was handed in, opened by the service. */
    before: T.Optional(T.Object({ form: T.Unknown(), applicant: T.Unknown() })),
  },
  { additionalProperties: false },
)
type Correcting = Static<typeof Correcting>

/**
 * A mistake in the form is mended on the spot (第三十二条第一款第三项: 应当允许申请人当场更正), online or at a window, and needs no notice
 * of what is missing. The five days run on: nothing new was handed in.
 */
export const correctForm = caseAction({
  name: 'correct-form',
  from: ['received', 'supplementing'],
  to: 'same',
  by: ['applicant', 'window-clerk'],
  input: Correcting,
  refuse: (act) => {
    const { input, world } = act
    const field = correctable(world.item).find(({ name }) => name === input.field)
    const basis = licensing(world.item, '第三十二条第一款第三项')
    // Who applies and where is decided by the answers that stay: other ones make another application.
    if (field === undefined) return refusal('form-answer-fixed', { basis })
    if (!input.confirmed) return refusal('form-answer-unconfirmed', { basis })
    const before = formIn(input)
    if (sameAs(before[field.name], readAs(field, input.value))) return refusal('form-answer-same')
    return invalid(act, before)
  },
  facts: ({ actor, input, world }) => {
    const before = formIn(input)
    const form = corrected(input, before, world.item)
    const said = (values: FormValues) =>
      describe(world.item.form, values).find(({ field }) => field === input.field)
    const { label = input.field } = said(form) ?? {}
    const text = { label, before: said(before)?.text ?? '', after: said(form)?.text ?? '' }
    const { element } = correctable(world.item).find(({ name }) => name === input.field)!
    const applicant = input.before?.applicant as object | null | undefined
    const called = element === 'party.phone' && applicant != null
    return [
      {
        kind: 'form-corrected',
        body: {
          field: input.field,
          how: actor.kind === 'staff' ? 'signed' : 'online',
          form: world.seal(form),
          text: world.seal(text),
          ...(called ? { applicant: world.seal({ ...applicant, phone: form[input.field] }) } : {}),
        },
      },
    ]
  },
})

const formIn = ({ before }: Correcting): FormValues => (before?.form ?? {}) as FormValues

const sameAs = (one: FormValues[string] | undefined, other: FormValues[string]): boolean =>
  [one ?? ''].flat().join('\n') === [other].flat().join('\n')

function corrected(
  { field: name, value }: Correcting,
  before: FormValues,
  item: Parameters<typeof correctable>[0],
): FormValues {
  const field = correctable(item).find((one) => one.name === name)!
  return { ...before, [name]: readAs(field, value) }
}

/** The whole form has to be in order afterwards, and what was promised on it has to be open to promise still. */
function invalid(
  { dossier, input, now, world }: CaseAct<Correcting>,
  before: FormValues,
): Refusal | undefined {
  const form = corrected(input, before, world.item)
  const problems = check(world.item.form, form, { today: legalDay(now) })
  if (problems.length > 0) return refusal('form-invalid', { facts: { problems } })
  return dossier.procedure === 'commitment' && !mayPromise(world.published, form)
    ? refusal('commitment-not-offered')
    : undefined
}
