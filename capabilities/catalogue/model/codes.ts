import { creditCodeProblem } from '#capabilities/organisation/model.ts'
import { BASIC_CODE, HANDLE_CODE, TASK_CODE } from '../contract/codes.ts'
import type { ItemVersion } from '../contract.ts'

/** 基本编码 taken apart. */
export interface BasicCodeParts {
  /** First two digits of the province that lists it; 00 the State. */
  province: string
  itemType: string
  department: string
  main: string
  /** 000 where the main item has none below it. */
  sub: string
}

export interface TaskCodeParts {
  creditCode: string
  /** 行使层级 1–7. */
  level: string
  basic: BasicCodeParts
  /** Of a 33-digit code: which 业务办理项. */
  situation?: string
}

/** Why a code is none, or does not belong to its item. */
export const CODE_FLAWS = [
  'malformed',
  'credit-code',
  'type-differs',
  'level-differs',
  'basic-differs',
  'province-differs',
  'body-differs',
] as const
export type CodeFlaw = (typeof CODE_FLAWS)[number]

export function basicCode(code: string): BasicCodeParts | undefined {
  if (!new RegExp(BASIC_CODE).test(code)) return undefined
  const [province, itemType, department] = [code.slice(0, 2), code.slice(2, 4), code.slice(4, 6)]
  return { province, itemType, department, main: code.slice(6, 9), sub: code.slice(9, 12) }
}

/** 实施编码 (31 signs) or 业务办理项编码 (33); nothing for whatever is neither. */
export function taskCode(code: string): TaskCodeParts | undefined {
  if (!new RegExp(TASK_CODE).test(code) && !new RegExp(HANDLE_CODE).test(code)) return undefined
  const basic = basicCode(code.slice(19, 31))!
  const parts = { creditCode: code.slice(0, 18), level: code.slice(18, 19), basic }
  return code.length === 33 ? { ...parts, situation: code.slice(31) } : parts
}

export const composeBasic = ({ province, itemType, department, main, sub }: BasicCodeParts): string =>
  `${province}${itemType}${department}${main}${sub}`

/** The code of an item at one body, and of one of its situations there. */
export function composeTask(
  body: { creditCode: string; level: string },
  catalogCode: string,
  situation = '',
): string {
  return `${body.creditCode}${body.level}${catalogCode}${situation}`
}

export interface CodedItem {
  codes: Pick<ItemVersion['codes'], 'catalogCode' | 'taskCode'>
  itemType: string
  /** Levels that exercise it. */
  useLevels: readonly string[]
}

/** Where a code stands: the area of the list, and the body that carries it out where one is known. */
export interface CodedAt {
  area: string
  body?: { creditCode: string; level: string }
}

/** Everything wrong with the codes of an item; the parts have to say what the item says (要素一致). */
export function codeFlaws({ codes, itemType, useLevels }: CodedItem, at: CodedAt): CodeFlaw[] {
  const basic = basicCode(codes.catalogCode)
  if (basic === undefined) return ['malformed']
  const flaws: CodeFlaw[] = []
  if (basic.itemType !== itemType) flaws.push('type-differs')
  // A province's directory does not list what another's does; the State's holds everywhere.
  if (!['00', at.area.slice(0, 2)].includes(basic.province)) flaws.push('province-differs')
  if (codes.taskCode === undefined) return flaws
  const task = taskCode(codes.taskCode)
  if (task === undefined || task.situation !== undefined) return [...flaws, 'malformed']
  if (creditCodeProblem(task.creditCode) !== undefined) flaws.push('credit-code')
  if (composeBasic(task.basic) !== codes.catalogCode) flaws.push('basic-differs')
  if (!useLevels.includes(task.level)) flaws.push('level-differs')
  if (at.body && at.body.creditCode !== task.creditCode) flaws.push('body-differs')
  return flaws
}
