import type { Seeded } from '#engine/testing/seeded.ts'
import { ACTIONS } from '#capabilities/case/model.ts'
import { bent, type Shape } from './bent-input.ts'
import { checklist, lawful, paper, type Asked, type Input } from './inputs.ts'

type Flaw = (asked: Asked) => Input

const OTHER_FILE = '01900000-0000-7000-8000-000000000000'

/** What goes wrong with the form of an act, beside what is not a form at all. */
const FLAWS: Readonly<Record<string, readonly Flaw[]>> = {
  accept: [
    ({ detail }) => ({ checklist: checklist(detail, () => 'ok').slice(1) }),
    ({ detail }) => ({ checklist: checklist(detail, () => 'missing') }),
    ({ detail }) => ({
      checklist: [...checklist(detail, () => 'ok'), { material: 'no-such-paper', verdict: 'ok' }],
    }),
  ],
  'notify-supplement': [
    ({ detail }) => ({
      checklist: checklist(detail, () => 'ok'),
      lines: [{ material: detail.materials[0]?.id ?? 'any', problem: '没有提供', remedy: '请提供' }],
    }),
    ({ detail }) => ({
      checklist: checklist(detail, () => 'missing'),
      lines: detail.materials.map(({ id }) => ({ material: id, problem: '没有提供', remedy: '请提供' })),
    }),
    ({ detail }) => ({
      checklist: checklist(detail, () => 'ok'),
      lines: [{ material: 'no-such-paper', problem: '没有提供', remedy: '请提供' }],
    }),
    ({ detail }) => ({
      checklist: [],
      lines: [{ material: detail.materials[0]?.id ?? 'any', problem: '没有提供', remedy: '请提供' }],
    }),
  ],
  supply: [supplyUnknown, supplyNothing, supplyForeign],
  'supply-at-window': [supplyUnknown, supplyNothing, supplyForeign],
  'record-survey': [
    (asked) => ({ ...lawful(asked), day: '2030-01-01' }),
    (asked) => ({ ...lawful(asked), surveyors: ['测试甲'] }),
  ],
  'record-check': [(asked) => ({ ...lawful(asked), result: 'rectify' })],
}

function supplyUnknown(): Input {
  return { materials: [paper('no-such-paper')] }
}

function supplyNothing({ detail }: Asked): Input {
  return { materials: [{ ...paper(detail.materials[0]?.id ?? 'any'), paperOriginals: 0 }] }
}

function supplyForeign({ dossier }: Asked): Input {
  return { materials: [{ ...paper(dossier.supplement?.asked[0] ?? 'any'), files: [OTHER_FILE] }] }
}

/** A form as somebody fills it in who is tired, new, or up to something. */
export function flawed(asked: Asked, random: Seeded): Input {
  const own = FLAWS[asked.act] ?? []
  if (random.chance(0.12)) return { nonsense: true }
  if (own.length > 0 && random.chance(0.5)) return random.oneOf(own)(asked)
  return bent(lawful(asked), ACTIONS.get(asked.act)?.input as Shape, { ...asked, random })
}
