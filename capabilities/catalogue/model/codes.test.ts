import { describe, expect, test } from 'vitest'
import { basicCode, codeFlaws, composeBasic, composeTask, taskCode, type CodedItem } from './codes.ts'

/** Published codes of three cities (national platform C0109): a licence, a benefit, a public service. */
const SAMPLES = [
  ['11370800MB285591843370117002011', '11370800MB28559184', '3', '37', '01', '17', '002', '011'],
  ['11440111007502521J4440511004002', '11440111007502521J', '4', '44', '05', '11', '004', '002'],
  ['12441500196720244T3442199806003', '12441500196720244T', '3', '44', '21', '99', '806', '003'],
] as const

describe('CAT-06 codes', () => {
  test.each(SAMPLES)('CAT-06 %s comes apart and together again', (code, creditCode, level, ...parts) => {
    const [province, itemType, department, main, sub] = parts
    const found = taskCode(code)
    expect(found).toEqual({ creditCode, level, basic: { province, itemType, department, main, sub } })
    const basic = composeBasic(found!.basic)
    expect(basicCode(basic)).toEqual(found!.basic)
    expect(composeTask({ creditCode, level }, basic)).toBe(code)
    expect(taskCode(`${code}01`)).toEqual({ ...found, situation: '01' })
    expect(
      codeFlaws(
        { codes: { catalogCode: basic, taskCode: code }, itemType, useLevels: [level] },
        { area: `${province}0000`, body: { creditCode, level } },
      ),
    ).toEqual([])
  })

  const [code, creditCode] = SAMPLES[0]
  const item: CodedItem = {
    codes: { catalogCode: '370117002011', taskCode: code },
    itemType: '01',
    useLevels: ['3'],
  }
  const other = (change: Partial<CodedItem['codes']>): CodedItem => ({
    ...item,
    codes: { ...item.codes, ...change },
  })

  test.each<[string, CodedItem, string, string[]]>([
    ['right', item, '370800', []],
    [
      'of the State, anywhere',
      other({ catalogCode: '000117002011', taskCode: `${creditCode}3000117002011` }),
      '640202',
      [],
    ],
    ['too short', other({ catalogCode: '37011700201' }), '370800', ['malformed']],
    ['a letter among the digits', other({ catalogCode: '37011700201A' }), '370800', ['malformed']],
    ['no such type', other({ catalogCode: '373117002011' }), '370800', ['malformed']],
    ['of another type than the item', { ...item, itemType: '05' }, '370800', ['type-differs']],
    ['of another province', item, '640202', ['province-differs']],
    ['a task code that is too long', other({ taskCode: `${code}0` }), '370800', ['malformed']],
    [
      'the code of a situation in place of the item',
      other({ taskCode: `${code}01` }),
      '370800',
      ['malformed'],
    ],
    [
      'a credit code that does not add up',
      other({ taskCode: `11370800MB28559185${code.slice(18)}` }),
      '370800',
      ['credit-code'],
    ],
    ['another basic code inside', other({ taskCode: `${code.slice(0, -1)}2` }), '370800', ['basic-differs']],
    ['a level that does not exercise it', { ...item, useLevels: ['4'] }, '370800', ['level-differs']],
    ['a level that is none', other({ taskCode: `${creditCode}8370117002011` }), '370800', ['malformed']],
  ])('CAT-06 a code: %s', (_title, coded, area, flaws) => {
    expect(codeFlaws(coded, { area })).toEqual(flaws)
  })

  test('CAT-06 a task code belongs to the body that carries the item out', () => {
    expect(
      codeFlaws(item, { area: '370800', body: { creditCode: '11440111007502521J', level: '3' } }),
    ).toEqual(['body-differs'])
  })
})
