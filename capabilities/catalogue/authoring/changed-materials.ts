import type { ItemVersion, Material } from '../contract.ts'
import { lessIsEasier, type Difference, type Weight } from './difference.ts'
import { same } from './same.ts'

const part = '申请材料'

/** Papers by their id: new, gone, and what is asked of those that stay. */
export function changedMaterials(before: ItemVersion, now: ItemVersion): Difference[] {
  const old = new Map(before.materials.map((each, index) => [each.id, { each, index }]))
  const kept = new Set(now.materials.map(({ id }) => id))
  return [
    ...now.materials.flatMap(({ id, name, fromForm, shared }, index): Difference[] =>
      old.has(id)
        ? []
        : [
            {
              ...{ at: `/materials/${index}`, part, text: `新增了材料“${name}”。` },
              applicants: `新增了材料“${name}”，请补上。`,
              weight: fromForm === true || shared !== undefined ? 'neutral' : 'burdens',
            },
          ],
    ),
    ...before.materials.flatMap(({ id, name, fromForm, shared }, index): Difference[] =>
      kept.has(id)
        ? []
        : [
            {
              ...told(`/materials/${index}`, `不再需要材料“${name}”。`),
              paper: id,
              weight: fromForm === true || shared !== undefined ? 'neutral' : 'eases',
            },
          ],
    ),
    ...now.materials.flatMap((material, index) => {
      const was = old.get(material.id)?.each
      return was === undefined
        ? []
        : changedMaterial(was, material, `/materials/${index}`).map((one) => ({ ...one, paper: material.id }))
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
    said.push({
      ...told(`${at}/necessity`, `材料“${name}”${NECESSITY[now.necessity]}`),
      ...(now.necessity === 'required' ? { weight: 'burdens' as const } : {}),
      ...(was.necessity === 'required' ? { weight: 'eases' as const } : {}),
    })
  if (was.acceptStandard !== now.acceptStandard)
    said.push(told(`${at}/acceptStandard`, `材料“${name}”的要求改为：${now.acceptStandard}`))
  if (was.shared === undefined && now.shared !== undefined)
    said.push({
      ...{ at: `${at}/shared`, part, text: `材料“${name}”改由部门自己核对，不再要申请人交。` },
      weight: 'eases',
    })
  if (was.shared !== undefined && now.shared === undefined)
    said.push({
      ...{ at: `${at}/shared`, part, text: `材料“${name}”不再由部门核对，要申请人交。` },
      weight: 'burdens',
    })
  if (was.originals !== now.originals || was.copies !== now.copies)
    said.push({
      ...{ at: `${at}/originals`, part },
      text: `材料“${name}”的份数由${parts(was)}改为${parts(now)}。`,
      ...weightOfParts(was, now),
    })
  if (said.length === 0 ? !same(was, now) : !same(unsaid(was), unsaid(now)))
    said.push({ at, part, text: `材料“${name}”的说明有变化。` })
  return said
}

/** What no sentence above is about, such as when a paper is asked for. */
function unsaid({
  name: _n,
  necessity: _y,
  acceptStandard: _a,
  shared: _s,
  originals: _o,
  copies: _c,
  ...rest
}: Material) {
  return rest
}

const parts = ({ originals, copies }: Material) => `原件${originals}份、复印件${copies}份`

/** An original less and a copy more is for nobody to weigh but the one who has to bring them. */
function weightOfParts(was: Material, now: Material): { weight?: Weight } {
  const originals = lessIsEasier(was.originals, now.originals)
  const copies = lessIsEasier(was.copies, now.copies)
  if (originals === copies || copies === 'neutral') return { weight: originals }
  return originals === 'neutral' ? { weight: copies } : {}
}

const NECESSITY = {
  required: '现在必须提供。',
  conditional: '现在只在规定的情形下提供。',
  tolerable: '现在可以先受理后补交。',
} as const
