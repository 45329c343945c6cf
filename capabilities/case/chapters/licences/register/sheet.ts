import { askedOf, columnsOf, type Sheet } from '#ui/format/sheet.ts'
import type { LicenceSummary } from '../../../contract/licence-routes.ts'
import type { LicencesAsked } from './asked.ts'
import { LICENCE_STATE_TITLES } from './words.ts'

/** The register as it leaves the house, as far as it was narrowed. */
export function licenceSheet(lines: readonly LicenceSummary[], asked: LicencesAsked, more: boolean): Sheet {
  const { state, item, words, within, waiting } = asked
  return {
    title: '证照台账',
    columns: COLUMNS,
    rows: lines.map(row),
    asked: askedOf({
      状态: state && LICENCE_STATE_TITLES[state],
      事项: item && (lines[0]?.itemName ?? item),
      查找: words,
      有效期: within === undefined ? undefined : `${within}天内到期`,
      范围: waiting && '等本机关决定的',
    }),
    more,
  }
}

const COLUMNS = columnsOf(
  ...['证照编号', '证照', '事项', '持证人', '发证机关', '发证日期:day', '有效期至:day', '状态'],
)

function row(line: LicenceSummary): (string | undefined)[] {
  const { number, name, itemName, holder, body, grantedOn, validUntil, stateText } = line
  return [number, name, itemName, holder, body, grantedOn, validUntil, stateText]
}
