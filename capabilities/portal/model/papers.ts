import type { FormField, ItemVersion } from '#capabilities/catalogue/contract.ts'
import { applies } from '#capabilities/catalogue/model.ts'
import { askedFields, describe, type FormValues } from '#ui/form/index.ts'
import type { PapersAsked, Way } from '../contract.ts'

type Material = ItemVersion['materials'][number]

/** The list of materials as these answers and this way leave it, with one sentence for each that is spared. */
export function papersAsked(item: ItemVersion, values: FormValues, way: Way | undefined): PapersAsked {
  const replaced = new Set(way === 'commitment' ? item.process.commitment?.replaces : [])
  const asked: { material: Material; needed: boolean }[] = []
  const spared: { material: Material; because: string }[] = []
  for (const material of item.materials.filter(({ fromForm }) => !fromForm)) {
    if (replaced.has(material.id)) {
      spared.push({ material, because: '您选了告知承诺，由承诺书代替。' })
      continue
    }
    if (material.shared !== undefined) {
      spared.push({ material, because: `由窗口从${material.shared}核对，不用交。` })
      continue
    }
    const applied = applies(material, values, item.form)
    if (applied === 'no') spared.push({ material, because: because(item, material, values) })
    else asked.push({ material, needed: isNeeded(material, applied) })
  }
  return { asked, spared }
}

/** A paper that may follow later is never missing now; a conditional one counts once an answer calls for it. */
function isNeeded({ necessity, whenAnswer }: Material, applied: 'yes' | 'ask'): boolean {
  if (necessity === 'tolerable') return false
  return necessity === 'required' ? applied === 'yes' : applied === 'yes' && whenAnswer !== undefined
}

function because({ form }: ItemVersion, { whenAnswer }: Material, values: FormValues): string {
  const name = whenAnswer!.field
  const field = form.fields.find((candidate) => candidate.name === name)
  if (field === undefined) return '按您填的情况不用交。'
  const asked = askedFields(form, values).includes(field)
  return asked ? `“${field.label}”填的是“${said(field, values)}”，不用交。` : '按您填的情况不用交。'
}

function said(field: FormField, values: FormValues): string {
  const { showWhen: _always, ...alone } = field
  return describe({ title: '', fields: [alone] }, values)[0]!.text
}
