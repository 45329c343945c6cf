import { describe, expect, test } from 'vitest'
import { flowSentences, layoutFlow, type Box, type Flow } from './index.ts'
import { widthOf, wrap } from './wrap.ts'

const flow: Flow = {
  ...{ applicant: '申请人', begin: '提出申请', end: '领取食品经营许可证' },
  steps: [
    {
      ...{ name: '受理', role: '窗口人员', limit: '当场', beside: [] },
      exits: [
        { kind: 'return', text: '材料不齐或不合要求：一次性告知补正' },
        { kind: 'refuse', text: '依法不予受理：书面说明理由，告知救济途径' },
      ],
    },
    {
      ...{ name: '审查', role: '审查人员', limit: '2个工作日', exits: [] },
      beside: ['听证', '检验、检测、检疫、鉴定', '专家评审', '延长期限', '中止'],
    },
    { name: '决定', role: '审批人员', limit: '1个工作日', exits: [], beside: [] },
    { name: '制证、送达', role: '窗口人员', limit: '1个工作日', exits: [], beside: [] },
  ],
}

const SHAPES = ['lanes', 'column'] as const
const solid = ({ kind }: Box) => kind !== 'band' && kind !== 'lane'
const apart = (a: Box, b: Box) =>
  a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y

describe.each(SHAPES)('drawn as %s', (shape) => {
  const chart = layoutFlow(flow, shape)

  test('no two boxes lie over each other and none leaves the sheet', () => {
    const boxes = chart.boxes.filter(solid)
    for (const [at, one] of boxes.entries()) {
      expect(boxes.slice(at + 1).filter((other) => !apart(one, other))).toEqual([])
      expect(one.x).toBeGreaterThanOrEqual(0)
      expect(one.x + one.width).toBeLessThanOrEqual(chart.width)
      expect(one.y + one.height).toBeLessThanOrEqual(chart.height)
    }
  })

  test('every word fits its box', () => {
    for (const { lines, width } of chart.boxes)
      for (const { text, small } of lines)
        expect(widthOf(text) * (small ? 14 : 16)).toBeLessThanOrEqual(width + 1)
  })

  test('says each step with its limit, and each way out of it', () => {
    const said = chart.boxes.map(({ lines }) => lines.map(({ text }) => text).join('')).join('|')
    for (const { name, limit, exits } of flow.steps)
      for (const word of [name, limit, ...exits.map(({ text }) => text)]) expect(said).toContain(word)
    expect(said).toContain('依法还可能有：听证')
  })

  test('a paper that is missing leads back to the beginning', () => {
    const first = chart.boxes.find(({ kind }) => kind === 'end')!
    const ends = chart.links.map(({ points }) => points.at(-1)!)
    expect(ends).toContainEqual([first.x + first.width, first.y + first.height / 2])
  })

  test('GUI-13/a changing the limit of a step redraws the chart', () => {
    const quicker = { ...flow, steps: flow.steps.with(1, { ...flow.steps[1]!, limit: '1个工作日' }) }
    const changed = layoutFlow(quicker, shape)
    expect(changed).not.toEqual(chart)
    expect(JSON.stringify(changed)).not.toContain('2个工作日')
  })
})

test('on the narrowest phone the chart stands one under the other', () => {
  expect(layoutFlow(flow, 'column').width).toBeLessThanOrEqual(280)
})

test('lanes are who acts, each once, the applicant first', () => {
  const lanes = layoutFlow(flow, 'lanes').boxes.filter(({ kind }) => kind === 'lane')
  expect(lanes.map(({ lines }) => lines[0]!.text)).toEqual([
    '申请人',
    '窗口人员',
    '审查人员',
    '审批人员',
    '还可能',
  ])
})

test('who does not see it reads the same in the same order', () => {
  expect(flowSentences(flow)).toEqual([
    '提出申请。',
    '受理，窗口人员，当场。材料不齐或不合要求：一次性告知补正。依法不予受理：书面说明理由，告知救济途径。',
    '审查，审查人员，2个工作日。依法还可能有：听证、检验、检测、检疫、鉴定、专家评审、延长期限、中止。',
    '决定，审批人员，1个工作日。',
    '制证、送达，窗口人员，1个工作日。',
    '领取食品经营许可证。',
  ])
})

test.each([
  ['一次性告知补正', 4, ['一次性告', '知补正']],
  ['受理，通知', 2, ['受理，', '通知']],
  ['10个工作日', 3, ['10个', '工作日']],
  ['', 4, []],
])('%s breaks at %i characters', (text, width, lines) => {
  expect(wrap(text, width)).toEqual(lines)
})
