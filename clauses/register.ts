import fs from 'node:fs'
import path from 'node:path'

/** Something that must work, made from one or more clauses. */
export interface Row {
  id: string
  /** 名称, in the words of the plans. */
  name: string
  english: string
  clauses: string[]
  what: string
  worksWhen: string
  /** When present, the row counts only when each of them is proved: letter → what has to be shown. */
  parts?: Record<string, string>
}

export interface Clause {
  id: string
  section: string
  kind: 'function' | 'rule' | 'indicator' | 'checklist' | 'milestone' | 'rhetoric'
  capability: string
  /** What the plan asks for, in Chinese. */
  text: string
  /** What that means for software; empty for rhetoric. */
  software: string
}

export interface RowsOfCapability {
  capability: string
  title: string
  rows: Row[]
}

export interface ClauseRegister {
  seed: string
  title: string
  clauses: Clause[]
}

const SEEDS = ['lanshan-2019', 'yiyuan-2018', 'liaocheng-2020', 'dawukou-2020', 'boshan-2020']
/** In the order in which they are shown: ground, work, watch, front. */
const CAPABILITIES = `
  organisation staff catalogue guide exchange licence-seal
  case chain agency hall hotline inspection enforcement disclosure
  evaluation supervision assessment archive programme notice
  portal
`.match(/\S+/g)!

/** All rows, by capability. */
export function rowsByCapability(): RowsOfCapability[] {
  return CAPABILITIES.map((capability) => read<RowsOfCapability>(`rows/${capability}.json`))
}

/** The five plans, clause by clause. */
export function clauseRegisters(): ClauseRegister[] {
  return SEEDS.map((seed) => read<ClauseRegister>(`registers/${seed}.json`))
}

/** An index such as `targets.json`; every line of it names the clauses it comes from. */
export function indexOfClauses(name: 'targets' | 'counts' | 'differences'): { clauses: string[] }[] {
  return read(`${name}.json`)
}

function read<T>(file: string): T {
  return JSON.parse(fs.readFileSync(path.join(import.meta.dirname, file), 'utf8')) as T
}
