import type { ItemVersion, Material } from '../contract.ts'
import type { Difference } from './differences.ts'
import { same } from './same.ts'

const part = '申请材料'

/** Papers by their id: new, gone, and what is asked of those that stay. */
export function changedMaterials(before: ItemVersion, now: ItemVersion): Difference[] {
  const old = new Map(before.materials.map((each, index) => [each.id, { each, index }]))
  const kept = new Set(now.materials.map(({ id }) => id))
  return [
    ...now.materials.flatMap(({ id, name }, index) =>
      old.has(id)
        ? []
        : [
            {
              ...{ at: `/materials/${index}`, part, text: `新增了材料“${name}”。` },
              applicants: `新增了材料“${name}”，请补上。`,
            },
          ],
    ),
    ...before.materials.flatMap(({ id, name }, index) =>
      kept.has(id) ? [] : [told(`/materials/${index}`, `不再需要材料“${name}”。`)],
    ),
    ...now.materials.flatMap((material, index) => {
      const was = old.get(material.id)?.each
      return was === undefined ? [] : changedMaterial(was, material, `/materials/${index}`)
    }),
  ]
}

/** Said to officials, the public and applicants in the same words. */
const told = (at: string, text: string): Difference => ({ at, part, text, applicants: text })

function changedMaterial(was: Material, now: Material, at: string): Difference[] {
  const { name } = now
  const said: Difference[] = []
  if (was.name !== name) said.push(told(`${at}/name`, `材料“${was.name}”改名为“${name}”。`))
  if (was.necessity !== now.necessity)
    said.push(told(`${at}/necessity`, `材料“${name}”${NECESSITY[now.necessity]}`))
  if (was.acceptStandard !== now.acceptStandard)
    said.push(told(`${at}/acceptStandard`, `材料“${name}”的要求改为：${now.acceptStandard}`))
  if (was.shared === undefined && now.shared !== undefined)
    said.push({ at: `${at}/shared`, part, text: `材料“${name}”改由部门自己核对，不再要申请人交。` })
  if (was.shared !== undefined && now.shared === undefined)
    said.push({ at: `${at}/shared`, part, text: `材料“${name}”不再由部门核对，要申请人交。` })
  if (was.originals !== now.originals || was.copies !== now.copies)
    said.push({
      ...{ at: `${at}/originals`, part },
      text: `材料“${name}”的份数由${parts(was)}改为${parts(now)}。`,
    })
  if (said.length === 0 && !same(was, now)) said.push({ at, part, text: `材料“${name}”的说明有变化。` })
  return said
}

const parts = ({ originals, copies }: Material) => `原件${originals}份、复印件${copies}份`

const NECESSITY = {
  required: '现在必须提供。',
  conditional: '现在只在规定的情形下提供。',
  tolerable: '现在可以先受理后补交。',
} as const
