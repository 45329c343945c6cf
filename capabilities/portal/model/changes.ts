import type { DeliveryMode, FormField, ItemVersion } from '#capabilities/catalogue/contract.ts'
import { promisedSentence } from '#capabilities/guide/model.ts'

/** What is different between the version a draft was begun under and the one in force, one Chinese sentence each. */
export function changesOf(before: ItemVersion, now: ItemVersion): string[] {
  if (before.version === now.version) return []
  return [...changedMaterials(before, now), ...changedFields(before, now), ...changedTerms(before, now)]
}

function changedMaterials(before: ItemVersion, now: ItemVersion): string[] {
  const [old, fresh] = [byId(before.materials), byId(now.materials)]
  return [
    ...now.materials.filter(({ id }) => !old.has(id)).map(({ name }) => `新增了材料“${name}”，请补上。`),
    ...before.materials.filter(({ id }) => !fresh.has(id)).map(({ name }) => `不再需要材料“${name}”。`),
    ...now.materials.flatMap((material) => {
      const was = old.get(material.id)
      if (was === undefined) return []
      return [
        ...(was.name === material.name ? [] : [`材料“${was.name}”改名为“${material.name}”。`]),
        ...(was.necessity === material.necessity
          ? []
          : [`材料“${material.name}”${NECESSITY[material.necessity]}`]),
        ...(was.acceptStandard === material.acceptStandard
          ? []
          : [`材料“${material.name}”的要求改为：${material.acceptStandard}`]),
      ]
    }),
  ]
}

const NECESSITY = {
  required: '现在必须提供。',
  conditional: '现在只在规定的情形下提供。',
  tolerable: '现在可以先受理后补交。',
} as const

function changedFields({ form: before }: ItemVersion, { form: now }: ItemVersion): string[] {
  const [old, fresh] = [byName(before.fields), byName(now.fields)]
  return [
    ...now.fields
      .filter(({ name }) => !old.has(name))
      .map(({ label, required }) => `申请表新增了“${label}”${required ? '，请填写' : '，可以不填'}。`),
    ...before.fields.filter(({ name }) => !fresh.has(name)).map(({ label }) => `申请表不再问“${label}”。`),
    ...now.fields.flatMap((field) => changedField(old.get(field.name), field)),
  ]
}

function changedField(was: FormField | undefined, field: FormField): string[] {
  if (was === undefined) return []
  const offered = new Set(field.options?.map(({ value }) => value))
  const gone = (was.options ?? []).filter(({ value }) => !offered.has(value)).map(({ label }) => `“${label}”`)
  return [
    ...(was.label === field.label ? [] : [`申请表的“${was.label}”改为“${field.label}”。`]),
    ...(field.required && !was.required ? [`申请表的“${field.label}”现在必须填写。`] : []),
    ...(was.type === field.type ? [] : [`申请表的“${field.label}”改了填写方式，请重新填写。`]),
    ...(gone.length === 0 ? [] : [`申请表的“${field.label}”不再有选项${gone.join('、')}。`]),
  ]
}

function changedTerms(before: ItemVersion, now: ItemVersion): string[] {
  const [old, fresh] = [promisedSentence(before), promisedSentence(now)]
  return [
    ...(before.name === now.name ? [] : [`事项名称改为“${now.name}”。`]),
    ...(old === fresh ? [] : [`办理时限改为：${fresh}`]),
    ...(before.conditions.join('\n') === now.conditions.join('\n')
      ? []
      : ['办理条件有变化，请看新的办事指南。']),
    ...(before.fee.charged === now.fee.charged
      ? []
      : [now.fee.charged ? '现在要按规定收费，请看新的办事指南。' : '现在不再收费。']),
    ...before.delivery.filter((mode) => !now.delivery.includes(mode)).map((mode) => NO_LONGER[mode]),
  ]
}

const NO_LONGER: Readonly<Record<DeliveryMode, string>> = {
  window: '不再提供窗口领取。',
  electronic: '不再提供电子送达。',
  post: '不再提供邮寄到家。',
}

const byId = <T extends { id: string }>(list: readonly T[]) => new Map(list.map((each) => [each.id, each]))
const byName = <T extends { name: string }>(list: readonly T[]) =>
  new Map(list.map((each) => [each.name, each]))
