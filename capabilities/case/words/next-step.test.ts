import { describe, expect, test } from 'vitest'
import type { CaseDossier } from '../model/dossier.ts'
import { FELLING } from '../testing/item.ts'
import { into, type Stage } from '../testing/journey.ts'
import { calendar, caseWorld } from '../testing/world.ts'
import { NEXT_STEPS, type Following } from './next-step.ts'

const UP: Following['item'] = {
  ...FELLING,
  process: { ...FELLING.process, forwardsTo: { body: '市林业局' } },
}

function told(
  act: keyof typeof NEXT_STEPS,
  stage: Stage,
  more: Partial<CaseDossier> = {},
  item = FELLING,
): string | undefined {
  const dossier = { ...into(stage), ...more }
  const world = { ...caseWorld(), bodies: new Map([[dossier.decidingBody, '示例区林业局']]) }
  return NEXT_STEPS[act]({
    ...{ item, dossier, calendar, world },
    today: '2026-11-23',
    post: () => '审查人员 测试甲',
  })
}

const DAY = String.raw`，最晚\d{4}年\d+月\d+日（星期.）`

describe('what follows is said with who takes it and until when', () => {
  test.each<[keyof typeof NEXT_STEPS, Stage, RegExp]>([
    ['notify-supplement', 'received', /^现在发出的，请申请人最晚2026年\d+月\d+日（星期.）补正，/u],
    ['accept', 'received', /^受理以后，由示例区林业局的审查人员审查；/u],
    ['review', 'accepted', new RegExp(`^提交以后，由示例区林业局的审批人员决定${DAY}。$`, 'u')],
    [
      'return-to-review',
      'reviewed',
      new RegExp(`^退回以后，由审查人员 测试甲或者同事重新审查；期限照常走${DAY}。$`, 'u'),
    ],
    ['propose-refusal', 'received', new RegExp(`由示例区林业局的审批人员审定：.*${DAY}。$`, 'u')],
    ['grant', 'reviewed', /^决定以后，由示例区林业局的制证人员签章发文，再由/u],
    ['deny', 'reviewed', /^决定以后，由示例区林业局的制证人员签章发文，再由/u],
    ['seal', 'decided', new RegExp(`^盖章以后，由.*${DAY}。$`, 'u')],
  ])('%s', (act, stage, sentence) => {
    expect(told(act, stage)).toMatch(sentence)
  })

  test.each([
    ['window', '由收件的窗口当面交给申请人'],
    ['electronic', '由系统送到申请人的网上账户'],
    ['post', '由收件的窗口交给邮政寄给申请人'],
  ] as const)('a result that goes out by %s', (delivery, how) => {
    expect(told('seal', 'decided', { delivery })).toContain(how)
  })

  test('where a higher body decides, it is named', () => {
    expect(told('review', 'accepted', {}, UP)).toContain('审批人员转报市林业局')
    expect(told('forward', 'reviewed', {}, UP)).toContain('报送市林业局，由它决定')
  })

  test('a limit that stands still names no day', () => {
    expect(told('review', 'accepted', { clocks: {} })).toBe('提交以后，由示例区林业局的审批人员决定。')
  })
})
