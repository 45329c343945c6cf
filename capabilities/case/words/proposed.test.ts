import { describe, expect, test } from 'vitest'
import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import { CAFE, FELLING, STALL } from '../testing/item.ts'
import { into } from '../testing/journey.ts'
import type { CaseDossier } from '../model/dossier.ts'
import { contrary, proposedConclusion, proposedDenial, proposedOpinion } from './proposed.ts'

const ALLOWANCE: ItemVersion = { ...FELLING, itemType: '05', name: '高龄津贴申领' }
const about = (kind: 'change' | 'renew' | 'cancel') => ({ kind }) as CaseDossier['about']
const open = (sealed: unknown) => sealed

const reviewed = (opinion: 'grant' | 'deny', text: string): CaseDossier => {
  const dossier = into('reviewed')
  return { ...dossier, review: { ...dossier.review!, opinion, text } } as CaseDossier
}
const draftOf = (item: ItemVersion, dossier: CaseDossier) => ({ item, dossier, open })

describe('what a grant begins with names its thing', () => {
  test.each<[string, ItemVersion, Partial<CaseDossier>, string]>([
    ['a licence', FELLING, {}, `准予行政许可，发给${FELLING.result.name}。`],
    ['a licence of an on-the-spot matter', STALL, {}, `准予行政许可，发给${STALL.result.name}。`],
    ['a change of one', CAFE, { about: about('change')! }, `准予变更${CAFE.result.name}。`],
    ['its renewal', CAFE, { about: about('renew')! }, `准予延续${CAFE.result.name}。`],
    ['its cancelling', CAFE, { about: about('cancel')! }, `准予注销${CAFE.result.name}。`],
    ['an allowance', ALLOWANCE, {}, '准予“高龄津贴申领”的申请。'],
  ])('%s', (_what, item, more, text) => {
    expect(proposedConclusion(draftOf(item, { ...into('reviewed'), ...more }))).toBe(text)
  })
})

describe('what a denial begins with', () => {
  test.each<[string, 'grant' | 'deny', string, string | undefined]>([
    ['the reasons, without the advice', 'deny', '年龄未满80周岁，建议不予认定。', '年龄未满80周岁。'],
    ['all reasons', 'deny', '场地不足60平方米；没有消防通道。建议不予。', '场地不足60平方米；没有消防通道。'],
    ['the whole where there is nothing but advice', 'deny', '建议不予。', '建议不予。'],
    ['nothing where the review came to the contrary', 'grant', '材料齐全，建议准予。', undefined],
  ])('%s', (_what, opinion, text, reason) => {
    expect(proposedDenial(draftOf(FELLING, reviewed(opinion, text)))).toBe(reason)
  })

  test('nothing where nobody has reviewed', () => {
    expect(proposedDenial(draftOf(FELLING, into('accepted')))).toBeUndefined()
  })
})

test('what goes up to the higher body begins with the opinion, advice and all', () => {
  expect(proposedOpinion(draftOf(FELLING, reviewed('grant', '材料齐全，建议准予。')))).toBe(
    '材料齐全，建议准予。',
  )
  expect(proposedOpinion(draftOf(FELLING, into('accepted')))).toBeUndefined()
})

test.each<[string, 'grant' | 'deny', 'grant' | 'deny', string | undefined]>([
  ['with the review', 'grant', 'grant', undefined],
  ['against it', 'deny', 'grant', '审查意见是“建议不予”，和这个决定相反，请写明为什么不采纳'],
  ['against it', 'grant', 'deny', '审查意见是“建议准予”，和这个决定相反，请写明为什么不采纳'],
])('a decision %s says so: review %s, decision %s', (_how, advised, decided, said) => {
  expect(contrary({ dossier: reviewed(advised, '看过了。') }, decided)).toBe(said)
})
