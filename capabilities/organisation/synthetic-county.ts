import type { OrganisationPack } from './contract.ts'
import { DUTY_ACTS } from './contract/duty.ts'
import { demoCreditCode, tierOf, typeOf } from './model.ts'

const SOURCE = { title: '测试用区', on: '2020-05-14', synthetic: true }

/** A synthetic county of any size for tests: `towns` towns with `villages` villages spread over them. */
export function syntheticCounty(
  source: OrganisationPack,
  areaCode: string,
  towns: number,
  villages: number,
): OrganisationPack {
  const townCodes = Array.from({ length: towns }, (_, index) => `${areaCode}${100 + index}000`)
  const villageCodes = Array.from({ length: villages }, (_, index) => {
    const town = townCodes[index % towns] ?? ''
    return `${town.slice(0, 9)}${200 + Math.floor(index / towns)}`
  })
  const above = [`${areaCode.slice(0, 2)}0000000000`, `${areaCode.slice(0, 4)}00000000`, `${areaCode}000000`]
  const validFrom = '2020-05-14'
  return {
    ...source,
    duties: {
      source: SOURCE,
      duties: [
        {
          ...{ id: 'all-lead-bureau', subject: 'all', subjectName: '政务服务', role: 'lead' as const },
          ...{ body: 'approval-bureau', clauses: ['BS-2-01'] },
          ...{ acts: [...DUTY_ACTS], validFrom },
        },
      ],
    },
    pack: {
      ...source.pack,
      id: `county-${areaCode}`,
      area: { code: areaCode, name: '测试区', adminCode: `${areaCode}000000`, validFrom },
    },
    regions: {
      source: SOURCE,
      regions: [...above, ...townCodes, ...villageCodes].map((code) => {
        const type = typeOf(code) ?? 'special'
        return {
          code,
          name: `测试${code}${type === 'villagers' ? '村委会' : ''}`,
          type,
          tier: tierOf(type),
          validFrom,
        }
      }),
    },
    bodies: {
      source: SOURCE,
      bodies: ['approval-bureau', ...townCodes.map((code) => `town-${code.slice(0, 9)}`)].map(
        (id, index) => ({
          id,
          name: `测试机构${index}`,
          shortName: `测试机构${index}`,
          kind: index === 0 ? ('department' as const) : ('town-government' as const),
          tier: index === 0 ? (4 as const) : (5 as const),
          region: index === 0 ? `${areaCode}000000` : (townCodes[index - 1] ?? ''),
          parent: null,
          creditCode: demoCreditCode(areaCode, id, index === 0 ? 'department' : 'town-government'),
          syntheticCode: true,
          certainty: 'assumed' as const,
          validFrom,
        }),
      ),
    },
  }
}
