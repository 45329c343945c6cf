import { describe, expect, test } from 'vitest'
import type { Grant } from './grant.ts'
import { whoDecides, type HolderQuestion } from './holder.ts'

const delegated: Grant = {
  id: 'delegated',
  stream: 'grant:2026:delegated',
  version: 1,
  item: 'kiosk',
  body: 'east-town',
  place: '*',
  kind: 'delegated',
  by: 'bureau',
  powers: ['accept', 'decide', 'seal'],
  from: '2026-02-01',
  to: '2026-03-31',
  basis: '县政府令第1号',
}
const entrusted: Grant = { ...delegated, id: 'entrusted', item: 'stall', kind: 'entrusted' }
const { by: _nobody, ...nameless } = { ...entrusted, id: 'nameless', item: 'booth' }
const counter: Grant = { ...entrusted, id: 'counter', item: 'shop', powers: ['accept'] }
const ownPower: Grant = { ...delegated, id: 'own-power', item: 'mill', kind: 'own' }
const GRANTS = [delegated, entrusted, nameless, counter, ownPower]

const asked: HolderQuestion = {
  item: 'kiosk',
  own: 'bureau',
  town: 'east-town',
  ownOnly: false,
  day: '2026-02-10',
}
const { town: _town, ...townless } = asked

describe('who decides (行政许可法第二十二条、第二十四条)', () => {
  test.each<[title: string, HolderQuestion, body: string, inNameOf?: string]>([
    ['delegated to the town the matter falls to: the town, in its own name', asked, 'east-town'],
    ['its first day', { ...asked, day: '2026-02-01' }, 'east-town'],
    ['its last day', { ...asked, day: '2026-03-31' }, 'east-town'],
    ['the day after: the body the law names', { ...asked, day: '2026-04-01' }, 'bureau'],
    ['the day before: the body the law names', { ...asked, day: '2026-01-31' }, 'bureau'],
    ['another town', { ...asked, town: 'west-town' }, 'bureau'],
    ['no town at all', townless, 'bureau'],
    ['law forbids others to decide it', { ...asked, ownOnly: true }, 'bureau'],
    [
      'entrusted: the town, in the name of the entrusting organ',
      { ...asked, item: 'stall' },
      'east-town',
      'bureau',
    ],
    [
      'entrusted by nobody named: the organ the law names',
      { ...asked, item: 'booth' },
      'east-town',
      'bureau',
    ],
    ['a counter that may only accept decides nothing', { ...asked, item: 'shop' }, 'bureau'],
    ['the law names the town itself', { ...asked, own: 'east-town' }, 'east-town'],
    [
      'the law names the town itself: in its own name, whatever was entrusted to it',
      { ...asked, own: 'east-town', item: 'stall' },
      'east-town',
    ],
    [
      'a power of the town’s own takes nothing from the body the law names',
      { ...asked, item: 'mill' },
      'bureau',
    ],
  ])('%s', (_title, question, body, name) => {
    const holder = whoDecides(question, GRANTS)
    expect([holder.body, holder.inNameOf]).toEqual([body, name])
  })
})
