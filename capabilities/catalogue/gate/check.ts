import type { PackParameters } from '#capabilities/organisation/contract.ts'
import type { DeliveryMode, ItemVersion, SplitStandard } from '../contract.ts'
import type { DataElement } from '../contract/element.ts'
import type { MaterialAnalysis } from '../model/material-analysis.ts'

/** Whether an item that fails a check may be published, is published with a remark, or is not asked. */
export type Severity = 'block' | 'warn' | 'off'

/** What a check may look at beside the item; a part that is not known is not judged. */
export interface Around {
  /** Where the item can be handed in. */
  places?: readonly OfferingPlace[]
  /** Names of one-thing bundles (一件事) that count on the item. */
  citedBy?: readonly string[]
  /** What the plan of the area offers at all; a part it says nothing of is not judged. */
  offers?: Offers
  /** How items are split in the area (拆分标准). */
  splitStandards?: readonly SplitStandard[]
  /** What was agreed of the papers of items (材料梳理). */
  analyses?: readonly MaterialAnalysis[]
  /** The register of data elements (数据元目录) of the area. */
  elements?: readonly DataElement[]
}

export type Channel = NonNullable<PackParameters['channels']>['value'][number]

export interface Offers {
  delivery?: readonly DeliveryMode[]
  channels?: readonly Channel[]
}

/** As a pack says it. */
export function offersOf({ deliveryModes, channels }: Partial<PackParameters>): Offers {
  return {
    ...(deliveryModes === undefined ? {} : { delivery: deliveryModes.value }),
    ...(channels === undefined ? {} : { channels: channels.value }),
  }
}

export interface OfferingPlace {
  name: string
  address: string
  hours: string
  phone: string
}

/** What follows from the item itself, so that nobody has to type it: the value to put there, or to take away what is there. */
export interface Mend {
  at: string
  value?: unknown
}

/** One fault; what it leaves out is as the check says it. */
export interface Flaw {
  at?: string
  what?: string
  mend?: Mend
}

export const CHECK_GROUPS = {
  limits: '时限与环节',
  materials: '申请材料',
  form: '申请表单',
  visits: '到场与网办',
  fee: '收费',
  result: '结果与证照',
  contact: '地点与电话',
  law: '依据与编码',
  complete: '要素齐全',
} as const
export type CheckGroup = keyof typeof CHECK_GROUPS

/** One rule an item has to keep, by name (要素一致性校验). */
export interface Check {
  id: string
  group: CheckGroup
  /** What is asked of the item. */
  title: string
  /** The article, standard or plan that asks it; [K] where nobody does and the check is this house's. */
  source: string
  /** Clauses of the five plans it proves. */
  clauses?: readonly string[]
  /** JSON pointer to the part of the item that has to change. */
  at: string
  what: string
  remedy: string
  severity: Severity
  /** The mildest a pack may make it: what law asks, and what the procedures rest on, cannot be switched off. */
  floor: Severity
  find(item: ItemVersion, around: Around): readonly Flaw[]
}

/** A check that is either kept or broken. */
export const when =
  (wrong: (item: ItemVersion, around: Around) => boolean, mend?: (item: ItemVersion) => Mend | undefined) =>
  (item: ItemVersion, around: Around): readonly Flaw[] => {
    if (!wrong(item, around)) return []
    const mended = mend?.(item)
    return [mended === undefined ? {} : { mend: mended }]
  }

/** The ranks a check can have: its severity at first, and how far a pack may soften it. */
export const LAW = { severity: 'block', floor: 'block' } as const
/** The procedures read the item in this sense; without it a case cannot run. */
export const WORKS = { severity: 'block', floor: 'block' } as const
export const STANDARD = { severity: 'block', floor: 'warn' } as const
export const ADVICE = { severity: 'warn', floor: 'off' } as const
