import type { VNode } from 'preact'
import type { ItemVersion } from '#capabilities/portal/contract.ts'
import { Disclosure } from '#ui/components/index.ts'
import { applies } from '#ui/form/applies.ts'
import type { FormValues } from '#ui/form/index.ts'
import { copies, necessity } from './materials.ts'

type Material = ItemVersion['materials'][number]

const SOURCES: Record<Material['source'], string> = {
  applicant: '自己准备',
  government: '政府部门发的',
  other: '其他单位出具',
}

/** What has to be carried; the rest is filled in online or looked up by the window. */
export function toBring(materials: readonly Material[]): Material[] {
  return materials.filter(isCarried)
}

const isCarried = ({ fromForm, shared }: Material): boolean => !fromForm && !shared

/**
 * What to bring as a list to tick off: first what has to be carried, then what has not. What the reader said of themselves rules
 * papers out; with nothing said each keeps its condition.
 */
export function MaterialsList({
  materials,
  asked = materials,
  answers = {},
  online,
}: {
  materials: readonly Material[]
  /** Those of the reader's situation (情形), where the item is split. */
  asked?: readonly Material[]
  answers?: FormValues
  /** Who files from home hands in and carries nothing. */
  online: boolean
}): VNode {
  const carry = online ? '交' : '带'
  const carried = toBring(asked).filter((material) => applies(material, answers) !== 'no')
  const spared = materials.filter((material) => !carried.includes(material))
  return (
    <>
      {Object.keys(answers).length > 0 && (
        <p class="guide-big">{`照您选的情况，要${carry}${carried.length}样`}</p>
      )}
      {carried.length > 0 ? (
        <ol class="material-cards" aria-label={`要${carry}的材料，${carried.length}样`}>
          {carried.map((material) => (
            <Card key={material.id} material={material} answers={answers} carry={carry} />
          ))}
        </ol>
      ) : (
        <p class="guide-big">{`什么都不用${carry}`}</p>
      )}
      {spared.length > 0 && (
        <>
          <h3>{`不用另外${carry}的，${spared.length}样`}</h3>
          <ul class="material-cards">
            {spared.map((material) => (
              <Card
                key={material.id}
                material={material}
                answers={answers}
                carry={carry}
                elsewhere={!asked.includes(material)}
              />
            ))}
          </ul>
        </>
      )}
    </>
  )
}

function Card({
  material,
  answers,
  carry,
  elsewhere = false,
}: {
  material: Material
  answers: FormValues
  carry: string
  /** Asked in another situation than the reader's. */
  elsewhere?: boolean
}): VNode {
  const when = elsewhere ? notHere(carry) : noteOf(material, answers, carry)
  const { acceptStandard, fillNote } = material
  return (
    <li class="material-card">
      <strong>{material.name}</strong>
      {when !== '' && <span class="material-when">{when}</span>}
      <span class="material-facts">
        <span>{copies(material)}</span>
        {isCarried(material) && <span class="muted">{material.sourceNote ?? SOURCES[material.source]}</span>}
      </span>
      <Disclosure summary="窗口会看什么">
        <p>{acceptStandard}</p>
        {fillNote !== undefined && <p class="muted">{`填写提示：${fillNote}`}</p>}
      </Disclosure>
    </li>
  )
}

/** A condition that has been answered is no question any more. */
function noteOf(material: Material, answers: FormValues, carry: string): string {
  if (material.whenAnswer === undefined || answers[material.whenAnswer.field] === undefined)
    return necessity(material)
  return applies(material, answers) === 'no' ? notHere(carry) : `照您选的情况要${carry}`
}

const notHere = (carry: string): string => `照您选的情况不用${carry}`
